import type { Group, Pack } from '../catalogue/pack.ts';
import type { Policy, Rollup } from '../journal/event.ts';
import { blockingOf, gradeOf, ladderOf, levelOf, thirds } from './levels.ts';
import type { FinalRating, NodeResult, ScoreResult } from './result.ts';
import { rollUp } from './rollups.ts';
import { targetOf } from './targets.ts';

export type ScoreInput = {
  readonly pack: Pack; readonly finals: readonly FinalRating[];
  readonly policy: Policy; readonly rollup: Rollup;
  /** Key '' = the whole pack; otherwise a group id. */
  readonly targets: Readonly<Record<string, number>>;
};

/** Levels, intervals and blocking requirements of every node of the pack and of the whole (design, "Scoring"). */
export function score({ pack, finals, policy, rollup, targets }: ScoreInput): ScoreResult {
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  const byRequirement = new Map(finals.map((final) => [final.requirement, final]));
  const results = new Map<string, NodeResult>();
  // Parents come before their children in a pack, so the way back meets every child before its parent.
  for (const group of pack.groups.toReversed()) {
    const outcome = group.children.length === 0
      ? leafOutcome(group, byRequirement, policy)
      : innerOutcome(group.children.flatMap((id) => results.get(id) ?? []), rollup);
    const target = targetOf(group, groups, targets);
    results.set(group.id, { id: group.id, kind: group.kind, ...outcome, target: target === null || outcome.ceiling === null ? null : Math.min(target, outcome.ceiling) });
  }

  const nodes = pack.groups.flatMap(({ id }) => results.get(id) ?? []);
  const { level, grade, min, max, ceiling, assessed, total, blocking } = innerOutcome(pack.groups.filter(({ parent }) => parent === null).flatMap(({ id }) => results.get(id) ?? []), rollup);
  return { policy, rollup, overall: { level, grade, min, max, ceiling, assessed, total, blocking }, nodes, finals };
}

type Outcome = Omit<NodeResult, 'id' | 'kind' | 'target'>;

/** A sub-item. Its ceiling is the highest level it can reach with the requirements that apply. */
function leafOutcome(group: Group, finals: ReadonlyMap<string, FinalRating>, policy: Policy): Outcome {
  const ladder = ladderOf(group, finals);
  const level = levelOf(ladder, policy, thirds.N);
  return {
    level, grade: gradeOf(ladder), min: level, max: levelOf(ladder, policy, thirds.F), ceiling: ladder.attainable.at(-1) ?? null,
    assessed: ladder.applicable.filter(({ value }) => value !== null).length, total: ladder.applicable.length,
    blocking: blockingOf(ladder, policy), written: group.requirements.length > 0,
  };
}

/** A node above sub-items: lower bound, upper bound and ceiling are rolled up each by itself; children without a level are left out. */
function innerOutcome(children: readonly Outcome[], rollup: Rollup): Outcome {
  const level = rollUp(children.map(({ min }) => min), rollup);
  const ceiling = rollUp(children.map((child) => child.ceiling), rollup);
  const holding = level === null || level === ceiling ? [] : children.filter((child) => child.level !== null && child.level <= level);
  return {
    level, grade: level === null ? null : String(level), min: level, max: rollUp(children.map(({ max }) => max), rollup), ceiling,
    assessed: children.reduce((sum, child) => sum + child.assessed, 0), total: children.reduce((sum, child) => sum + child.total, 0),
    blocking: holding.flatMap(({ blocking }) => blocking), written: children.some(({ written }) => written),
  };
}
