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
  /** Where an event stands in `order`; undefined for one that is not in it. */
  readonly rank: (event: StoredEvent) => number | undefined;
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
  const { kept, indexOf, duplicates } = withoutDuplicates(events);
  const { parents, missing } = parentsOf(kept, indexOf);
  const { sequence, cyclic } = sortTopologically(kept, parents, missing);
  const { isBefore } = addLanes(sequence, parents);

  const places = new Int32Array(kept.length);
  sequence.forEach((index, place) => { places[index] = place; });

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
    rank: ({ hash }) => places[indexOf.get(hash) ?? none],
    isBefore: before,
    concurrent: (first, second) => first.hash !== second.hash && !before(first, second) && !before(second, first),
  };
}

type Kept = { readonly kept: readonly StoredEvent[]; readonly indexOf: ReadonlyMap<string, number>; readonly duplicates: readonly StoredEvent[] };

function withoutDuplicates(events: readonly StoredEvent[]): Kept {
  const [indexOf, kept, duplicates] = [new Map<string, number>(), [] as StoredEvent[], [] as StoredEvent[]];
  for (const event of events) {
    if (indexOf.has(event.hash)) duplicates.push(event);
    else indexOf.set(event.hash, kept.push(event) - 1);
  }
  return { kept, indexOf, duplicates };
}

/** For every event the indices of the events it directly follows, `prev` first, and how many of them are not there. */
export type Parents = {
  readonly first: Int32Array;
  /** Further ones, of the events that have any. */
  readonly others: ReadonlyMap<number, readonly number[]>;
};

function parentsOf(kept: readonly StoredEvent[], indexOf: ReadonlyMap<string, number>): { readonly parents: Parents; readonly missing: Int32Array } {
  const [first, missing] = [new Int32Array(kept.length).fill(none), new Int32Array(kept.length)];
  const others = new Map<number, readonly number[]>();
  for (const [index, { prev, after }] of kept.entries()) {
    const named = after.length === 0 ? (prev === null ? [] : [prev]) : [...new Set(prev === null ? after : [prev, ...after])];
    const found = named.flatMap((hash) => indexOf.get(hash) ?? []);
    missing[index] = named.length - found.length;
    first[index] = found[0] ?? none;
    if (found.length > 1) others.set(index, found.slice(1));
  }
  return { parents: { first, others }, missing };
}

/** In place of an index: there is none. */
const none = -1;

/** The children of every event as linked lists in flat arrays: an array for each of 50,000 events would cost more than the sorting. */
function childrenOf({ first, others }: Parents): { readonly each: (parent: number, run: (child: number) => void) => void; readonly waiting: Int32Array } {
  const count = first.length + [...others.values()].reduce((sum, more) => sum + more.length, 0);
  const [newest, next, child] = [new Int32Array(first.length).fill(none), new Int32Array(count), new Int32Array(count)];
  const waiting = new Int32Array(first.length);
  let edges = 0;
  const add = (parent: number, to: number): void => {
    next[edges] = newest[parent] ?? none;
    child[edges] = to;
    newest[parent] = edges;
    waiting[to] = (waiting[to] ?? 0) + 1;
    edges += 1;
  };
  first.forEach((parent, index) => { if (parent !== none) add(parent, index); });
  others.forEach((more, index) => { for (const parent of more) add(parent, index); });
  return {
    waiting,
    each: (parent, run) => { for (let edge = newest[parent] ?? none; edge !== none; edge = next[edge] ?? none) run(child[edge] ?? none); },
  };
}

/**
 * Kahn's algorithm. First what rests on nothing missing, then the rest as if what is missing had never been named;
 * what is left after that names itself in a circle, which honest hashes cannot do, and is taken by id.
 */
function sortTopologically(kept: readonly StoredEvent[], parents: Parents, missing: Int32Array): { readonly sequence: readonly number[]; readonly cyclic: readonly number[] } {
  const { each, waiting } = childrenOf(parents);
  missing.forEach((count, index) => { waiting[index] = (waiting[index] ?? 0) + count; });

  const sequence: number[] = [];
  const placed = new Uint8Array(kept.length);
  const ready = smallestFirst((one, other) => isEarlier(kept[one], kept[other]));
  const settle = (child: number, by: number): void => {
    const left = (waiting[child] ?? 0) - by;
    waiting[child] = left;
    if (left === 0) ready.add(child);
  };
  const place = (index: number): void => {
    if (placed[index] === 1) return;
    placed[index] = 1;
    sequence.push(index);
    each(index, (child) => { settle(child, 1); });
  };
  const drain = (): void => { for (let next = ready.take(); next !== undefined; next = ready.take()) place(next); };

  waiting.forEach((left, index) => { if (left === 0) ready.add(index); });
  drain();
  missing.forEach((count, index) => { if (count > 0) settle(index, count); });
  drain();

  const cyclic: number[] = [];
  const left = smallestFirst((one, other) => isEarlier(kept[one], kept[other]));
  placed.forEach((done, index) => { if (done === 0) left.add(index); });
  for (let next = left.take(); next !== undefined; next = left.take()) {
    if (placed[next] === 1) continue;
    cyclic.push(next);
    place(next);
    drain();
  }
  return { sequence, cyclic };
}

/** By id, and where two events share one, which honest writers never make, by hash. */
function isEarlier(one: StoredEvent | undefined, other: StoredEvent | undefined): boolean {
  if (one === undefined || other === undefined) return one !== undefined;
  return one.id < other.id || (one.id === other.id && one.hash < other.hash);
}
