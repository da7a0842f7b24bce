import type { CompiledJoin } from './compile.ts';
import { type FactIndex, type Key, type Path, keyAt } from './fact-index.ts';
import { valueAt } from './field-path.ts';

/** Finds the partners of facts for one join. `firstOf` gives the index of the first one, null where there is none or the bound is spent. */
export type Partners = { readonly firstOf: (f: unknown) => number | null; readonly isSpent: () => boolean };

/** How many pairs one join may try; a join by equality never comes near. */
const mostPairs = 1_000_000;
/** With fewer possible partners than that it is quicker to try them than to look whether the same was tried before. */
const worthKnowing = 32;

/** Partners of facts by a join. Facts that say the same in all that the join reads have the same partner, which is searched once. */
export function partnersIn(join: CompiledJoin, index: FactIndex): Partners {
  let left = mostPairs;
  const partnersOf = possiblePartners(join, index);
  const known = new Map<string, number | null>();
  const search = (f: unknown, others: readonly number[]): number | null => {
    for (const other of others) {
      left -= 1;
      if (left < 0) return null;
      if (join.on(f, index.facts[other])) return other;
    }
    return null;
  };
  return {
    isSpent: () => left < 0,
    firstOf: (f) => {
      const others = partnersOf(f);
      if (others.length < worthKnowing || join.reads === null) return search(f, others);
      const said = saidBy(f, join.reads.f);
      const before = known.get(said);
      if (before !== undefined) return before;
      const found = search(f, others);
      known.set(said, found);
      return found;
    },
  };
}

/** Which facts a fact could be joined with: those with equal keys of which nothing is false by itself; looked up once for each key. */
function possiblePartners({ type, keys, own, reads }: CompiledJoin, index: FactIndex): (f: unknown) => readonly number[] {
  const known = new Map<Key, readonly number[]>();
  return (f) => {
    const key = keys === null ? null : keyAt(f, keys.f);
    const before = known.get(key);
    if (before !== undefined) return before;
    const others = keys === null ? index.ofType(type) : index.ofKey(type, keys.g, key);
    const possible = others.filter((other) => own.every((part) => part(undefined, index.facts[other]) !== false));
    const told = possible.length < worthKnowing || reads === null ? possible : firstOfEach(possible, (other) => saidBy(index.facts[other], reads.g));
    known.set(key, told);
    return told;
  };
}

function firstOfEach(all: readonly number[], said: (one: number) => string): readonly number[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const before = seen.size;
    return seen.add(said(one)).size > before;
  });
}

function saidBy(fact: unknown, paths: readonly Path[]): string {
  return JSON.stringify(paths.map((path) => valueAt(fact, path)));
}
