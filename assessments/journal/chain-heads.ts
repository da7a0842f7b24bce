import type { StoredEvent } from './event.ts';

/** The last event of every chain, gathered event by event in any order. */
export type ChainHeads = { readonly add: (event: StoredEvent) => void; readonly hashes: () => readonly string[] };

export function emptyHeads(): ChainHeads {
  const heads = new Map<string, StoredEvent>();
  return {
    add: (event) => {
      const head = heads.get(event.chain);
      if (head === undefined || event.seq > head.seq || (event.seq === head.seq && event.hash > head.hash)) heads.set(event.chain, event);
    },
    hashes: () => [...heads.values()].map(({ hash }) => hash).sort(),
  };
}

/** The hash of the last event of every chain, sorted: what the next writer has seen. */
export function chainHeads(events: readonly StoredEvent[]): readonly string[] {
  const heads = emptyHeads();
  for (const event of events) heads.add(event);
  return heads.hashes();
}
