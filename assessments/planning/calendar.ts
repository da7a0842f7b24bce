import type { Action } from '../catalogue/pack.ts';
import type { PlanSettings } from './plan.ts';
import { hundredths } from './planning-input.ts';

/** A quarter has 13 weeks. Weeks and person-days are counted in hundredths, so that sums are whole numbers. */
export const quarterWeeks = 1_300;

/** What an action takes of the calendar: quarters it is worked on in a row, weeks from its beginning to its end, days. */
export type Job = {
  readonly action: string; readonly quarters: number; readonly weeks: number; readonly days: number;
  /** Days of each of its roles that have a limit. */
  readonly roleDays: Readonly<Record<string, number>>;
  readonly needs: readonly string[];
};
/** Days there are in a quarter, in hundredths; null = as many as wanted. */
export type Capacity = { readonly days: number | null; readonly roles: Readonly<Record<string, number>> };

export function capacityOf({ capacity, roleCapacity }: Pick<PlanSettings, 'capacity' | 'roleCapacity'>): Capacity {
  return { days: capacity === null ? null : hundredths(capacity), roles: Object.fromEntries(Object.entries(roleCapacity).map(([role, days]) => [role, hundredths(days)])) };
}

/**
 * The calendar of an action. It is worked on in as few quarters in a row as its calendar weeks and the capacity allow,
 * with its days spread evenly over them (and evenly over its roles), so one that is shorter than a quarter begins and
 * ends in the same one.
 */
export function jobOf({ id, calendarWeeks, roles }: Action, days: number, needs: readonly string[], { days: limit, roles: limits }: Capacity): Job {
  const roleDays = Object.fromEntries(roles.flatMap((role) => (Object.hasOwn(limits, role) ? [[role, Math.ceil(days / roles.length)] as const] : [])));
  const weeks = Math.round(100 * calendarWeeks);
  const quarters = Math.max(1, Math.ceil(weeks / quarterWeeks), limit === null ? 1 : Math.ceil(days / limit), ...Object.entries(roleDays).map(([role, own]) => Math.ceil(own / (limits[role] ?? own))));
  return { action: id, quarters, weeks: Math.max(weeks, quarterWeeks * (quarters - 1) + 1), days, roleDays, needs };
}

/** Of `all` days over so many quarters those of one of them: even, and in whole numbers adding up. */
export function shareOf(all: number, quarters: number, index: number): number {
  return Math.floor(all * (index + 1) / quarters) - Math.floor(all * index / quarters);
}

/** A quarter from 0 on, and the week in which an action begins. */
export type Slot = { readonly quarter: number; readonly week: number };
export type Schedule = ReadonlyMap<string, Slot>;

/** The number of quarters a schedule takes. */
export function lengthOf(jobs: readonly Job[], schedule: Schedule): number {
  return Math.max(0, ...jobs.map(({ action, quarters }) => (schedule.get(action)?.quarter ?? 0) + quarters));
}

/**
 * Takes the jobs in the order given (those that are needed first) and begins each as early as what it needs is done and
 * the capacity of its quarters allows. Without capacities nothing can be done in fewer quarters; with them it is a rule
 * of thumb.
 */
export function listSchedule(jobs: readonly Job[], capacity: Capacity): Schedule {
  const byAction = new Map(jobs.map((job) => [job.action, job]));
  const schedule = new Map<string, Slot>();
  const used = emptyUse();
  for (const job of jobs) {
    const ready = Math.max(0, ...job.needs.map((id) => (schedule.get(id)?.week ?? 0) + (byAction.get(id)?.weeks ?? 0)));
    let quarter = Math.floor(ready / quarterWeeks);
    while (Math.max(ready, quarter * quarterWeeks) + job.weeks > (quarter + job.quarters) * quarterWeeks || !used.fits(job, quarter, capacity)) quarter += 1;
    used.add(job, quarter);
    schedule.set(job.action, { quarter, week: Math.max(ready, quarter * quarterWeeks) });
  }
  return schedule;
}

function emptyUse() {
  const days: number[] = [];
  const roles = new Map<string, number>();
  const each = (job: Job, quarter: number, run: (at: number, share: number, ownShares: readonly (readonly [string, number])[]) => boolean): boolean =>
    Array.from({ length: job.quarters }, (_, index) => index).every((index) => run(quarter + index, shareOf(job.days, job.quarters, index), Object.entries(job.roleDays).map(([role, own]) => [role, shareOf(own, job.quarters, index)] as const)));
  return {
    fits: (job: Job, quarter: number, capacity: Capacity): boolean => each(job, quarter, (at, share, own) =>
      (capacity.days === null || (days[at] ?? 0) + share <= capacity.days) && own.every(([role, more]) => (roles.get(`${role} ${at}`) ?? 0) + more <= (capacity.roles[role] ?? Infinity))),
    add: (job: Job, quarter: number): void => {
      each(job, quarter, (at, share, own) => {
        days[at] = (days[at] ?? 0) + share;
        for (const [role, more] of own) roles.set(`${role} ${at}`, (roles.get(`${role} ${at}`) ?? 0) + more);
        return true;
      });
    },
  };
}

/** A number of quarters that no schedule of the jobs can do without: by the longest chain, and by the days there are. */
export function leastQuarters(jobs: readonly Job[], capacity: Capacity): number {
  const byDays = (all: number, limit: number): number => Math.ceil(all / limit);
  const days = jobs.reduce((sum, job) => sum + job.days, 0);
  const roles = Object.entries(capacity.roles).map(([role, limit]) => byDays(jobs.reduce((sum, { roleDays }) => sum + (roleDays[role] ?? 0), 0), limit));
  return Math.max(lengthOf(jobs, listSchedule(jobs, { days: null, roles: {} })), capacity.days === null ? 0 : byDays(days, capacity.days), ...roles);
}
