import type { StoredEvent } from './event.ts';

/** Whose undo it is: one author's, in one session, which is one chain. */
export type UndoScope = { readonly author: string; readonly chain: string };
/** What undo or redo would act on; `events` are those of the batch, in the order they were made. */
export type UndoBatch = { readonly batch: string; readonly events: readonly StoredEvent[] };

/** A batch with one of these stays: what it records cannot be taken back by a key press. */
const final: ReadonlySet<string> = new Set(['assessment.created', 'pack.pinned', 'evidence.purged', 'milestone.made', 'milestone.signed']);
/** Comes along with a batch, and is not by itself something a person would undo. */
const accompanying: ReadonlySet<string> = new Set(['assessor.joined']);

/** A batch with such an event stays. */
export function isFinal({ type }: StoredEvent): boolean {
  return final.has(type);
}

/** Whether an event only came along with what a person did. */
export function isAccompanying({ type }: StoredEvent): boolean {
  return accompanying.has(type);
}

/** The author's newest batch of this session that is not undone; null where there is none. */
export function undoable(events: readonly StoredEvent[], scope: UndoScope): UndoBatch | null {
  return batchOf(events, scope, stacks(events, scope).done.at(-1));
}

/**
 * The author's batch that they undid last in this session, unless they did something new since; null where there is none.
 * It may be of an earlier session: what was taken back from the journal can be done again like any other.
 */
export function redoable(events: readonly StoredEvent[], scope: UndoScope): UndoBatch | null {
  return batchOf(events, scope, stacks(events, scope).undone.at(-1));
}

type Stacks = { readonly done: readonly string[]; readonly undone: readonly string[] };

function stacks(events: readonly StoredEvent[], scope: UndoScope): Stacks {
  // Sets keep the order in which batches came, and give a batch up anywhere in it.
  const [done, undone, barred] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { type, batch, payload } of ownEvents(events, scope)) {
    if (type === 'undone') move(payload['batch'], done, undone);
    else if (type === 'redone') move(payload['batch'], undone, done);
    else if (final.has(type)) barred.add(batch);
    else if (!accompanying.has(type)) {
      done.add(batch);
      undone.clear();
    }
  }
  return { done: [...done].filter((batch) => !barred.has(batch)), undone: [...undone] };
}

function move(batch: unknown, from: Set<string>, to: Set<string>): void {
  if (typeof batch !== 'string') return;
  from.delete(batch);
  to.add(batch);
}

function batchOf(events: readonly StoredEvent[], { author }: UndoScope, batch: string | undefined): UndoBatch | null {
  return batch === undefined ? null : { batch, events: events.filter((event) => event.batch === batch && event.author.id === author) };
}

function ownEvents(events: readonly StoredEvent[], { author, chain }: UndoScope): readonly StoredEvent[] {
  return events.filter((event) => event.chain === chain && event.author.id === author).sort((one, other) => one.seq - other.seq);
}
