import { type Capacity, type Job, jobOf, lengthOf } from './calendar.ts';
import { type ActionField, type Choice, actionField, cheapestFirst, choose, demand, effortTerms } from './field.ts';
import type { Gap } from './plan.ts';
import { type Aim, aimsOf, goalsOf } from './goals.ts';
import { orderActions } from './order-actions.ts';
import { type Objective, type Solve, type Term, addRow } from './programme.ts';
import { addScheduleRows } from './schedule-rows.ts';
import { type Situation, costOf } from './situation.ts';
import { type Scheduled, schedule } from './waves.ts';

/** Hundredths of a person-day, and quarters from the start on; null = no limit. */
export type Limits = { readonly budget: number | null; readonly horizon: number | null; readonly capacity: Capacity };
/**
 * What was decided. `cheapest`: every aim is met; `most`: the limits do not allow that. `field` is the programme that
 * was solved, for asking it further. `unlimited`: the cheapest plan that heeds no limit, to say what is missing.
 */
export type Decision = Choice & {
  readonly kind: 'cheapest' | 'most'; readonly field: ActionField;
  readonly jobs: readonly Job[]; readonly scheduled: Scheduled;
  readonly unlimited: { readonly cost: number; readonly quarters: number } | null;
};

/**
 * The cheapest choice that meets the aims. Where it breaks the budget or ends after the last quarter: the cheapest that
 * keeps to them; and where none meets the aims within them, the one that brings the targeted nodes highest, then closes
 * most gaps, then is cheapest. A locked-in action is chosen even where that breaks a limit.
 */
export function decide(situation: Situation, gaps: readonly Gap[], limits: Limits, solve: Solve): Decision {
  const aims = aimsOf(situation);
  const planner = plannerOf(situation, gaps, limits, solve);
  const free = planner.cheapest(aims, { budget: null, horizon: null });
  if (free.chosen === null) return { ...free, unlimited: null };
  const unlimited = { cost: costOfAll(situation, free.chosen), quarters: lengthOf(free.jobs, free.scheduled.schedule) };
  const tooDear = unlimited.cost > (limits.budget ?? Infinity);
  if (!tooDear && !endsAfter(unlimited.quarters, limits)) return { ...free, unlimited };

  // Where the cheapest of all breaks the budget no other choice that meets the aims keeps to it.
  const within = tooDear && free.proven ? nothing : planner.cheapest(aims, limits);
  if (within.chosen !== null) return { ...within, unlimited };
  const most = planner.most(limits);
  return most.chosen === null ? { ...free, unlimited } : { ...most, proven: most.proven && within.proven, unlimited };
}

function endsAfter(quarters: number, { horizon }: Limits): boolean {
  return horizon !== null && quarters > horizon;
}

const nothing = { chosen: null, proven: true };

export function costOfAll(situation: Situation, chosen: ReadonlySet<string>): number {
  return situation.candidates.filter(({ id }) => chosen.has(id)).reduce((sum, action) => sum + costOf(situation, action), 0);
}

function plannerOf(situation: Situation, gaps: readonly Gap[], { capacity }: Limits, solve: Solve) {
  const jobsOf = (chosen: ReadonlySet<string>): readonly Job[] =>
    orderActions(situation.candidates.filter(({ id }) => chosen.has(id) && !situation.done.has(id)), gaps)
      .map((action) => jobOf(action, costOf(situation, action), (situation.needs.get(action.id) ?? []).filter((id) => chosen.has(id)), capacity));
  const fieldWithin = ({ budget, horizon }: Pick<Limits, 'budget' | 'horizon'>): ActionField => {
    const field = actionField(situation);
    const { terms, unit } = effortTerms(field);
    if (budget !== null) addRow(field.draft, terms, { most: Math.floor(budget / unit) });
    if (horizon !== null) addScheduleRows(field.draft, jobsOf(new Set(situation.candidates.map(({ id }) => id))), { capacity, horizon, chosen: (id) => field.actions.get(id) });
    return field;
  };
  const decided = (kind: Decision['kind'], field: ActionField, choice: Choice): Omit<Decision, 'unlimited'> => {
    const jobs = jobsOf(choice.chosen ?? new Set());
    return { ...choice, kind, field, jobs, scheduled: schedule(jobs, capacity, solve) };
  };
  return {
    cheapest: (aims: readonly Aim[], within: Pick<Limits, 'budget' | 'horizon'>) => {
      const field = fieldWithin(within);
      demand(field, aims);
      return decided('cheapest', field, choose(field, cheapestFirst(field), solve));
    },
    most: (within: Pick<Limits, 'budget' | 'horizon'>) => {
      const field = fieldWithin(within);
      const objectives = [...mostFirst(field, gaps), ...cheapestFirst(field)];
      return decided('most', field, choose(field, objectives, solve));
    },
  };
}

/** The levels of the targeted nodes added up, then the number of gaps closed. */
function mostFirst({ situation, certificates }: ActionField, gaps: readonly Gap[]): readonly Objective[] {
  const levels = goalsOf(situation).flatMap(({ node, goal }) => Array.from({ length: goal }, (_, index) => certificates.reaches(node, index + 1)));
  const closed = gaps.flatMap(({ requirement }) => certificates.closed(requirement) ?? []);
  return [
    { sense: 'most', terms: levels.flatMap((certificate): readonly Term[] => ('variable' in certificate ? [[certificate.variable, 1]] : [])) },
    { sense: 'most', terms: closed.map((variable): Term => [variable, 1]) },
  ];
}
