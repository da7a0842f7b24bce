import type { Action } from '../catalogue/pack.ts';
import { type Job, type Schedule } from './calendar.ts';
import { orderActions } from './order-actions.ts';
import type { Gap, PlannedAction } from './plan.ts';
import { quarterName } from './quarters.ts';

/** When the actions are worked on: their jobs, and the first quarter of all. */
export type Timing = { readonly jobs: readonly Job[]; readonly schedule: Schedule; readonly start: number };

/** The actions in the order in which they can be done, by quarter where it is known, with the gaps they close. */
export function plannedActions(actions: readonly Action[], gaps: readonly Gap[], timing: Timing | null): readonly PlannedAction[] {
  const quarterOf = (id: string): number => timing?.schedule.get(id)?.quarter ?? 0;
  return orderActions(actions, gaps).toSorted((one, other) => quarterOf(one.id) - quarterOf(other.id)).map((action, index) => plannedAction(action, gaps, index + 1, timing));
}

function plannedAction({ id, zh, en, effort, calendarWeeks, prerequisites, roles }: Action, gaps: readonly Gap[], order: number, timing: Timing | null): PlannedAction {
  const closes = gaps.filter(({ actions }) => actions.includes(id)).map(({ requirement }) => requirement);
  return { action: id, name: { zh, en }, closes, effort, calendarWeeks, prerequisites, roles, order, ...quartersOf(id, timing) };
}

function quartersOf(id: string, timing: Timing | null): Pick<PlannedAction, 'begins' | 'ends'> {
  const slot = timing?.schedule.get(id);
  const job = timing?.jobs.find(({ action }) => action === id);
  if (timing === null || slot === undefined || job === undefined) return { begins: null, ends: null };
  return { begins: quarterName(timing.start + slot.quarter), ends: quarterName(timing.start + slot.quarter + job.quarters - 1) };
}
