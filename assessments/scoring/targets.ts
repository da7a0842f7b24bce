import type { Group } from '../catalogue/pack.ts';

/** The target set nearest to a node: on itself, on the closest node above, or ('') on the whole pack; null where none is set. */
export function targetOf(group: Group, groups: ReadonlyMap<string, Group>, targets: Readonly<Record<string, number>>): number | null {
  for (let at: Group | undefined = group; at !== undefined; at = at.parent === null ? undefined : groups.get(at.parent)) {
    const target = setTarget(targets, at.id);
    if (target !== null) return target;
  }
  return setTarget(targets, '');
}

function setTarget(targets: Readonly<Record<string, number>>, key: string): number | null {
  return Object.hasOwn(targets, key) ? (targets[key] ?? null) : null;
}
