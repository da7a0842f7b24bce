import type { Action, Gap, PlannedAction } from '#assessments';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { RatingMark } from '../../components/marks.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { useView } from '../../desk/use-view.ts';
import { gapOf, useWords, type Words } from '../../text/text.ts';

/** What is missing up to the target, and the work that closes it, in an order that can be followed. */
export function GapsScreen() {
  const view = useView('readOverview');
  const { text, language } = useWords();
  if (view === null) return <main className="page" aria-busy="true" />;

  const { plan } = view;
  const { low, likely, high } = plan.effort;
  return (
    <main className="page gaps" data-testid="gaps-screen">
      <h1>{text('gaps.title')}</h1>
      {plan.target === null ? <p>{text('gaps.no-target')}</p> : plan.gaps.length === 0 ? <p>{text('gaps.none')}</p> : (
        <>
          <p className="lead">{text('gaps.target', { level: plan.target, count: plan.gaps.length })}{gapOf[language]}{text('gaps.effort', { low: days(low), high: days(high), likely: days(likely) })}</p>
          {view.result.overall.assessed === 0 && <p className="warn">{text('gaps.all-unrated')}</p>}
          {!plan.provenOptimal && <p className="muted">{text('gaps.not-optimal')}</p>}
          <Actions actions={plan.actions} />
          {plan.uncovered.length > 0 && <Uncovered ids={plan.uncovered} />}
          <Gaps gaps={plan.gaps} />
        </>
      )}
    </main>
  );
}

const days = (value: number): string => String(Math.round(value * 10) / 10);

function Actions({ actions }: { readonly actions: readonly PlannedAction[] }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const known = useDeskState(({ working }) => working?.index.pack.actions ?? none);
  return (
    <section aria-label={text('gaps.actions')}>
      <h2>{text('gaps.actions')} <span className="muted">{actions.length}</span></h2>
      <table className="table" data-testid="actions">
        <thead><tr><th className="number">{text('gaps.order')}</th><th>{text('gaps.action')}</th><th>{text('gaps.closes')}</th><th className="number">{text('gaps.days')}</th><th className="number">{text('gaps.weeks')}</th><th>{text('gaps.after')}</th><th>{text('gaps.who')}</th></tr></thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.action}>
              <td className="number">{action.order}</td>
              <td><b>{of(action.name)}</b><br /><span className="code muted">{action.action}</span></td>
              <td className="codes">{action.closes.map((id) => <RequirementLink key={id} id={id} go={() => { goToRequirement(desk, id); }} />)}</td>
              <td className="number nowrap" title={text('gaps.days-of', { low: days(action.effort.low), high: days(action.effort.high), likely: days(action.effort.likely) })}>{days(action.effort.likely)}<br /><span className="muted">{`${days(action.effort.low)}–${days(action.effort.high)}`}</span></td>
              <td className="number">{days(action.calendarWeeks)}</td>
              <td className="muted">{action.prerequisites.map((id) => prerequisite(id, actions, known, of)).join(comma[language])}</td>
              <td className="muted">{action.roles.map((role) => roleName(text, role)).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const none: readonly Action[] = [];
const comma = { zh: '、', en: ', ' } as const;

/** A prerequisite as its place in the order where it is listed; one that closes no gap here is called by its name. */
function prerequisite(id: string, listed: readonly PlannedAction[], known: readonly Action[], of: Words['of']): string {
  const order = listed.find(({ action }) => action === id)?.order;
  if (order !== undefined) return `#${order}`;
  const action = known.find((each) => each.id === id);
  return action === undefined ? id : of(action);
}

function roleName(text: ReturnType<typeof useWords>['text'], role: string): string {
  return (text as (key: string) => string)(`role.${role}`);
}

function Uncovered({ ids }: { readonly ids: readonly string[] }) {
  const desk = useDesk();
  const { text } = useWords();
  return <p className="codes"><span className="warn">{text('gaps.uncovered')}</span> {ids.map((id) => <RequirementLink key={id} id={id} go={() => { goToRequirement(desk, id); }} />)}</p>;
}

function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  return (
    <section aria-label={text('gaps.list')}>
      <h2>{text('gaps.list')} <span className="muted">{gaps.length}</span></h2>
      <table className="table" data-testid="gaps">
        <thead><tr><th>{text('gaps.requirement')}</th><th /><th className="number">{text('gaps.level')}</th><th>{text('gaps.rating')}</th><th>{text('gaps.by')}</th></tr></thead>
        <tbody>
          {gaps.map((gap) => {
            const located = index?.requirements.get(gap.requirement);
            return (
              <tr key={gap.requirement}>
                <td className="nowrap"><RequirementLink id={gap.requirement} go={() => { goToRequirement(desk, gap.requirement); }} /></td>
                <td>{located === undefined ? '' : of(located.requirement)}</td>
                <td className="number">{gap.level}</td>
                <td><RatingMark value={gap.value} /></td>
                <td className="code muted">{gap.actions.join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
