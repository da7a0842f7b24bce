import { soughtForm, undoVerdicts, type Author, type Bilingual, type StoredEvent, type UndoVerdicts } from '#assessments';
import type { JournalEntryView, JournalFilter, JournalRow, JournalView } from '#contract';
import { actionOf, fileOf, type Action } from './journal-actions.ts';
import { requirementsOf } from './history.ts';
import { whatHappened } from './what-happened.ts';

/** The actions of a journal, newest first, and what may be done about them; made once for a revision. */
export type JournalIndex = { readonly events: number; readonly actions: readonly Action[]; readonly byBatch: ReadonlyMap<string, Action>; readonly verdicts: UndoVerdicts; readonly authors: readonly Author[] };

/** Groups the events of a journal into actions: what was recorded in one go is one. */
export function journalIndex(events: readonly StoredEvent[]): JournalIndex {
  const batches = new Map<string, StoredEvent[]>();
  const authors = new Map<string, Author>();
  for (const event of events) {
    const known = batches.get(event.batch);
    if (known === undefined) batches.set(event.batch, [event]);
    else known.push(event);
    authors.set(event.author.id, event.author);
  }
  const titles = new Map<string, Bilingual>();
  // In the order in which they came, so that an undoing can name what it took back.
  const actions = [...batches.values()].flatMap((batch) => {
    const action = knownAction(batch) ?? actionOf(batch, (id) => titles.get(id));
    if (action !== null && batch[0] !== undefined) actionsByFirst.set(batch[0], action);
    if (action !== null) titles.set(action.batch, action.what);
    return action ?? [];
  });
  return { events: events.length, actions: actions.reverse(), byBatch: new Map(actions.map((action) => [action.batch, action])), verdicts: undoVerdicts(events), authors: [...authors.values()] };
}

/** Actions by their first event: a journal that grew by one is not told anew. */
const actionsByFirst = new WeakMap<StoredEvent, Action>();

function knownAction(batch: readonly StoredEvent[]): Action | null {
  const known = batch[0] === undefined ? undefined : actionsByFirst.get(batch[0]);
  return known?.events.length === batch.length ? known : null;
}

type Looking = { readonly me: string | null; readonly device: string; readonly readOnly: boolean };

/** A stretch of the actions that fit the filter. */
export function journalView(index: JournalIndex, only: JournalFilter, page: { readonly from: number; readonly count: number }, looking: Looking): JournalView {
  const fitting = index.actions.filter(fits(only));
  return { total: fitting.length, rows: fitting.slice(page.from, page.from + page.count).map((action) => rowOf(index, action, looking)), events: index.events, authors: index.authors };
}

/** An action as it stands, and what it recorded in the order it was recorded; null where there is none of that name. */
export function journalEntry(index: JournalIndex, asked: { readonly batch: string; readonly from: number; readonly count: number }, looking: Looking): JournalEntryView | null {
  const action = index.byBatch.get(asked.batch);
  if (action === undefined) return null;
  const rows = action.events.slice(asked.from, asked.from + asked.count).map((event) => ({ event: event.id, type: event.type, what: whatHappened(event), requirement: requirementsOf([event])[0] ?? null, file: fileOf(event) }));
  return { action: rowOf(index, action, looking), rows };
}

function rowOf({ verdicts, byBatch }: JournalIndex, action: Action, { me, device, readOnly }: Looking): JournalRow {
  const verdict = verdicts.of(action.batch, me);
  const undoable = verdict.kind === 'undoable' && !readOnly;
  return {
    batch: action.batch, at: action.at, author: action.author, kind: action.kind, what: action.what, events: action.events.length, requirement: action.requirement, file: action.file,
    from: { chain: action.chain, device: action.device, here: action.device === device },
    undone: verdict.kind === 'undone', undoable,
    kept: verdict.kind === 'undone' || undoable ? null : { kind: verdict.kind === 'undoable' ? 'read-only' : verdict.kind, by: 'by' in verdict ? byBatch.get(verdict.by)?.what ?? null : null },
  };
}

function fits({ author, kind, requirement, search }: JournalFilter): (action: Action) => boolean {
  const sought = soughtForm(search.trim());
  return (action) => (author === null || action.author.id === author)
    && (kind === null || action.kind === kind)
    && (requirement === null || action.events.some((event) => requirementsOf([event])[0]?.startsWith(requirement)))
    && (sought === '' || action.words().includes(sought));
}
