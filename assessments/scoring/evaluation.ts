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

/** What never changes of a pack, looked up once: an evaluation is made many times over. */
type Tree = {
  readonly groups: ReadonlyMap<string, Group>;
  readonly subItemOf: ReadonlyMap<string, Group>;
  /** Of every node and of the whole. */
  readonly children: ReadonlyMap<string, readonly string[]>;
};

const trees = new WeakMap<Pack, Tree>();

function treeOf(pack: Pack): Tree {
  const known = trees.get(pack);
  if (known !== undefined) return known;
  const made: Tree = {
    groups: new Map(pack.groups.map((group) => [group.id, group])),
    subItemOf: new Map(pack.groups.flatMap((group) => group.requirements.map(({ id }) => [id, group] as const))),
    children: new Map([[whole, pack.groups.filter(({ parent }) => parent === null).map(({ id }) => id)], ...pack.groups.map(({ id, children }) => [id, children] as const)]),
  };
  trees.set(pack, made);
  return made;
}

/** Evaluates a pack; unassessed requirements count as `unassessed`, N where nothing is said (the lower bound). */
export function evaluate(pack: Pack, valueOf: ValueOf, rules: ScoringRules, unassessed: Thirds = thirds.N): Evaluation {
  const tree = treeOf(pack);
  const ladders = new Map(pack.groups.filter(({ children }) => children.length === 0).map((group) => [group.id, ladderOf(group, valueOf)]));
  const levels = levelsFrom(pack, new Map([...ladders].map(([id, ladder]) => [id, levelOf(ladder, rules, unassessed)])), rules);
  const level = (node: string): number | null => levels.get(node) ?? null;
  return {
    level,
    ladder: (subItem) => ladders.get(subItem),
    levelWith: (node, requirement, value) => {
      const group = tree.subItemOf.get(requirement);
      if (group === undefined || !isWithin(tree, group, node)) return level(node);
      const changed = levelOf(ladderOf(group, (id) => (id === requirement ? value : valueOf(id))), rules, unassessed);
      return risen(tree, group, changed, node, { levels, rules });
    },
  };
}

/** The level of every node and of the whole from those of the sub-items. */
export function levelsFrom(pack: Pack, subItems: ReadonlyMap<string, number | null>, rules: ScoringRules): ReadonlyMap<string, number | null> {
  const levels = new Map(subItems);
  // Parents come before their children in a pack, so the way back meets every child before its parent.
  for (const { id, children } of pack.groups.toReversed()) if (children.length > 0) levels.set(id, rolled(children, levels, rules));
  return levels.set(whole, rolled(childrenOf(pack, whole), levels, rules));
}

/** The children of a node, or of the whole. */
export function childrenOf(pack: Pack, node: string): readonly string[] {
  return treeOf(pack).children.get(node) ?? [];
}

/** The sub-items of a node in document order: itself, where it is one. */
export function subItemsOf(pack: Pack, node: string): readonly Group[] {
  const tree = treeOf(pack);
  return pack.groups.filter((group) => group.children.length === 0 && isWithin(tree, group, node));
}

function isWithin({ groups }: Tree, group: Group, node: string): boolean {
  for (let at: Group | undefined = group; at !== undefined; at = at.parent === null ? undefined : groups.get(at.parent)) if (at.id === node) return true;
  return node === whole;
}

/** The level of `node` where the level of one group below it (or itself) became another; ends where nothing moves any more. */
function risen({ groups, children }: Tree, group: Group, level: number | null, node: string, { levels, rules }: { readonly levels: ReadonlyMap<string, number | null>; readonly rules: ScoringRules }): number | null {
  const changed = new Map([[group.id, level]]);
  const present = { get: (id: string) => (changed.has(id) ? changed.get(id) : levels.get(id)) };
  for (let at = group.id; at !== node;) {
    if (changed.get(at) === (levels.get(at) ?? null)) return levels.get(node) ?? null;
    at = groups.get(at)?.parent ?? whole;
    changed.set(at, rolled(children.get(at) ?? [], present, rules));
  }
  return changed.get(node) ?? null;
}

function rolled(children: readonly string[], levels: { readonly get: (id: string) => number | null | undefined }, rules: ScoringRules): number | null {
  return rollUp(children.map((id) => ({ level: levels.get(id) ?? null, weight: weightOf(rules, id) })), rules);
}
