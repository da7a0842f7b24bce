import { facets, type Chosen, type Facet } from '../../desk/state.ts';
import type { Entry } from './entries.ts';

/** Entries that have one of the values chosen in every facet in which something is chosen. */
export function kept(entries: readonly Entry[], chosen: Chosen): readonly Entry[] {
  const asked = facets.filter((facet) => chosen[facet].length > 0);
  return asked.length === 0 ? entries : entries.filter((entry) => asked.every((facet) => fits(entry, facet, chosen)));
}

function fits({ values }: Entry, facet: Facet, chosen: Chosen): boolean {
  return values[facet].some((value) => chosen[facet].includes(value));
}

export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/**
 * How many of the entries each choice would show: those that fit what is chosen in the other facets. So the number
 * beside a choice is what one gets by adding it to its own facet alone.
 */
export function choiceCounts(entries: readonly Entry[], chosen: Chosen): Counts {
  const asked = facets.filter((facet) => chosen[facet].length > 0);
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Record<Facet, Map<string, number>>;
  for (const entry of entries) {
    const missed = asked.filter((facet) => !fits(entry, facet, chosen));
    for (const facet of facets) {
      if (missed.some((other) => other !== facet)) continue;
      for (const value of entry.values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many of the entries lie at or below each group; groups without any are left out. */
export function countsBelow(entries: readonly Entry[], parents: ReadonlyMap<string, string | null>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of entries) {
    for (let id: string | null = group.id; id !== null; id = parents.get(id) ?? null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** With a value chosen that was not, or not chosen that was. */
export function toggled(chosen: Chosen, facet: Facet, value: string): Chosen {
  const values = chosen[facet];
  return { ...chosen, [facet]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}

/** Everything chosen, one by one. */
export function choicesMade(chosen: Chosen): readonly { readonly facet: Facet; readonly value: string }[] {
  return facets.flatMap((facet) => chosen[facet].map((value) => ({ facet, value })));
}
