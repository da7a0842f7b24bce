import type { Group, Pack } from '../catalogue/pack.ts';
import type { RatingValue, Rollup } from '../journal/event.ts';
import { type Evaluation, type ValueOf, childrenOf } from './evaluation.ts';
import { type Ladder, fewestRaises, thirds } from './levels.ts';
import type { Thirds } from './policies.ts';
import { quotaOf, rollUp } from './rollups.ts';
import { type ScoringRules, weightOf } from './rules.ts';

/** One rating to be changed; `from` null = unassessed, which counts as N. */
export type RatingChange = { readonly requirement: string; readonly subItem: string; readonly from: RatingValue | null; readonly to: 'P' | 'L' | 'F' };

/**
 * The shortest way to a level: the fewest requirements changed, among those the fewest thirds (N→F is three), among
 * those what stands first in the document. Exact under every policy and roll-up. `level` is what the node then has;
 * it may be more than was asked for, where a level in between cannot be reached. `children`: those of the node itself
 * that rise, and from where to where.
 */
export type Lift = {
  readonly level: number; readonly changes: readonly RatingChange[]; readonly thirds: number;
  readonly children: readonly { readonly node: string; readonly from: number; readonly to: number }[];
};

/** A way up: what it costs, and how high the node stands then. */
type Way = { readonly cost: number; readonly level: number; readonly changes: readonly RatingChange[]; readonly children: Lift['children'] };
/** The cheapest way to be at least at level 0, 1 … 5; null where it cannot be. Costs never fall towards higher levels. */
type Climb = readonly (Way | null)[];

/** Requirements first, thirds second: no pack has so many thirds that they would count as a requirement. */
const perRequirement = 1_000_000;
const levels = [0, 1, 2, 3, 4, 5] as const;

/** The shortest way for a node to be at `level` or above; null where it cannot be, as above its ceiling. */
export function liftTo(pack: Pack, node: string, level: number, standing: { readonly valueOf: ValueOf; readonly evaluation: Evaluation; readonly rules: ScoringRules }): Lift | null {
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  const climbOf = (id: string): Climb => {
    const group = groups.get(id);
    const ladder = group?.children.length === 0 ? standing.evaluation.ladder(id) : undefined;
    if (group !== undefined && ladder !== undefined) return leafClimb(group, ladder, standing);
    return innerClimb(childrenOf(pack, id).flatMap((child) => {
      const from = standing.evaluation.level(child);
      return from === null ? [] : [{ id: child, from, weight: weightOf(standing.rules, child), climb: climbOf(child) }];
    }), standing.rules);
  };
  const way = climbOf(node)[level];
  if (way === undefined || way === null) return null;
  return { level: way.level, changes: way.changes, thirds: way.cost % perRequirement, children: way.children };
}

function leafClimb(group: Group, ladder: Ladder, { valueOf, evaluation, rules }: { readonly valueOf: ValueOf; readonly evaluation: Evaluation; readonly rules: ScoringRules }): Climb {
  const now = evaluation.level(group.id);
  const ways = levels.map((level): Way | null => {
    if (now === null) return null;
    if (level <= now) return { cost: 0, level: now, changes: [], children: [] };
    const goal = ladder.attainable.find((one) => one >= level);
    if (goal === undefined) return null;
    const raises = fewestRaises(ladder, rules, goal);
    const changes = raises.map(({ id, to }): RatingChange => ({ requirement: id, subItem: group.id, from: valueOf(id), to: signs[to] }));
    return { cost: raises.reduce((sum, { id, to }) => sum + perRequirement + to - thirdsOf(valueOf(id)), 0), level: goal, changes, children: [] };
  });
  // What a level costs nothing more than the one below is reached along with it: everything it asks for is there.
  return ways.map((way) => (way === null ? null : { ...way, level: ways.findLast((other) => other?.cost === way.cost)?.level ?? way.level }));
}

/** What a raise goes to; never N. */
const signs: Readonly<Record<Thirds, 'P' | 'L' | 'F'>> = { 0: 'P', 1: 'P', 2: 'L', 3: 'F' };

function thirdsOf(value: RatingValue | null): number {
  return value === null || value === 'NA' ? 0 : thirds[value];
}

type Child = { readonly id: string; readonly from: number; readonly weight: number; readonly climb: Climb };
/** For each child the level it is to have at least; null where the node cannot be that high. */
type Choice = readonly number[] | null;

function innerClimb(children: readonly Child[], rules: ScoringRules): Climb {
  return levels.map((level): Way | null => {
    const choice = children.length === 0 ? null : choices[rules.rollup](children, level, rules);
    if (choice === null) return null;
    const ways = children.flatMap(({ id, from, weight, climb }, index) => {
      const way = climb[choice[index] ?? 0];
      return way === undefined || way === null ? [] : [{ id, from, weight, way }];
    });
    return {
      cost: ways.reduce((sum, { way }) => sum + way.cost, 0),
      level: rollUp(ways.map(({ weight, way }) => ({ level: way.level, weight })), rules) ?? level,
      changes: ways.flatMap(({ way }) => way.changes),
      children: ways.filter(({ from, way }) => way.level > from).map(({ id, from, way }) => ({ node: id, from, to: way.level })),
    };
  });
}

/**
 * The cheapest levels of the children for a node to be at a level.
 *
 * | roll-up | which children must rise |
 * |---|---|
 * | minimum | all of them, to the level |
 * | quota | all to the level below; then as many as the quota asks for to the level itself, those for which that costs least |
 * | mean | all to the level below; beyond that whatever brings the weighted sum there cheapest (a knapsack, solved exactly) |
 */
const choices: Readonly<Record<Rollup, (children: readonly Child[], level: number, rules: ScoringRules) => Choice>> = {
  minimum: (children, level) => possible(children, children.map(() => level)),
  quota: (children, level, { quotaPercent }) => {
    const below = Math.max(0, level - 1);
    const needed = quotaOf(children.length, quotaPercent);
    const byCost = children.map(({ climb }, index) => ({ index, extra: costOf(climb, level) - costOf(climb, below) }))
      .filter(({ extra }) => Number.isFinite(extra)).sort((one, other) => one.extra - other.extra || one.index - other.index);
    if (byCost.length < needed) return null;
    const raised = new Set(byCost.slice(0, needed).map(({ index }) => index));
    return possible(children, children.map((_, index) => (raised.has(index) ? level : below)));
  },
  mean: cheapestMean,
};

function possible(children: readonly Child[], choice: readonly number[]): Choice {
  return children.every(({ climb }, index) => Number.isFinite(costOf(climb, choice[index] ?? 0))) ? choice : null;
}

function costOf(climb: Climb, level: number): number {
  return climb[level]?.cost ?? Infinity;
}

/** Dynamic programming over the weighted sum that is still missing, from the last child to the first. */
function cheapestMean(children: readonly Child[], level: number): Choice {
  const least = Math.max(0, level - 1);
  const needed = level * children.reduce((sum, { weight }) => sum + weight, 0);
  const options = levels.filter((one) => one >= least);
  const left = (missing: number, { weight }: Child, to: number): number => Math.max(0, missing - weight * to);
  // after[i][missing]: what the children from i on cost at least, to bring what is missing.
  const after: (readonly number[])[] = [Array.from({ length: needed + 1 }, (_, missing) => (missing === 0 ? 0 : Infinity))];
  for (const child of children.toReversed()) {
    const later = after[0] ?? [];
    after.unshift(Array.from({ length: needed + 1 }, (_, missing) => Math.min(...options.map((to) => costOf(child.climb, to) + (later[left(missing, child, to)] ?? Infinity)))));
  }
  if (!Number.isFinite(after[0]?.[needed] ?? Infinity)) return null;
  let missing = needed;
  return children.map((child, index) => {
    const total = after[index]?.[missing];
    const to = options.findLast((one) => costOf(child.climb, one) + (after[index + 1]?.[left(missing, child, one)] ?? Infinity) === total) ?? least;
    missing = left(missing, child, to);
    return to;
  });
}
