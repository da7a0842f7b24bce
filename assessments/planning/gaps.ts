import type { Pack } from '../catalogue/pack.ts';
import type { ScoreResult } from '../scoring/result.ts';
import type { Gap } from './plan.ts';

/** The gaps up to a target of the whole pack, in its order; null = up to the targets the result was scored with. */
export function gapsOf(pack: Pack, result: ScoreResult, target: number | null): readonly Gap[] {
  const nodes = new Map(result.nodes.map((node) => [node.id, node]));
  const finals = new Map(result.finals.map((final) => [final.requirement, final.value]));
  const closing = closingActions(pack);
  return pack.groups.flatMap((group) => {
    const node = nodes.get(group.id);
    const upTo = target === null ? (node?.target ?? 0) : Math.min(target, node?.ceiling ?? 0);
    return group.requirements.flatMap(({ id, level }): readonly Gap[] => {
      const value = finals.get(id) ?? null;
      if (level > upTo || value === 'F' || value === 'NA') return [];
      return [{ requirement: id, subItem: group.id, level, value, actions: closing.get(id) ?? [] }];
    });
  });
}

/** How many gaps there are, and how many of them no rating has decided yet: nobody rated them, or the ratings differ. */
export function countGaps(gaps: readonly Gap[]): { readonly all: number; readonly undecided: number } {
  return { all: gaps.length, undecided: gaps.filter(({ value }) => value === null).length };
}

/** The actions of the pack that close a requirement, by its id. */
export function closingActions({ actions }: Pack): ReadonlyMap<string, readonly string[]> {
  const closing = new Map<string, string[]>();
  for (const { id, satisfies } of actions) for (const requirement of satisfies) closing.set(requirement, [...(closing.get(requirement) ?? []), id]);
  return closing;
}
