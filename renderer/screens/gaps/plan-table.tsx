import { Fragment, memo, useState } from 'react';
import type { Action, ActionWork, PlannedAction, PlanSettings } from '#assessments';
import type { PlanView } from '#contract';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { changeAction, lockAction } from '../../desk/planning.ts';
import { days } from '../../format.ts';
import { useWords, type Words } from '../../text/text.ts';

const columns = 9;

/** The actions of the plan in their order, with who does them until when: what somebody says here is recorded at once. */
export function PlanTable({ view: { plan, settings, work } }: { readonly view: PlanView }) {
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const known = useDeskState(({ working }) => working?.index.pack.actions ?? none);
  const worked = new Map(work.map((one) => [one.action, one]));
  const places = new Map(plan.actions.map(({ action, order }) => [action, order]));
  return (
    <section aria-label={text('gaps.actions')}>
      <h2>{text('gaps.actions')} <span className="muted">{plan.actions.length}</span></h2>
      {plan.actions.length === 0 ? <p className="muted">{text(plan.gaps.length === 0 ? 'gaps.none' : 'plan.no-actions')}</p> : (
        <div className="scrolls" tabIndex={0} role="region" aria-label={text('gaps.actions')}>
          <table className="table plan-table" data-testid="actions">
            <thead><tr><th className="number">{text('plan.order')}</th><th>{text('plan.action')}</th><th>{text('plan.closes')}</th><th className="number">{text('plan.days')}</th><th className="number">{text('plan.weeks')}</th><th>{text('plan.quarter')}</th><th>{text('plan.owner')}</th><th>{text('plan.due')}</th><th>{text('plan.status')}</th></tr></thead>
            <tbody>{plan.actions.map((action) => <ActionRow key={action.action} action={action} work={worked.get(action.action)} lock={lockOf(settings, action.action)} after={afterText(action, places, known)} readOnly={readOnly} />)}</tbody>
            <tfoot><tr><td /><th scope="row">{text('plan.schedule-sum')}</th><td /><td className="number nowrap"><Days effort={plan.effort} strong /></td><td colSpan={columns - 4} /></tr></tfoot>
          </table>
        </div>
      )}
      <Others view={{ plan, settings }} known={known} readOnly={readOnly} />
    </section>
  );
}

const none: readonly Action[] = [];

type Lock = 'must' | 'never' | null;

function lockOf({ must, never }: Pick<PlanSettings, 'must' | 'never'>, action: string): Lock {
  if (must.includes(action)) return 'must';
  return never.includes(action) ? 'never' : null;
}

/** What has to be done before, as places in the order where it is in the plan; what is not in it is done already. */
function afterText({ prerequisites }: PlannedAction, places: ReadonlyMap<string, number>, known: readonly Action[]): string {
  return prerequisites.filter((id) => places.has(id) || !known.some((action) => action.id === id)).map((id) => (places.has(id) ? `#${places.get(id) ?? ''}` : id)).join(' ');
}

type RowProps = { readonly action: PlannedAction; readonly work: ActionWork | undefined; readonly lock: Lock; readonly after: string; readonly readOnly: boolean };

const ActionRow = memo(({ action, work, lock, after, readOnly }: RowProps) => {
  const words = useWords();
  const { text, of } = words;
  const [open, setOpen] = useState(false);
  const name = of(action.name);
  return (
    <Fragment>
      <tr data-action={action.action} className={work?.status === 'done' ? 'plan-done' : undefined}>
        <td className="number">{action.order}</td>
        <td>
          <b>{name}</b>
          <span className="plan-about muted small"><span className="code">{action.action}</span>{after !== '' && <span>{text('plan.after-of', { list: after })}</span>}{!readOnly && <LockButtons action={action.action} name={name} lock={lock} />}</span>
          <span className="plan-about muted small">{action.roles.map((role) => roleName(words, role)).join(' · ')}</span>
        </td>
        <td>{action.closes.length === 0 ? <span className="muted small">{text('plan.closes-none')}</span> : <button type="button" className="link nowrap" aria-expanded={open} onClick={() => { setOpen(!open); }}>{text('plan.closes-count', { count: action.closes.length })}</button>}</td>
        <td className="number nowrap"><Days effort={action.effort} /></td>
        <td className="number">{days(action.calendarWeeks)}</td>
        <td className="nowrap">{quarterText(action)}</td>
        <Work action={action.action} name={name} work={work} readOnly={readOnly} />
      </tr>
      {open && <tr className="plan-more"><td /><td colSpan={columns - 1}><Closes name={name} ids={action.closes} /></td></tr>}
    </Fragment>
  );
});
ActionRow.displayName = 'ActionRow';

function quarterText({ begins, ends }: Pick<PlannedAction, 'begins' | 'ends'>): string {
  if (begins === null) return '';
  return ends === null || ends === begins ? begins : `${begins} – ${ends}`;
}

function Days({ effort: { low, likely, high }, strong = false }: { readonly effort: PlannedAction['effort']; readonly strong?: boolean }) {
  const { text } = useWords();
  return <span title={text('gaps.days-of', { low: days(low), high: days(high), likely: days(likely) })}>{strong ? <b>{days(likely)}</b> : days(likely)}<br /><span className="muted small">{`${days(low)}–${days(high)}`}</span></span>;
}

function roleName({ text }: Words, role: string): string {
  return (text as (key: string) => string)(`role.${role}`);
}

function Closes({ name, ids }: { readonly name: string; readonly ids: readonly string[] }) {
  const desk = useDesk();
  const { text } = useWords();
  return <span className="codes" role="group" aria-label={text('plan.closes-of', { name })}>{ids.map((id) => <RequirementLink key={id} id={id} go={() => { goToRequirement(desk, id); }} />)}</span>;
}

function LockButtons({ action, name, lock }: { readonly action: string; readonly name: string; readonly lock: Lock }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <span className="plan-lock no-print">
      {(['must', 'never'] as const).map((each) => <button key={each} type="button" className="chip" aria-pressed={lock === each} aria-label={text(`plan.${each}-of`, { name })} onClick={() => { void lockAction(desk, action, lock === each ? null : each); }} data-testid={`lock-${each}`}>{text(`plan.${each}`)}</button>)}
    </span>
  );
}

const statuses = ['open', 'doing', 'done'] as const;

/** Three cells that are written in: a text is recorded when it is left, a choice at once. */
function Work({ action, name, work, readOnly }: { readonly action: string; readonly name: string; readonly work: ActionWork | undefined; readonly readOnly: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  const { owner = null, due = null, status = 'open' } = work ?? {};
  const say = (change: Partial<Omit<ActionWork, 'action'>>) => { void desk.queue.add(() => changeAction(desk, action, change)); };
  const leave = (field: 'owner' | 'due', before: string | null, now: string) => {
    const value = now.trim() === '' ? null : now.trim();
    if (value !== before) say({ [field]: value });
  };
  return (
    <>
      <td><input key={owner} className="field in-cell" defaultValue={owner ?? ''} maxLength={100} disabled={readOnly} aria-label={text('plan.owner-of', { name })} onBlur={({ target }) => { leave('owner', owner, target.value); }} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur(); }} data-testid="action-owner" /></td>
      <td><input key={due} className="field in-cell" type="date" defaultValue={due ?? ''} disabled={readOnly} aria-label={text('plan.due-of', { name })} onBlur={({ target }) => { leave('due', due, target.value); }} data-testid="action-due" /></td>
      <td>
        <select className="field in-cell" value={status} disabled={readOnly} aria-label={text('plan.status-of', { name })} onChange={({ target }) => { say({ status: statuses.find((each) => each === target.value) ?? 'open' }); }} data-testid="action-status">
          {statuses.map((each) => <option key={each} value={each}>{text(`plan.status.${each}`)}</option>)}
        </select>
      </td>
    </>
  );
}

/** What closes a gap but was not chosen, or was locked out: to be locked in or let go. */
function Others({ view: { plan, settings }, known, readOnly }: { readonly view: Pick<PlanView, 'plan' | 'settings'>; readonly known: readonly Action[]; readonly readOnly: boolean }) {
  const { text, of } = useWords();
  const planned = new Set(plan.actions.map(({ action }) => action));
  const gaps = new Map(plan.gaps.map((gap) => [gap.requirement, gap]));
  const others = known.filter(({ id, satisfies }) => !planned.has(id) && (settings.never.includes(id) || satisfies.some((requirement) => gaps.has(requirement))));
  if (others.length === 0) return null;
  return (
    <details className="plan-others" open={settings.never.length > 0}>
      <summary>{text('plan.others')} <span className="muted">{others.length}</span></summary>
      <ul className="plan-other-list">
        {others.map((action) => (
          <li key={action.id} className={settings.never.includes(action.id) ? 'plan-barred' : undefined}>
            <span><span>{of(action)}</span> <span className="code muted">{action.id}</span></span>
            <span className="muted small nowrap">{text('plan.quick-of', { count: action.satisfies.filter((id) => gaps.has(id)).length, days: days(action.effort.likely) })}</span>
            {!readOnly && <LockButtons action={action.id} name={of(action)} lock={lockOf(settings, action.id)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
