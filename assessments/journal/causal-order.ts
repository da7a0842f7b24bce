import type { StoredEvent } from './event.ts';
import { addLanes } from './lanes.ts';
import { smallestFirst } from './smallest-first.ts';

/** What kept an event out of its proper place, or out of the order because it was there already. */
export type CausalFault = { readonly kind: 'duplicate' | 'missing-parent' | 'cycle'; readonly event: string };

export type CausalOrder = {
  /** Every event once; what an event follows comes before it, and what is not ordered by that stands by id. */
  readonly order: readonly StoredEvent[];
  /** Events whose parents are missing stand last; they and what follows them still count. */
  readonly faults: readonly CausalFault[];
  /** Whether the writer of `second` had seen `first`; false for an event and itself. */
  readonly isBefore: (first: StoredEvent, second: StoredEvent) => boolean;
  /** Whether neither writer had seen the other's event. */
  readonly concurrent: (first: StoredEvent, second: StoredEvent) => boolean;
};

/**
 * The order of a journal by what each writer had seen (`prev` and `after`), not by any clock: a topological sort with
 * ties by id. It is the same in whatever order the events arrive.
 */
export function causalOrder(events: readonly StoredEvent[]): CausalOrder {
  const { kept, duplicates } = withoutDuplicates(events);
  const indexOf = new Map(kept.map(({ hash }, index) => [hash, index]));
  const { parents, missing } = parentsOf(kept, indexOf);
  const { sequence, cyclic } = sortTopologically(kept, parents, missing);
  const { isBefore } = addLanes(sequence, parents);

  const before = (first: StoredEvent, second: StoredEvent): boolean => {
    const from = indexOf.get(first.hash);
    const to = indexOf.get(second.hash);
    return from !== undefined && to !== undefined && from !== to && isBefore(from, to);
  };
  const faults = (kind: CausalFault['kind'], of: readonly StoredEvent[]): CausalFault[] => of.map(({ id }) => ({ kind, event: id }));
  const at = (indices: readonly number[]): StoredEvent[] => indices.flatMap((index) => kept[index] ?? []);
  return {
    order: at(sequence),
    faults: [
      ...faults('duplicate', duplicates),
      ...faults('missing-parent', at(sequence.filter((index) => (missing[index] ?? 0) > 0))),
      ...faults('cycle', at(cyclic)),
    ],
    isBefore: before,
    concurrent: (first, second) => first.hash !== second.hash && !before(first, second) && !before(second, first),
  };
}

function withoutDuplicates(events: readonly StoredEvent[]): { readonly kept: readonly StoredEvent[]; readonly duplicates: readonly StoredEvent[] } {
  const seen = new Set<string>();
  const duplicates: StoredEvent[] = [];
  const kept = events.filter((event) => {
    if (seen.has(event.hash)) duplicates.push(event);
    else return seen.add(event.hash);
    return false;
  });
  return { kept, duplicates };
}

/** For every event the indices of the events it directly follows, `prev` first, and how many of them are not there. */
function parentsOf(kept: readonly StoredEvent[], indexOf: ReadonlyMap<string, number>): { readonly parents: readonly (readonly number[])[]; readonly missing: readonly number[] } {
  const missing: number[] = [];
  const parents = kept.map(({ prev, after }) => {
    const named = after.length > 0 ? [...new Set(prev === null ? after : [prev, ...after])] : prev === null ? [] : [prev];
    const found = named.flatMap((hash) => indexOf.get(hash) ?? []);
    missing.push(named.length - found.length);
    return found;
  });
  return { parents, missing };
}

/**
 * Kahn's algorithm. First what rests on nothing missing, then the rest as if what is missing had never been named;
 * what is left after that names itself in a circle, which honest hashes cannot do, and is taken by id.
 */
function sortTopologically(kept: readonly StoredEvent[], parents: readonly (readonly number[])[], missing: readonly number[]): { readonly sequence: readonly number[]; readonly cyclic: readonly number[] } {
  const children: number[][] = kept.map(() => []);
  const waiting = parents.map((found, index) => found.length + (missing[index] ?? 0));
  parents.forEach((found, index) => { for (const parent of found) children[parent]?.push(index); });

  const sequence: number[] = [];
  const placed = new Uint8Array(kept.length);
  const ready = smallestFirst((index) => `${kept[index]?.id ?? ''} ${kept[index]?.hash ?? ''}`);
  const place = (index: number): void => {
    if (placed[index] === 1) return;
    placed[index] = 1;
    sequence.push(index);
    for (const child of children[index] ?? []) {
      const left = (waiting[child] ?? 0) - 1;
      waiting[child] = left;
      if (left === 0) ready.add(child);
    }
  };
  const drain = (): void => { for (let next = ready.take(); next !== undefined; next = ready.take()) place(next); };

  waiting.forEach((left, index) => { if (left === 0) ready.add(index); });
  drain();
  missing.forEach((count, index) => {
    if (count === 0) return;
    waiting[index] = (waiting[index] ?? 0) - count;
    if (waiting[index] === 0) ready.add(index);
  });
  drain();

  const cyclic: number[] = [];
  const left = smallestFirst((index) => `${kept[index]?.id ?? ''} ${kept[index]?.hash ?? ''}`);
  placed.forEach((done, index) => { if (done === 0) left.add(index); });
  for (let next = left.take(); next !== undefined; next = left.take()) {
    if (placed[next] === 1) continue;
    cyclic.push(next);
    place(next);
    drain();
  }
  return { sequence, cyclic };
}
