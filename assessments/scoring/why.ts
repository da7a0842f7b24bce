import type { Group } from '../catalogue/pack.ts';
import { type Confidence, type RatingValue, policies, rollups } from '../journal/event.ts';
import { certaintyOf, moreDoubtful } from './doubts.ts';
import { type Evaluation, type ValueOf, childrenOf, evaluate, levelsFrom, subItemsOf, whole } from './evaluation.ts';
import { blockingOf, ladderOf, levelOf, thirds } from './levels.ts';
import { type Lift, liftTo } from './lift.ts';
import type { NodeResult, ScoreResult } from './result.ts';
import { type ScoringRules, completeRules } from './rules.ts';
import { type ScoreInput, score, valuesOf } from './score.ts';
import type { Blocker, Sensitivity, Turn, Why } from './why-result.ts';

export type WhyInput = ScoreInput & {
  /** How confident people were, by requirement (see confidencesOf). */
  readonly confidence?: ReadonlyMap<string, Confidence>;
  /** How far the evidence carries each rating, 0 to 1; a requirement that is not in it has no evidence. */
  readonly sufficiency?: ReadonlyMap<string, number>;
};

/**
 * Why a node of the pack ('' = the whole) has the level it has: what blocks it, the shortest way up, every single
 * rating it hangs on, what NA does to it, and what other rules would have given (design, "Why"). Null where the pack
 * has no such node. Levels are in whole numbers 0..5; unassessed counts as N, as in the level itself.
 */
export function why(input: WhyInput, node: string): Why | null {
  const { pack, finals, targets } = input;
  const group = pack.groups.find(({ id }) => id === node);
  if (group === undefined && node !== whole) return null;

  const rules = completeRules(input);
  const valueOf = valuesOf(finals);
  const evaluation = evaluate(pack, valueOf, rules);
  const result = score(input);
  const own = standing(result, node, targets);
  const subItems = subItemsOf(pack, node);
  const shortest = (level: number | null): Lift | null => (level === null || own.level === null || level <= own.level ? null : liftTo(pack, node, level, { valueOf, evaluation, rules }));
  const { blocking, ...levels } = own;
  return {
    ...levels, kind: group?.kind ?? 'whole', rules,
    blocking: blockersOf(blocking, subItems, { evaluation, rules, valueOf }),
    lift: own.level === null ? null : shortest(own.level + 1), toTarget: shortest(own.target),
    children: childrenOf(pack, node).map((id) => standing(result, id, targets)).map(({ node: id, level, ceiling }) => ({ node: id, level, ceiling, holds: level !== null && own.level !== null && level <= own.level })),
    sensitivity: sensitivityOf(input, node, subItems, evaluation, valueOf),
    notApplicable: notApplicable(input, node, subItems, valueOf),
    alternatives: alternativesOf(input, node, rules, valueOf),
  };
}

type Standing = Pick<NodeResult, 'level' | 'grade' | 'min' | 'max' | 'ceiling' | 'target' | 'blocking'> & { readonly node: string };

function standing({ nodes, overall }: ScoreResult, node: string, targets: Readonly<Record<string, number>>): Standing {
  const found = nodes.find(({ id }) => id === node);
  const { level, grade, min, max, ceiling, blocking } = found ?? overall;
  const wholeTarget = Object.hasOwn(targets, whole) && ceiling !== null ? Math.min(targets[whole] ?? ceiling, ceiling) : null;
  return { node, level, grade, min, max, ceiling, blocking, target: found === undefined ? wholeTarget : found.target };
}

function blockersOf(ids: readonly string[], subItems: readonly Group[], { evaluation, rules, valueOf }: { readonly evaluation: Evaluation; readonly rules: ScoringRules; readonly valueOf: ValueOf }): readonly Blocker[] {
  const wanted = new Set(ids);
  return subItems.flatMap((subItem) => {
    const ladder = evaluation.ladder(subItem.id);
    const needs = new Map((ladder === undefined ? [] : blockingOf(ladder, rules)).map((one) => [one.id, one.needs]));
    return subItem.requirements.filter(({ id }) => wanted.has(id)).map(({ id, level }): Blocker => {
      const least = needs.get(id) ?? null;
      return { requirement: id, subItem: subItem.id, level, value: valueOf(id), needs: least === null ? null : scale.find((value) => thirds[value] === least && value !== 'N') as Blocker['needs'] };
    });
  });
}

const scale = ['N', 'P', 'L', 'F'] as const;

function sensitivityOf({ finals, confidence, sufficiency }: WhyInput, node: string, subItems: readonly Group[], evaluation: Evaluation, valueOf: ValueOf): readonly Sensitivity[] {
  const byRequirement = new Map(finals.map((final) => [final.requirement, final]));
  const found = subItems.flatMap((subItem) => subItem.requirements.flatMap(({ id, level }): readonly Sensitivity[] => {
    const value = valueOf(id);
    const turns = turnsOf(node, id, value, evaluation);
    if (turns.raises === null && turns.lowers === null) return [];
    const certainty = certaintyOf(byRequirement.get(id), confidence?.get(id) ?? null, sufficiency === undefined ? null : sufficiency.get(id) ?? 0);
    return [{ requirement: id, subItem: subItem.id, level, value, ...turns, ...certainty }];
  }));
  // Sorting keeps document order among equals.
  return found.sort(moreDoubtful);
}

/** The nearest other values of one rating that move the node. */
function turnsOf(node: string, requirement: string, value: RatingValue | null, evaluation: Evaluation): Pick<Sensitivity, 'raises' | 'lowers' | 'oneStep'> {
  const now = evaluation.level(node) ?? 0;
  const { higher, lower } = besides(value);
  const nearest = (candidates: readonly Turn['to'][], moves: (level: number) => boolean): Turn | null => {
    const turns = candidates.map((to): Turn => ({ to, level: evaluation.levelWith(node, requirement, to) ?? 0 }));
    return turns.find(({ level }) => moves(level)) ?? null;
  };
  const raises = nearest(higher, (level) => level > now);
  const lowers = nearest(lower, (level) => level < now);
  const isNext = (turn: Turn | null, candidates: readonly Turn['to'][]): boolean => turn !== null && turn.to === candidates[0];
  return { raises, lowers, oneStep: value !== 'NA' && (isNext(raises, higher) || isNext(lowers, lower)) };
}

/** The values above and below, nearest first; for NA all of them, as it may be taken as anything; unassessed counts as N. */
function besides(value: RatingValue | null): { readonly higher: readonly Turn['to'][]; readonly lower: readonly Turn['to'][] } {
  if (value === 'NA') return { higher: scale, lower: scale.toReversed() };
  const place = scale.indexOf(value ?? 'N');
  return { higher: scale.slice(place + 1), lower: scale.slice(0, place).reverse() };
}

function notApplicable({ pack, ...given }: WhyInput, node: string, subItems: readonly Group[], valueOf: ValueOf): Why['notApplicable'] {
  const requirements = subItems.flatMap((subItem) => subItem.requirements.map(({ id }) => id)).filter((id) => valueOf(id) === 'NA');
  const left = new Set(requirements);
  const as = (value: 'N' | 'F'): number | null => evaluate(pack, (id) => (left.has(id) ? value : valueOf(id)), completeRules(given)).level(node);
  return { requirements, asN: as('N'), asF: as('F') };
}

function alternativesOf({ pack }: WhyInput, node: string, rules: ScoringRules, valueOf: ValueOf): Why['alternatives'] {
  const ladders = subItemsOf(pack, whole).map((group) => [group.id, ladderOf(group, valueOf)] as const);
  return policies.flatMap((policy) => {
    // The sub-items have the same levels whatever the roll-up.
    const [lower, upper] = [thirds.N, thirds.F].map((unassessed) => new Map(ladders.map(([id, ladder]) => [id, levelOf(ladder, { ...rules, policy }, unassessed)]))) as [Map<string, number | null>, Map<string, number | null>];
    return rollups.map((rollup) => {
      const [min, max] = [lower, upper].map((subItems) => levelsFrom(pack, subItems, { ...rules, rollup }).get(node) ?? null) as [number | null, number | null];
      return { policy, rollup, level: min, min, max };
    });
  });
}
