import { policies, rollups, type Why } from '#assessments';
import { levelRange } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** What each policy with each roll-up would have given; the chosen pair is framed. */
export function OtherRules({ why: { alternatives, rules } }: { readonly why: Why }) {
  const { text } = useWords();
  return (
    <section aria-label={text('why.others')}>
      <h2>{text('why.others')}</h2>
      <p className="muted small">{text('why.others-why')}</p>
      <table className="table why-others" data-testid="why-others">
        <thead><tr><td />{rollups.map((rollup) => <th key={rollup} scope="col">{text(`rollup.${rollup}`)}</th>)}</tr></thead>
        <tbody>
          {policies.map((policy) => (
            <tr key={policy}>
              <th scope="row">{text(`policy.${policy}`)}</th>
              {rollups.map((rollup) => {
                const found = alternatives.find((one) => one.policy === policy && one.rollup === rollup);
                const chosen = rules.policy === policy && rules.rollup === rollup;
                return <td key={rollup} className={chosen ? 'why-chosen' : undefined}>{found === undefined ? '–' : levelRange(found.level, found.min, found.max)}{chosen && <span className="unseen">{text('why.others-chosen')}</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
