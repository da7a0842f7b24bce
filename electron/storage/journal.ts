import { type AssessmentState, type Folding, type StoredEvent, chainHeads, startFolding } from '#assessments';
import type { EventRows } from './events.ts';
import { asStorageError, storageError } from './problems.ts';

/** The journal of an open file in memory: read and folded when first asked for, then carried on event by event. */
export type Journal = {
  readonly events: () => readonly StoredEvent[];
  readonly state: () => AssessmentState;
  /** The heads of all chains but this session's own; they stay as they are, because only this session writes. */
  readonly otherHeads: () => readonly string[];
  /** Adds events that were committed. */
  readonly add: (events: readonly StoredEvent[]) => void;
  readonly reload: () => void;
};
type Loaded = { readonly events: readonly StoredEvent[]; readonly folding: Folding; readonly others: readonly string[] };

/** `own` is the chain of this session. Throws `damaged`, when first read, where an event cannot be read; verify names it. */
export function journalOf(rows: EventRows, path: string, own: string): Journal {
  let loaded: Loaded | null = null;
  const load = (): Loaded => loaded ??= read(rows, path, own);
  return {
    events: () => load().events,
    state: () => load().folding.state(),
    otherHeads: () => load().others,
    add: (added) => {
      const { events, folding, others } = load();
      folding.add(added);
      loaded = { events: [...events, ...added], folding, others };
    },
    reload: () => { loaded = null; },
  };
}

function read(rows: EventRows, path: string, own: string): Loaded {
  try {
    const events = rows.all();
    return { events, folding: startFolding(events), others: chainHeads(events.filter(({ chain }) => chain !== own)) };
  } catch (thrown) {
    throw thrown instanceof SyntaxError ? storageError('damaged', path, thrown) : asStorageError(thrown, path);
  }
}
