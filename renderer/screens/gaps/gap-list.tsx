import type { PlanView } from '#contract';
import { RatingMark } from '../../components/marks.tsx';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { useWords } from '../../text/text.ts';

/** Every requirement up to the target that is not fully met, and what closes it; first those that nothing closes. */
export function GapList({ view: { plan } }: { readonly view: PlanView }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  const link = (id: string) => <RequirementLink key={id} id={id} go={() => { goToRequirement(desk, id); }} />;
  return (
    <section aria-label={text('gaps.list')}>
      {plan.uncovered.length > 0 && <div className="plan-uncovered" data-testid="uncovered"><p className="warn">{text('plan.uncovered', { count: plan.uncovered.length })}</p><p className="codes">{plan.uncovered.map(link)}</p></div>}
      <h2>{text('gaps.list')} <span className="muted">{plan.gaps.length}</span></h2>
      <div className="scrolls" tabIndex={0} role="region" aria-label={text('gaps.list')}>
        <table className="table" data-testid="gaps">
          <thead><tr><th>{text('gaps.requirement')}</th><th /><th className="number">{text('gaps.level')}</th><th>{text('gaps.rating')}</th><th>{text('gaps.by')}</th></tr></thead>
          <tbody>
            {plan.gaps.map((gap) => {
              const located = index?.requirements.get(gap.requirement);
              return (
                <tr key={gap.requirement}>
                  <td className="nowrap">{link(gap.requirement)}</td>
                  <td>{located === undefined ? '' : of(located.requirement)}</td>
                  <td className="number">{gap.level}</td>
                  <td><RatingMark value={gap.value} /></td>
                  <td className="code muted">{gap.actions.join(' ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
