import { useState, type ReactNode } from 'react';
import { roles, type PlanSettings } from '#assessments';
import type { PlanView } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { changePlanning, changeRules, lockAction, rulesWanted } from '../../desk/planning.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { days, nextQuarters } from '../../format.ts';
import { useWords, type Words } from '../../text/text.ts';

type Targets = Readonly<Record<string, number>>;
const levels = [1, 2, 3, 4, 5] as const;
const quartersAhead = 16;

/** What the plan is asked: targets, budget, capacity, quarters and locks, in one line that opens into a form. */
export function PlanLimits({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const { text } = words;
  const [open, setOpen] = useState(false);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const targets = useDeskState(({ working }) => working?.header.targets ?? noTargets);
  return (
    <section className="plan-limits no-print" aria-label={text('plan.limits')}>
      <div className="plan-limits-line">
        <b>{text('plan.limits')}</b>
        <span data-testid="plan-limits">{limitsText(words, view.settings, targets)}</span>
        {!readOnly && <button type="button" className="link" aria-expanded={open} onClick={() => { setOpen(!open); }} data-testid="plan-limits-change">{text('plan.limits-change')}</button>}
      </div>
      {open && <Form key={view.revision} view={view} targets={targets} close={() => { setOpen(false); }} />}
    </section>
  );
}

const noTargets: Targets = {};

function limitsText({ text }: Words, { budget, capacity, roleCapacity, deadline, must, never }: PlanSettings, targets: Targets): string {
  const own = Object.keys(targets).filter((node) => node !== '').length;
  const limited = Object.keys(roleCapacity).length;
  return [
    targets[''] === undefined ? text('plan.limit-no-target') : text('plan.limit-target', { level: targets[''] }), own === 0 ? '' : text('plan.limit-targets', { count: own }),
    budget === null ? text('plan.limit-no-budget') : text('plan.limit-budget', { days: days(budget) }),
    capacity === null ? text('plan.limit-no-capacity') : text('plan.limit-capacity', { days: days(capacity) }), limited === 0 ? '' : text('plan.limit-roles', { count: limited }),
    deadline === null ? text('plan.limit-no-deadline') : text('plan.limit-deadline', { quarter: deadline }),
    must.length + never.length === 0 ? '' : text('plan.limit-locks', { must: must.length, never: never.length }),
  ].filter((part) => part !== '').join(' · ');
}

type FormProps = { readonly view: PlanView; readonly targets: Targets; readonly close: () => void };

function Form({ view, targets: before, close }: FormProps) {
  const desk = useDesk();
  const { text } = useWords();
  const header = useDeskState(({ working }) => working?.header ?? null);
  const [settings, setSettings] = useState(view.settings);
  const [targets, setTargets] = useState(before);
  const apply = async () => {
    const sameTargets = JSON.stringify(Object.entries(targets).sort()) === JSON.stringify(Object.entries(before).sort());
    const made = (sameTargets || header === null || (await changeRules(desk, { ...rulesWanted(header), targets })))
      && (JSON.stringify(settings) === JSON.stringify(view.settings) || (await changePlanning(desk, settings)));
    if (made) close();
  };
  const change = (part: Partial<PlanSettings>) => { setSettings({ ...settings, ...part }); };
  return (
    <div className="form plan-form" data-testid="plan-form">
      <TargetFields targets={targets} change={setTargets} />
      <div className="plan-form-row">
        <Days label={text('plan.budget')} value={settings.budget} change={(budget) => { change({ budget }); }} testId="plan-budget" />
        <Days label={text('plan.capacity')} value={settings.capacity} change={(capacity) => { change({ capacity }); }} testId="plan-capacity" />
        <Quarter label={text('plan.start')} empty={text('plan.start-next')} value={settings.start} from={view.plan.waves?.start ?? null} change={(start) => { change({ start }); }} />
        <Quarter label={text('plan.deadline')} empty={text('plan.deadline-none')} value={settings.deadline} from={view.plan.waves?.start ?? null} change={(deadline) => { change({ deadline }); }} />
      </div>
      <RoleFields capacity={settings.roleCapacity} change={(roleCapacity) => { change({ roleCapacity }); }} />
      <Locks settings={view.settings} />
      <div className="form-actions">
        <button type="button" className="button button-primary" onClick={() => { void apply(); }} data-testid="plan-apply">{text('plan.apply')}</button>
        <button type="button" className="button" onClick={close}>{text('plan.cancel')}</button>
      </div>
    </div>
  );
}

/** The target of the whole and of each domain; a domain without one of its own has that of the whole. */
export function TargetFields({ targets, change }: { readonly targets: Targets; readonly change: (targets: Targets) => void }) {
  const { text, of } = useWords();
  const pack = useDeskState(({ working }) => working?.index.pack ?? null);
  const domains = pack?.groups.filter(({ parent }) => parent === null) ?? [];
  const set = (node: string, value: string) => {
    const others = Object.fromEntries(Object.entries(targets).filter(([each]) => each !== node));
    change(value === '' ? others : { ...others, [node]: Number(value) });
  };
  const field = (node: string, label: string, empty: string): ReactNode => (
    <label key={node}>
      <span>{label}</span>
      <select className="field" value={targets[node] ?? ''} onChange={({ target }) => { set(node, target.value); }} data-testid={`target-${node === '' ? 'whole' : node}`}>
        <option value="">{empty}</option>
        {levels.map((level) => <option key={level} value={level}>{text(`level.${level}`)}</option>)}
      </select>
    </label>
  );
  return (
    <fieldset className="plan-fieldset">
      <legend>{text('plan.targets')}</legend>
      <div className="plan-form-row">{field('', text('plan.whole'), text('plan.target-none'))}{domains.map((group) => field(group.id, `${group.id} ${of(group)}`, text('plan.target-inherit')))}</div>
    </fieldset>
  );
}

function Days({ label, value, change, testId }: { readonly label: string; readonly value: number | null; readonly change: (value: number | null) => void; readonly testId: string }) {
  const { text } = useWords();
  return (
    <label>
      <span>{label}</span>
      <input className="field" type="number" min={1} step="any" value={value ?? ''} placeholder={text('plan.unlimited')} onChange={({ target }) => { change(target.value === '' || !(target.valueAsNumber > 0) ? null : target.valueAsNumber); }} data-testid={testId} />
    </label>
  );
}

function Quarter({ label, empty, value, from, change }: { readonly label: string; readonly empty: string; readonly value: string | null; readonly from: string | null; readonly change: (value: string | null) => void }) {
  const offered = [...new Set([...(value === null ? [] : [value]), ...(from === null ? [] : nextQuarters(from, quartersAhead))])].sort();
  return (
    <label>
      <span>{label}</span>
      <select className="field" value={value ?? ''} onChange={({ target }) => { change(target.value === '' ? null : target.value); }}>
        <option value="">{empty}</option>
        {offered.map((quarter) => <option key={quarter} value={quarter}>{quarter}</option>)}
      </select>
    </label>
  );
}

function RoleFields({ capacity, change }: { readonly capacity: PlanSettings['roleCapacity']; readonly change: (capacity: PlanSettings['roleCapacity']) => void }) {
  const { text } = useWords();
  const set = (role: string, value: number | null) => {
    const others = Object.fromEntries(Object.entries(capacity).filter(([each]) => each !== role));
    change(value === null ? others : { ...others, [role]: value });
  };
  return (
    <details className="plan-roles" open={Object.keys(capacity).length > 0}>
      <summary>{text('plan.role-capacity')}</summary>
      <div className="plan-form-row">{roles.map((role) => <Days key={role} label={text(`role.${role}`)} value={capacity[role] ?? null} change={(value) => { set(role, value); }} testId={`role-${role}`} />)}</div>
    </details>
  );
}

/** What is locked in and out, each with the way to let go of it. */
function Locks({ settings }: { readonly settings: PlanSettings }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const index = useDeskState(({ working }): PackIndex | null => working?.index ?? null);
  const nameOf = (id: string): string => {
    const action = index?.pack.actions.find((one) => one.id === id);
    return action === undefined ? id : of(action);
  };
  return (['must', 'never'] as const).filter((lock) => settings[lock].length > 0).map((lock) => (
    <div key={lock} className="plan-locks">
      <span className="field-name">{text(`plan.locks-${lock}`)}</span>
      <div className="chips">{settings[lock].map((id) => <button key={id} type="button" className="chip" aria-label={text('plan.unlock', { name: nameOf(id) })} onClick={() => { void lockAction(desk, id, null); }}>{`${nameOf(id)} ×`}</button>)}</div>
    </div>
  ));
}
