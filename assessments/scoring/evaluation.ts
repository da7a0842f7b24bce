import type { Group, Pack } from '../catalogue/pack.ts';
import type { RatingValue } from '../journal/event.ts';
import { type Ladder, ladderOf, levelOf, thirds } from './levels.ts';
import type { Thirds } from './policies.ts';
import { rollUp } from './rollups.ts';
import { type ScoringRules, weightOf } from './rules.ts';

/** The name of the whole pack where nodes are named. */
export const whole = '';

/** The rating that counts for a requirement, null where it is unassessed. */
export type ValueOf = (requirement: string) => RatingValue | null;

/**
 * The levels of all nodes under one set of ratings and rules, ready to say what one other rating would make of them:
 * only the sub-item it belongs to and the nodes above that are computed again.
 */
export type Evaluation = {
  /** The level of a node ('' = the whole); null where nothing below it applies. */
  readonly level: (node: string) => number | null;
  /** The level of a node if one requirement had another rating (NA = left out, null = unassessed). */
  readonly levelWith: (node: string, requirement: string, value: RatingValue | null) => number | null;
  /** The ladder of a sub-item as it stands. */
  readonly ladder: (subItem: string) => Ladder | undefined;
};

type Shape = { readonly rules: ScoringRules; readonly unassessed: Thirds; readonly valueOf: ValueOf };

/** Evaluates a pack; unassessed requirements count as `unassessed`, N where nothing is said (the lower bound). */
export function evaluate(pack: Pack, valueOf: ValueOf, rules: ScoringRules, unassessed: Thirds = thirds.N): Evaluation {
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  const subItemOf = new Map(pack.groups.flatMap((group) => group.requirements.map(({ id }) => [id, group] as const)));
  const shape: Shape = { rules, unassessed, valueOf };
  const ladders = new Map<string, Ladder>();
  const levels = new Map<string, number | null>();
  for (const group of pack.groups.toReversed()) {
    if (group.children.length === 0) ladders.set(group.id, ladderOf(group, valueOf));
    const ladder = ladders.get(group.id);
    levels.set(group.id, ladder === undefined ? rolled(group.children, levels, rules) : levelOf(ladder, rules, unassessed));
  }
  levels.set(whole, rolled(childrenOf(pack, whole), levels, rules));

  const level = (node: string): number | null => levels.get(node) ?? null;
  return {
    level,
    ladder: (subItem) => ladders.get(subItem),
    levelWith: (node, requirement, value) => {
      const group = subItemOf.get(requirement);
      if (group === undefined || !isWithin(group, node, groups)) return level(node);
      const changed = levelOf(ladderOf(group, (id) => (id === requirement ? value : valueOf(id))), shape.rules, shape.unassessed);
      return risen(pack, group, changed, node, { groups, levels, rules });
    },
  };
}

/** The children of a node, or of the whole. */
export function childrenOf(pack: Pack, node: string): readonly string[] {
  if (node === whole) return pack.groups.filter(({ parent }) => parent === null).map(({ id }) => id);
  return pack.groups.find(({ id }) => id === node)?.children ?? [];
}

/** The sub-items of a node in document order: itself, where it is one. */
export function subItemsOf(pack: Pack, node: string): readonly Group[] {
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  return pack.groups.filter((group) => group.children.length === 0 && isWithin(group, node, groups));
}

function isWithin(group: Group, node: string, groups: ReadonlyMap<string, Group>): boolean {
  for (let at: Group | undefined = group; at !== undefined; at = at.parent === null ? undefined : groups.get(at.parent)) if (at.id === node) return true;
  return node === whole;
}

type Standing = { readonly groups: ReadonlyMap<string, Group>; readonly levels: ReadonlyMap<string, number | null>; readonly rules: ScoringRules };

/** The level of `node` where the level of one group below it (or itself) became another; ends where nothing moves any more. */
function risen(pack: Pack, group: Group, level: number | null, node: string, { groups, levels, rules }: Standing): number | null {
  const changed = new Map([[group.id, level]]);
  for (let at = group.id; at !== node; at = parentOf(at, groups)) {
    if (changed.get(at) === (levels.get(at) ?? null)) return levels.get(node) ?? null;
    const parent = parentOf(at, groups);
    const children = parent === whole ? childrenOf(pack, whole) : (groups.get(parent)?.children ?? []);
    changed.set(parent, rolled(children, { get: (id) => (changed.has(id) ? changed.get(id) : levels.get(id)) }, rules));
  }
  return changed.get(node) ?? null;
}

function parentOf(node: string, groups: ReadonlyMap<string, Group>): string {
  return groups.get(node)?.parent ?? whole;
}

function rolled(children: readonly string[], levels: { readonly get: (id: string) => number | null | undefined }, rules: ScoringRules): number | null {
  return rollUp(children.map((id) => ({ level: levels.get(id) ?? null, weight: weightOf(rules, id) })), rules);
}
