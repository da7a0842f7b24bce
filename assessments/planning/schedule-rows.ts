import { type Capacity, type Job, type Schedule, type Slot, quarterWeeks, shareOf } from './calendar.ts';
import { isChosen } from './lexicographic.ts';
import { type Draft, type Term, addRow, addShare } from './programme.ts';

/** The variables of an action in the calendar: one per quarter it may begin in, and the week. */
type JobVariables = { readonly begins: readonly (readonly [quarter: number, variable: number])[]; readonly week: number };
export type ScheduleVariables = ReadonlyMap<string, JobVariables>;

/**
 * Adds to a programme that the chosen jobs are done within so many quarters: each begins in one of them, after what it
 * needs, and within every quarter's capacity. `chosen` gives the variable that says whether an action is chosen, or
 * undefined where it is.
 */
export function addScheduleRows(draft: Draft, jobs: readonly Job[], { capacity, horizon, chosen }: { readonly capacity: Capacity; readonly horizon: number; readonly chosen: (action: string) => number | undefined }): ScheduleVariables {
  const end = horizon * quarterWeeks;
  const variables: ScheduleVariables = new Map(jobs.map((job) => [job.action, {
    begins: Array.from({ length: Math.max(0, horizon - job.quarters + 1) }, (_, quarter) => [quarter, addShare(draft, `${job.action} in ${quarter}`, { whole: true })] as const),
    week: addShare(draft, `week of ${job.action}`, { whole: false, upper: end }),
  }]));
  for (const job of jobs) addJobRows(draft, job, { variables, jobs, chosen: chosen(job.action), end });
  addCapacityRows(draft, jobs, { variables, capacity, horizon });
  return variables;
}

type Rows = { readonly variables: ScheduleVariables; readonly jobs: readonly Job[]; readonly chosen: number | undefined; readonly end: number };

function addJobRows(draft: Draft, job: Job, { variables, jobs, chosen, end }: Rows): void {
  const own = variables.get(job.action);
  if (own === undefined) return;
  const once = own.begins.map(([, variable]): Term => [variable, 1]);
  if (chosen === undefined) addRow(draft, once, { least: 1, most: 1 });
  else addRow(draft, [...once, [chosen, -1]], { least: 0, most: 0 });

  // Not before its quarter begins, and done when its last one ends; free where it is not chosen.
  addRow(draft, [[own.week, 1], ...own.begins.map(([quarter, variable]): Term => [variable, -quarter * quarterWeeks])], { least: 0 });
  const free = end + job.weeks;
  addRow(draft, [[own.week, 1], ...own.begins.map(([quarter, variable]): Term => [variable, free - (quarter + job.quarters) * quarterWeeks])], { most: free - job.weeks });

  for (const id of job.needs) {
    const [before, needed] = [variables.get(id), jobs.find(({ action }) => action === id)];
    if (before === undefined || needed === undefined) continue;
    const most = end + needed.weeks;
    addRow(draft, chosen === undefined ? [[own.week, 1], [before.week, -1]] : [[own.week, 1], [before.week, -1], [chosen, -most]], { least: chosen === undefined ? needed.weeks : needed.weeks - most });
  }
}

function addCapacityRows(draft: Draft, jobs: readonly Job[], { variables, capacity, horizon }: { readonly variables: ScheduleVariables; readonly capacity: Capacity; readonly horizon: number }): void {
  const limited = (daysOf: (job: Job) => number, limit: number): void => {
    for (let at = 0; at < horizon; at += 1) {
      const terms = jobs.flatMap((job) => (variables.get(job.action)?.begins ?? []).filter(([quarter]) => quarter <= at && at < quarter + job.quarters).map(([quarter, variable]): Term => [variable, shareOf(daysOf(job), job.quarters, at - quarter)]));
      addRow(draft, terms.filter(([, days]) => days > 0), { most: limit });
    }
  };
  if (capacity.days !== null) limited(({ days }) => days, capacity.days);
  for (const [role, limit] of Object.entries(capacity.roles)) limited(({ roleDays }) => roleDays[role] ?? 0, limit);
}

/** When the chosen jobs begin, each as early as the solution's quarters allow. Jobs must come after those they need. */
export function scheduleIn(jobs: readonly Job[], variables: ScheduleVariables, values: readonly number[]): Schedule {
  const byAction = new Map(jobs.map((job) => [job.action, job]));
  const schedule = new Map<string, Slot>();
  for (const { action, needs } of jobs) {
    const begun = variables.get(action)?.begins.find(([, variable]) => isChosen(values, variable));
    if (begun === undefined) continue;
    const ready = Math.max(0, ...needs.map((id) => (schedule.get(id)?.week ?? 0) + (byAction.get(id)?.weeks ?? 0)));
    schedule.set(action, { quarter: begun[0], week: Math.max(ready, begun[0] * quarterWeeks) });
  }
  return schedule;
}
