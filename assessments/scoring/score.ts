import type { Group, Pack } from '../catalogue/pack.ts';
import type { Policy, RatingValue, Rollup } from '../journal/event.ts';
import { blockingOf, gradeOf, ladderOf, levelOf, thirds } from './levels.ts';
import type { FinalRating, NodeResult, ScoreResult } from './result.ts';
import { rollUp } from './rollups.ts';
import { type ScoringRules, completeRules, weightOf } from './rules.ts';
import { targetOf } from './targets.ts';

export type ScoreInput = {
  readonly pack: Pack; readonly finals: readonly FinalRating[];
  readonly policy: Policy; readonly rollup: Rollup;
  /** Key '' = the whole pack; otherwise a group id. */
  readonly targets: Readonly<Record<string, number>>;
} & Partial<Pick<ScoringRules, 'thresholdPercent' | 'quotaPercent' | 'weights'>>;

/** Levels, intervals and blocking requirements of every node of the pack and of the whole (design, "Scoring"). */
export function score({ pack, finals, targets, ...given }: ScoreInput): ScoreResult {
  const rules = completeRules(given);
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  const valueOf = valuesOf(finals);
  const results = new Map<string, NodeResult>();
  // Parents come before their children in a pack, so the way back meets every child before its parent.
  for (const group of pack.groups.toReversed()) {
    const outcome = group.children.length === 0
      ? leafOutcome(group, valueOf, rules)
      : innerOutcome(group.children.flatMap((id) => results.get(id) ?? []), rules);
    const target = targetOf(group, groups, targets);
    results.set(group.id, { id: group.id, kind: group.kind, ...outcome, target: target === null || outcome.ceiling === null ? null : Math.min(target, outcome.ceiling) });
  }

  const nodes = pack.groups.flatMap(({ id }) => results.get(id) ?? []);
  const { level, grade, min, max, ceiling, assessed, total, blocking } = innerOutcome(pack.groups.filter(({ parent }) => parent === null).flatMap(({ id }) => results.get(id) ?? []), rules);
  return { policy: rules.policy, rollup: rules.rollup, rules, overall: { level, grade, min, max, ceiling, assessed, total, blocking }, nodes, finals };
}

/** The rating that counts for each requirement, null where it has none. */
export function valuesOf(finals: readonly FinalRating[]): (requirement: string) => RatingValue | null {
  const byRequirement = new Map(finals.map(({ requirement, value }) => [requirement, value]));
  return (requirement) => byRequirement.get(requirement) ?? null;
}

type Outcome = Omit<NodeResult, 'id' | 'kind' | 'target'>;

/** A sub-item. Its ceiling is the highest level it can reach with the requirements that apply. */
function leafOutcome(group: Group, valueOf: (requirement: string) => RatingValue | null, rules: ScoringRules): Outcome {
  const ladder = ladderOf(group, valueOf);
  const level = levelOf(ladder, rules, thirds.N);
  return {
    level, grade: gradeOf(ladder), min: level, max: levelOf(ladder, rules, thirds.F), ceiling: ladder.attainable.at(-1) ?? null,
    assessed: ladder.applicable.filter(({ value }) => value !== null).length, total: ladder.applicable.length,
    blocking: blockingOf(ladder, rules).map(({ id }) => id), written: group.requirements.length > 0,
  };
}

/** A node above sub-items: lower bound, upper bound and ceiling are rolled up each by itself; children without a level are left out. */
function innerOutcome(children: readonly (Outcome & { readonly id: string })[], rules: ScoringRules): Outcome {
  const rolled = (bound: (child: Outcome) => number | null) => rollUp(children.map((child) => ({ level: bound(child), weight: weightOf(rules, child.id) })), rules);
  const level = rolled(({ min }) => min);
  const ceiling = rolled((child) => child.ceiling);
  const holding = level === null || level === ceiling ? [] : children.filter((child) => child.level !== null && child.level <= level);
  return {
    level, grade: level === null ? null : String(level), min: level, max: rolled(({ max }) => max), ceiling,
    assessed: children.reduce((sum, child) => sum + child.assessed, 0), total: children.reduce((sum, child) => sum + child.total, 0),
    blocking: holding.flatMap(({ blocking }) => blocking), written: children.some(({ written }) => written),
  };
}
