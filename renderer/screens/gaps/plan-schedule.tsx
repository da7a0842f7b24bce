import type { PlanView } from '#contract';
import { days } from '../../format.ts';
import { gapOf, useWords } from '../../text/text.ts';

/** The plan over its quarters: a row per action, a bar over the quarters it is worked on, with the days it needs in each. */
export function PlanSchedule({ view: { plan } }: { readonly view: PlanView }) {
  const { text, of, language } = useWords();
  const { waves } = plan;
  if (waves === null || waves.quarters.length === 0) return <p className="muted">{text(plan.actions.length === 0 ? 'plan.no-actions' : 'plan.schedule-none')}</p>;
  const { quarters, capacity } = waves;
  const shares = quarters.map((wave) => new Map(wave.actions.map((one) => [one.action, one.days])));
  const begun = plan.actions.filter(({ begins }) => begins !== null);
  return (
    <section aria-label={text('plan.schedule')}>
      <h2>{text('plan.schedule')}</h2>
      <p className="muted small">{[text('plan.schedule-hint'), ...(capacity === null ? [] : [text('plan.schedule-of', { capacity: days(capacity) })]), text(waves.fewest ? 'plan.quarters-fewest' : 'plan.quarters-ruled')].join(gapOf[language])}</p>
      <div className="scrolls" tabIndex={0} role="region" aria-label={text('plan.schedule')}>
        <table className="gantt" data-testid="gantt">
          <thead><tr><th className="number">{text('plan.order')}</th><th>{text('plan.action')}</th>{quarters.map(({ quarter }) => <th key={quarter} scope="col">{quarter}</th>)}</tr></thead>
          <tbody>
            {begun.map((action) => (
              <tr key={action.action}>
                <td className="number muted">{action.order}</td>
                <th scope="row" title={of(action.name)}><span className="one-line">{of(action.name)}</span></th>
                {quarters.map(({ quarter }, at) => {
                  const share = shares[at]?.get(action.action);
                  return <td key={quarter}>{share !== undefined && <span className={`gantt-bar${action.begins === quarter ? ' gantt-first' : ''}${action.ends === quarter ? ' gantt-last' : ''}`}>{days(share)}</span>}</td>;
                })}
              </tr>
            ))}
          </tbody>
          <tfoot><tr><td /><th scope="row">{text('plan.schedule-sum')}</th>{quarters.map(({ quarter, days: sum }) => <td key={quarter}><b>{days(sum)}</b>{capacity !== null && <span className="muted small">{`/${days(capacity)}`}</span>}</td>)}</tr></tfoot>
        </table>
      </div>
    </section>
  );
}
