import type { Bilingual } from '../language.ts';
import { type Capacity, type Job, type Schedule, leastQuarters, lengthOf, listSchedule, shareOf } from './calendar.ts';
import type { Wave, Waves } from './plan.ts';
import { type Solve, emptyDraft } from './programme.ts';
import { quarterName } from './quarters.ts';
import { addScheduleRows, scheduleIn } from './schedule-rows.ts';

/** `fewest`: proven that no order of these jobs takes fewer quarters. */
export type Scheduled = { readonly schedule: Schedule; readonly fewest: boolean };

/** Of how many jobs times quarters it is asked at most whether one quarter less would do: more take too long to tell. */
const largest = 400;
/** A schedule of one quarter less is not worth more: where it takes longer to tell, the rule of thumb stands. */
const branches = 50;

/**
 * The jobs (those that are needed first) over the fewest quarters that three rules of thumb give: lower levels first,
 * else what most work waits for, else the largest. Where a bound does not already show that fewer are impossible and the
 * question is not too large, the solver is asked for a schedule of one quarter less, until there is none.
 */
export function schedule(jobs: readonly Job[], capacity: Capacity, solve: Solve): Scheduled {
  let best = byRules(jobs, capacity);
  const least = leastQuarters(jobs, capacity);
  while (lengthOf(jobs, best) > least) {
    const horizon = lengthOf(jobs, best) - 1;
    if (horizon * jobs.length > largest) return { schedule: best, fewest: false };
    const draft = emptyDraft();
    const variables = addScheduleRows(draft, jobs, { capacity, horizon, chosen: () => undefined });
    const answer = solve({ ...draft, objective: { sense: 'least', terms: [] } }, branches);
    if (answer.values === null) return { schedule: best, fewest: answer.status === 'infeasible' };
    best = tidied(jobs, capacity, scheduleIn(jobs, variables, answer.values));
  }
  return { schedule: best, fewest: true };
}

/** The shortest of the rules of thumb; of equals the first. */
function byRules(jobs: readonly Job[], capacity: Capacity): Schedule {
  const waiting = new Map<string, number>();
  for (const job of jobs.toReversed()) {
    const after = jobs.filter(({ needs }) => needs.includes(job.action)).map(({ action }) => waiting.get(action) ?? 0);
    waiting.set(job.action, job.weeks + Math.max(0, ...after));
  }
  const orders = [jobs, inOrder(jobs, ({ action }) => waiting.get(action) ?? 0), inOrder(jobs, ({ days }) => days)];
  const [first = new Map(), ...others] = orders.map((order) => listSchedule(order, capacity));
  return others.reduce((best, other) => (lengthOf(jobs, other) < lengthOf(jobs, best) ? other : best), first);
}

/** The jobs by the largest of what is asked, each after those it needs. */
function inOrder(jobs: readonly Job[], by: (job: Job) => number): readonly Job[] {
  const left = jobs.toSorted((one, other) => by(other) - by(one));
  const ordered: Job[] = [];
  const placed = new Set<string>();
  const known = new Set(jobs.map(({ action }) => action));
  while (left.length > 0) {
    const [next] = left.splice(Math.max(0, left.findIndex(({ needs }) => needs.every((id) => placed.has(id) || !known.has(id)))), 1);
    if (next === undefined) break;
    ordered.push(next);
    placed.add(next.action);
  }
  return ordered;
}

/** The schedule with every job begun as early as the order of the schedule allows, where that does not make it longer. */
function tidied(jobs: readonly Job[], capacity: Capacity, given: Schedule): Schedule {
  const byWeek = jobs.toSorted((one, other) => (given.get(one.action)?.week ?? 0) - (given.get(other.action)?.week ?? 0));
  const earlier = listSchedule(byWeek, capacity);
  return lengthOf(jobs, earlier) > lengthOf(jobs, given) ? given : earlier;
}

export type WavesInput = { readonly jobs: readonly Job[]; readonly scheduled: Scheduled; readonly start: number; readonly deadline: number | null; readonly capacity: number | null };

/** The work of every quarter from the first on, in the order of the jobs; quarters without work stay in between. */
export function wavesOf({ jobs, scheduled, start, deadline, capacity }: WavesInput): Waves {
  const length = lengthOf(jobs, scheduled.schedule);
  const quarters = Array.from({ length }, (_, at): Wave => {
    const actions = jobs.flatMap((job) => {
      const from = scheduled.schedule.get(job.action)?.quarter ?? 0;
      return at >= from && at < from + job.quarters ? [{ action: job.action, days: shareOf(job.days, job.quarters, at - from) / 100 }] : [];
    });
    return { quarter: quarterName(start + at), actions, days: actions.reduce((sum, { days }) => sum + Math.round(100 * days), 0) / 100 };
  });
  return { start: quarterName(start), quarters, capacity, fewest: scheduled.fewest, late: deadline !== null && start + length - 1 > deadline, how: how[scheduled.fewest ? 'fewest' : 'ruled'] };
}

const how: Readonly<Record<'fewest' | 'ruled', Bilingual>> = {
  fewest: {
    zh: '按前置措施、日历周数和每季度可用人天排期，低等级优先；已证明不可能用更少的季度完成。',
    en: 'Ordered by prerequisites, calendar weeks and the person-days of each quarter, lower levels first; proven that no fewer quarters will do.',
  },
  ruled: {
    zh: '按前置措施、日历周数和每季度可用人天依次排期，低等级优先；这是经验排法，未证明季度数最少。',
    en: 'Ordered one after the other by prerequisites, calendar weeks and the person-days of each quarter, lower levels first; a rule of thumb, not proven to take the fewest quarters.',
  },
};
