import type { Group, Pack, Requirement } from '#assessments';

/** A pack arranged for showing: look-ups by id and the document order of what is rated. */
export type PackIndex = {
  readonly pack: Pack;
  readonly groups: ReadonlyMap<string, Group>;
  readonly requirements: ReadonlyMap<string, Located>;
  /** Groups that can hold requirements (no group below them), written or not, in document order. */
  readonly leaves: readonly Group[];
  /** All requirement ids, sub-item by sub-item, lower levels first. */
  readonly order: readonly string[];
};
export type Located = { readonly requirement: Requirement; readonly group: Group };

/** Arranges the pack; within a sub-item requirements stand by level, in the pack's order. */
export function indexPack(pack: Pack): PackIndex {
  const leaves = pack.groups.filter(({ children }) => children.length === 0);
  const located = leaves.flatMap((group) => [...group.requirements].sort((a, b) => a.level - b.level).map((requirement) => ({ requirement, group })));
  return {
    pack,
    groups: new Map(pack.groups.map((group) => [group.id, group])),
    requirements: new Map(located.map((each) => [each.requirement.id, each])),
    leaves,
    order: located.map(({ requirement }) => requirement.id),
  };
}

/** The sub-items at or below a group, in document order. */
export function leavesBelow(index: PackIndex, id: string): readonly Group[] {
  if (id === '') return index.leaves;
  const group = index.groups.get(id);
  if (group === undefined) return [];
  return group.children.length === 0 ? [group] : group.children.flatMap((child) => leavesBelow(index, child));
}

/** The groups from the top of the tree down to `id`, inclusive. */
export function pathTo(index: PackIndex, id: string): readonly Group[] {
  const group = index.groups.get(id);
  if (group === undefined) return [];
  return [...(group.parent === null ? [] : pathTo(index, group.parent)), group];
}
