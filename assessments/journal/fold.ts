import { type Board, type Family, emptyBoard } from './board.ts';
import { causalOrder } from './causal-order.ts';
import { emptyHeads } from './chain-heads.ts';
import { type EventType, type JournalEvent, type StoredEvent, payloads } from './event.ts';
import { evidence } from './families/evidence.ts';
import { judgement } from './families/judgement.ts';
import { subject } from './families/subject.ts';
import { work } from './families/work.ts';
import { payloadVersion } from './seal-event.ts';
import type { AssessmentState } from './state.ts';
import { isLasting, undoneBatches } from './undone.ts';

/** A state that can be carried on without folding everything again. */
export type Folding = {
  readonly state: () => AssessmentState;
  /** Adds events whose writer had seen everything folded so far, as the holder of the file writes them. */
  readonly add: (events: readonly StoredEvent[]) => void;
};

/**
 * The state of an assessment: every event counted once, in causal order, except those of undone batches. The same
 * events give the same state in whatever order they are given. Nothing is verified here: see verifyChains.
 * Events of unknown types or newer versions, or whose payload cannot be read, are kept and listed, and change nothing.
 */
export function fold(events: readonly StoredEvent[]): AssessmentState {
  return startFolding(events).state();
}

/** Folds, and stays ready to fold more: adding one rating to 50,000 events costs as much as adding it to ten. */
export function startFolding(events: readonly StoredEvent[]): Folding {
  const all = [...events];
  let gathered = gather(all);
  let cached: AssessmentState | null = null;
  return {
    state: () => cached ??= gathered.read(),
    add: (more) => {
      all.push(...more);
      cached = null;
      // What an undo takes away cannot be taken out of the gathered whole again.
      if (more.some(({ type }) => type === 'undone' || type === 'redone')) gathered = gather(all);
      else for (const event of more) gathered.add(event);
    },
  };
}

type Gathered = { readonly add: (event: StoredEvent) => void; readonly read: () => AssessmentState };

function gather(events: readonly StoredEvent[]): Gathered {
  const { order, isBefore, rank } = causalOrder(events);
  const known = order.map(asKnown);
  const undone = undoneBatches(known.filter((event) => event !== null), isBefore);

  const addedLater = new Set<string>();
  const board = emptyBoard((first, second) => addedLater.has(second.hash) || isBefore(first, second), rank);
  const readFamilies = familyReader(board);
  const heads = emptyHeads();
  const unknown = new Set<string>();
  let lastEventAt = '';
  let count = 0;

  const take = (event: StoredEvent, understood: JournalEvent | null): void => {
    heads.add(event);
    lastEventAt = event.at;
    count += 1;
    if (understood === null) unknown.add(event.type);
    else if (isLasting(understood) || !undone.has(event.batch)) board.add(understood);
  };
  order.forEach((event, index) => { take(event, known[index] ?? null); });

  return {
    add: (event) => {
      addedLater.add(event.hash);
      take(event, asKnown(event));
    },
    read: () => ({ ...readFamilies(), lastEventAt, conflicts: readConflicts(board), heads: heads.hashes(), events: count, unknown: [...unknown].sort() }),
  };
}

/** The event as one of a known type; null where this program does not know the type, the version or the payload. */
function asKnown(event: StoredEvent): JournalEvent | null {
  if (!isEventType(event.type) || event.v !== payloadVersion) return null;
  // The payload fits the schema of this very type, which changes nothing in what it reads; the compiler cannot follow the pair.
  return payloads[event.type].safeParse(event.payload).success ? event as JournalEvent : null;
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(payloads, type);
}

function readConflicts(board: Board): AssessmentState['conflicts'] {
  return board.slots.conflicts().map(({ slot, settings }) => ({ slot, events: settings.map(({ event }) => event.id).sort() }));
}

/** Reads each family anew only where an event of its types has come since: a rating must not walk 20,000 files. */
function familyReader(board: Board) {
  const readSubject = remembering(subject, board);
  const readEvidence = remembering(evidence, board);
  const readJudgement = remembering(judgement, board);
  const readWork = remembering(work, board);
  return () => ({ ...readSubject(), ...readEvidence(), ...readJudgement(), ...readWork() });
}

function remembering<Part>({ types, read }: Family<Part>, board: Board): () => Part {
  let [remembered, seen] = [read(board), -1];
  return () => {
    const now = types.reduce((count, type) => count + board.list(type).length, 0);
    if (now !== seen) [remembered, seen] = [read(board), now];
    return remembered;
  };
}
