import type { PlanGoal } from './plan.ts';
import { isLeaf, resultAt } from './certificates.ts';
import type { Situation } from './situation.ts';

/** A node that has to be at a level. */
export type Aim = { readonly node: string; readonly level: number };

/**
 * What has to hold for the targets to be met. Where the roll-up leaves no choice (minimum), a target reaches down to
 * every sub-item below it, up to a nearer one; each is lowered to the sub-item's ceiling and to what the actions can
 * reach there. Where it leaves one (quota, mean), each node with a target of its own has to be at it, lowered likewise;
 * a lower target beneath it does not bind.
 */
export function aimsOf(situation: Situation): readonly Aim[] {
  const { input: { pack, rules }, now, reachable } = situation;
  if (rules.rollup !== 'minimum') return goalsOf(situation).map(({ node, goal }) => ({ node, level: goal })).filter(({ level }) => level > 0);
  const leaves = new Set(pack.groups.filter(isLeaf).map(({ id }) => id));
  return now.nodes.flatMap(({ id, target }, index) => {
    const level = Math.min(target ?? 0, reachable.nodes[index]?.level ?? 0);
    return leaves.has(id) && level > 0 ? [{ node: id, level }] : [];
  });
}

/**
 * The nodes with a target of their own, the whole first, then in the pack's order. `after` is filled in by the plan.
 * Under `minimum` a nearer target below a node lowers the node's goal as well: it cannot be above its lowest child.
 */
export function goalsOf(situation: Situation): readonly Omit<PlanGoal, 'after'>[] {
  const { input: { pack, targets, rules }, now, reachable } = situation;
  return ['', ...pack.groups.map(({ id }) => id)].filter((node) => Object.hasOwn(targets, node)).map((node) => {
    const wanted = targets[node] ?? 0;
    const { level, ceiling } = resultAt(now, node);
    const most = resultAt(reachable, node).level;
    const below = rules.rollup === 'minimum' ? leafAims(situation, node) : [];
    return { node, wanted, ceiling, reachable: most, now: level, goal: Math.min(wanted, ceiling ?? 0, most ?? 0, ...below) };
  });
}

/** The levels aimed at in the sub-items below a node (or the node itself) that have a level. */
function leafAims({ input: { pack }, now, reachable }: Situation, node: string): readonly number[] {
  const groups = new Map(pack.groups.map((group) => [group.id, group]));
  const isBelow = (id: string): boolean => {
    for (let at = groups.get(id); at !== undefined; at = at.parent === null ? undefined : groups.get(at.parent)) if (at.id === node) return true;
    return node === '';
  };
  const leaves = new Set(pack.groups.filter((group) => isLeaf(group) && isBelow(group.id)).map(({ id }) => id));
  return now.nodes.flatMap(({ id, level, target }, index) => (leaves.has(id) && level !== null ? [Math.min(target ?? 0, reachable.nodes[index]?.level ?? 0)] : []));
}
