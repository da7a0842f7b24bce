import type { ActionWork, PlanSettings } from '#assessments';
import type { Header, WantedRules } from '#contract';
import { ask, languageOf, say, type Desk } from './desk.ts';
import { readAgain } from './reading.ts';
import { record } from './recording.ts';
import { noSupposing, type Planning, type PlanTab, type Supposing } from './state.ts';
import { textOf } from '../text/text.ts';

let jobs = 0;

/** Has the plan computed as the assessment asks for it; `detailed` with its curve and next-best choices, which takes longer. One that is still being computed is given up. */
export async function computePlan(desk: Desk, detailed: boolean): Promise<void> {
  const { working, planning } = desk.store.get();
  if (working === null) return;
  if (planning.job !== null) void desk.bridge.call('cancel', { job: planning.job });

  jobs += 1;
  const job = `plan-${jobs}-${Math.trunc(performance.timeOrigin + performance.now())}`;
  setPlanning(desk, { job, problem: null });
  const reply = await desk.bridge.call('readPlan', { assessment: working.assessment, job, ...(detailed ? { question: { curve: true, alternatives: 3 } } : {}) });
  if (desk.store.get().planning.job !== job) return;
  if (reply.ok) setPlanning(desk, { job: null, view: reply.value, detailed });
  else setPlanning(desk, { job: null, problem: reply.problem });
}

/** Gives up computing; what was there before stays. */
export async function stopPlanning(desk: Desk): Promise<void> {
  const { job } = desk.store.get().planning;
  if (job !== null) await ask(desk, 'cancel', { job });
}

export function showPlanTab(desk: Desk, tab: PlanTab): void {
  setPlanning(desk, { tab });
}

/** What the plan is asked from now on: locks, limits, quarters. */
export async function changePlanning(desk: Desk, change: Partial<PlanSettings>): Promise<boolean> {
  const settings = desk.store.get().planning.view?.settings;
  if (settings === undefined) return false;
  return (await record(desk, ({ assessment }) => desk.bridge.call('setPlanning', { assessment, planning: { ...settings, ...change } }))) !== null;
}

/** Locks an action into the plan, out of it, or (null) leaves it to the computing. */
export async function lockAction(desk: Desk, action: string, lock: 'must' | 'never' | null): Promise<void> {
  const settings = desk.store.get().planning.view?.settings;
  if (settings === undefined) return;
  const without = (list: readonly string[]): readonly string[] => list.filter((id) => id !== action);
  const must = lock === 'must' ? [...without(settings.must), action] : without(settings.must);
  const never = lock === 'never' ? [...without(settings.never), action] : without(settings.never);
  await changePlanning(desk, { must, never });
}

/** Owner, due day and status of an action. */
export async function changeAction(desk: Desk, action: string, change: Partial<Omit<ActionWork, 'action'>>): Promise<void> {
  const before = desk.store.get().planning.view?.work.find((one) => one.action === action);
  const work: ActionWork = { owner: null, due: null, status: 'open', ...before, action, ...change };
  const made = await record(desk, ({ assessment }) => desk.bridge.call('setAction', { assessment, ...work }));
  if (made === null) return;
  // Shown at once; the plan computed anew says the same.
  setPlanning(desk, { view: withWork(desk.store.get().planning.view, work) });
}

function withWork(view: Planning['view'], work: ActionWork): Planning['view'] {
  return view === null ? null : { ...view, work: [...view.work.filter(({ action }) => action !== work.action), work] };
}

/** Policy, roll-up, their numbers and all targets at once; false where it was refused. */
export async function changeRules(desk: Desk, rules: WantedRules): Promise<boolean> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('setRules', { assessment, rules }));
  // The header carries rules and targets, and comes with reading again.
  if (made !== null) await readAgain(desk);
  return made !== null;
}

/** The rules and targets as they stand, to be changed in part. */
export function rulesWanted({ rules, targets }: Header): WantedRules {
  return { ...rules, targets };
}

export function suppose(desk: Desk, change: Partial<Supposing>): void {
  desk.store.set((state) => ({ ...state, supposing: { ...state.supposing, ...change } }));
}

export function supposeNothing(desk: Desk): void {
  suppose(desk, noSupposing);
}

/** Takes an action as done, or no longer. */
export function toggleSupposed(desk: Desk, action: string): void {
  const { actions } = desk.store.get().supposing;
  suppose(desk, { actions: actions.includes(action) ? actions.filter((id) => id !== action) : [...actions, action] });
}

/** Takes a rating as given; null takes it as it is. */
export function supposeRating(desk: Desk, requirement: string, value: Supposing['ratings'][number]['value'] | null): void {
  const others = desk.store.get().supposing.ratings.filter((one) => one.requirement !== requirement);
  suppose(desk, { ratings: value === null ? others : [...others, { requirement, value }] });
}

/** Saves what is assumed by name, over the scenario it was begun from unless it is to be a new one. */
export async function saveSupposed(desk: Desk, anew: boolean): Promise<void> {
  const { scenario, name, actions, ratings } = desk.store.get().supposing;
  const saved: { id: string | null } = { id: null };
  const made = await record(desk, async ({ assessment }) => {
    const reply = await desk.bridge.call('saveScenario', { assessment, name: name.trim(), actions, ratings, ...(scenario === null || anew ? {} : { scenario }) });
    if (reply.ok) saved.id = reply.value.scenario;
    return reply;
  });
  if (made === null) return;
  suppose(desk, { scenario: saved.id });
  say(desk, textOf(languageOf(desk.store.get()))('suppose.saved', { name: name.trim() }));
}

export async function removeSupposed(desk: Desk, scenario: string): Promise<void> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('removeScenario', { assessment, scenario }));
  if (made !== null && desk.store.get().supposing.scenario === scenario) suppose(desk, { scenario: null });
}

function setPlanning(desk: Desk, change: Partial<Planning>): void {
  desk.store.set((state) => ({ ...state, planning: { ...state.planning, ...change } }));
}
