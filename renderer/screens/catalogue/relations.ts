import type { Action } from '#assessments';
import type { PackIndex } from '../../desk/pack-index.ts';

/** What hangs on a requirement beyond its own file. */
export type Relations = {
  /** Requirements that build on it. */
  readonly neededBy: readonly string[];
  /** Those related to it, named by either side; `here`: it is in this pack. */
  readonly related: readonly { readonly id: string; readonly here: boolean }[];
  readonly actions: readonly Action[];
};

export function relationsOf(index: PackIndex, id: string): Relations {
  const all = [...index.requirements.values()].map(({ requirement }) => requirement);
  const related = new Set([...(index.requirements.get(id)?.requirement.related ?? []), ...all.filter((other) => other.related.includes(id)).map((other) => other.id)]);
  return {
    neededBy: all.filter(({ dependsOn }) => dependsOn.includes(id)).map((other) => other.id),
    related: [...related].map((other) => ({ id: other, here: index.requirements.has(other) })),
    actions: index.pack.actions.filter(({ satisfies }) => satisfies.includes(id)),
  };
}
