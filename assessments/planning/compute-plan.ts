import type { Bilingual } from '../language.ts';
import { nextBest } from './alternatives.ts';
import { capacityOf } from './calendar.ts';
import { resultAt } from './certificates.ts';
import { effortCurve } from './curve.ts';
import { type Decision, type Limits, costOfAll, decide } from './decide.ts';
import { effortRange } from './effort-range.ts';
import { gapsOf } from './gaps.ts';
import { goalsOf } from './goals.ts';
import { makePlan } from './make-plan.ts';
import { obstaclesOf } from './obstacles.ts';
import type { Gap, Plan } from './plan.ts';
import { plannedActions } from './planned-actions.ts';
import { type PlanningInput, finalsAfter, hundredths, scoreOf, totalEffort } from './planning-input.ts';
import type { Solve } from './programme.ts';
import { quarterAfter, quarterNumber } from './quarters.ts';
import { quickWins } from './quick-wins.ts';
import { type Situation, situationOf } from './situation.ts';
import { wavesOf } from './waves.ts';

/**
 * The way to the targets (design, "Gap plan"): the cheapest actions after which the policy and the roll-up give them,
 * with all they need, within the limits; over quarters; with what stands in the way. Least likely effort, then fewest
 * actions, then the earliest of the pack, each by a solve of its own. Efforts in person-days. Where the solver finds
 * nothing in its time the answer is the list of all actions that close a gap, and says so.
 */
export function computePlan(input: PlanningInput, solve: Solve): Plan {
  const situation = situationOf(input);
  const gaps = gapsOf(input.pack, situation.now, null);
  const limits = limitsOf(situation);
  const decision = decide(situation, gaps, limits, solve);
  const target = input.targets[''] ?? null;
  if (decision.chosen === null) return { ...makePlan({ pack: input.pack, result: situation.now, target: null }), target, targets: input.targets };
  return {
    ...planOf(situation, gaps, limits, { ...decision, chosen: decision.chosen }), target,
    alternatives: nextBest(decision, input.alternatives, solve),
    curve: input.curve ? effortCurve(input, solve) : [],
  };
}

type Decided = Decision & { readonly chosen: ReadonlySet<string> };
type Within = Limits & { readonly start: number; readonly deadline: number | null };

function planOf(situation: Situation, gaps: readonly Gap[], limits: Within, decision: Decided): Omit<Plan, 'target' | 'alternatives' | 'curve'> {
  const { input } = situation;
  const chosen = situation.candidates.filter(({ id }) => decision.chosen.has(id));
  const left = chosen.filter(({ id }) => !situation.done.has(id));
  const after = scoreOf(input, finalsAfter(input.pack, input.finals, decision.chosen));
  const actions = plannedActions(chosen, gaps, { jobs: decision.jobs, schedule: decision.scheduled.schedule, start: limits.start });
  return {
    gaps, actions, targets: input.targets, effort: totalEffort(left), method: 'optimum', provenOptimal: decision.proven, how: howOf(situation, decision),
    uncovered: gaps.filter((gap) => gap.actions.length === 0).map(({ requirement }) => requirement),
    goals: goalsOf(situation).map((goal) => ({ ...goal, after: resultAt(after, goal.node).level })),
    levels: { now: situation.now.overall.level, after: after.overall.level },
    obstacles: obstaclesOf(situation, gaps, decision, limits),
    waves: wavesOf({ ...limits, jobs: decision.jobs, scheduled: decision.scheduled, capacity: input.settings.capacity }),
    range: effortRange(left.map(({ effort }) => effort), input.seed), quickWins: quickWins(actions),
  };
}

/** A budget below what is locked in is raised to it: a lock stands above a limit. */
function limitsOf(situation: Situation): Within {
  const { input: { settings, asOf }, must } = situation;
  const start = quarterNumber(settings.start ?? quarterAfter(asOf) ?? '') ?? 0;
  const deadline = settings.deadline === null ? null : quarterNumber(settings.deadline);
  const budget = settings.budget === null ? null : hundredths(settings.budget);
  return { start, deadline, horizon: deadline === null ? null : Math.max(0, deadline - start + 1), capacity: capacityOf(settings), budget: budget === null ? null : Math.max(budget, costOfAll(situation, must)) };
}

function howOf(situation: Situation, { kind, proven, chosen, unlimited }: Decided): Bilingual {
  if (!proven) return unproven;
  if (kind === 'most') return most;
  const { must, never } = situation.input.settings;
  const bound = must.length + never.length > 0 || costOfAll(situation, chosen) > (unlimited?.cost ?? 0);
  return cheapest({ lowered: goalsOf(situation).some(({ goal, wanted }) => goal < wanted), bound });
}

/** `lowered`: a target is out of reach, so that less was aimed at; `bound`: locks or a deadline leave cheaper plans out. */
function cheapest({ lowered, bound }: { readonly lowered: boolean; readonly bound: boolean }): Bilingual {
  return {
    zh: `${lowered ? '目标不能全部达到，计划以能达到的最高等级为准。' : ''}已用整数规划（HiGHS）精确求解并证明：${bound ? '在所给的锁定和限制内，' : ''}没有更省工作量的措施组合能达到${lowered ? '这些等级' : '目标'}；工作量相同时取措施更少的，再相同取标准包中靠前的。`,
    en: `${lowered ? 'Not every target can be reached, so the plan aims at the highest levels that can be. ' : ''}Solved exactly as an integer programme (HiGHS) and proven: ${bound ? 'within the locks and limits given, ' : ''}no choice of actions reaches ${lowered ? 'these levels' : 'the targets'} with less effort; among equals the one with fewest actions, then the earliest in the pack.`,
  };
}

const most: Bilingual = {
  zh: '已用整数规划（HiGHS）精确求解并证明：在所给限制内达不到目标，因此先让各目标节点的等级尽可能高，再弥合尽可能多的差距，最后取工作量最少的。',
  en: 'Solved exactly as an integer programme (HiGHS) and proven: the limits do not allow the targets, so the levels of the targeted nodes are the highest there can be, then most gaps are closed, then with least effort.',
};
const unproven: Bilingual = {
  zh: '求解时间已到：这是目前找到的最好方案，尚未证明最优。',
  en: 'The time for solving ran out: the best found, not proven to be the best there is.',
};
