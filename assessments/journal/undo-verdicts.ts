import { causalOrder } from './causal-order.ts';
import { type JournalEvent, type StoredEvent, payloads } from './event.ts';
import { standingOf } from './references.ts';
import { settingsOf } from './settings.ts';
import { isAccompanying, isFinal } from './undoable.ts';
import { undoneBatches } from './undone.ts';

/**
 * Whether one author may take back a batch from the journal, and if not, why: it is undone already; another did it; it
 * records something that happened (`lasting`), or is itself an undoing; all it set has been set anew since
 * (`superseded`); or a later batch that stands rests on it (`built-on`), which `by` names.
 */
export type UndoVerdict =
  | { readonly kind: 'undoable' | 'undone' | 'not-own' | 'lasting' | 'undoing' | 'unknown' }
  | { readonly kind: 'superseded' | 'built-on'; readonly by: string };

/** The verdict on every batch of a journal, whatever session it was made in. */
export type UndoVerdicts = { readonly of: (batch: string, author: string | null) => UndoVerdict };

type Batch = { readonly events: JournalEvent[]; readonly undone: boolean };
type Ranked = { readonly event: JournalEvent; readonly rank: number };

/** Looks at the whole journal once; asking about a batch is cheap then. */
export function undoVerdicts(events: readonly StoredEvent[]): UndoVerdicts {
  const { order, isBefore } = causalOrder(events);
  // An event of a newer program means nothing here: no table below knows its type.
  const known = order.map((event) => event as JournalEvent);
  const undone = undoneBatches(known.filter(({ type }) => type === 'undone' || type === 'redone').filter(isReadable), isBefore);
  const batches = new Map<string, Batch>();
  for (const event of known) {
    const batch = batches.get(event.batch) ?? { events: [], undone: undone.has(event.batch) };
    batch.events.push(event);
    batches.set(event.batch, batch);
  }
  const later = lastWords(known.map((event, rank) => ({ event, rank })).filter(({ event }) => !undone.has(event.batch) && isReadable(event)));
  return { of: (id, author) => verdict(batches.get(id), author, later) };
}

/** Which standing event spoke last of a slot or a name, and whether that was after the others. */
type LastWords = { readonly slot: (name: string) => Ranked | undefined; readonly name: (name: string) => Ranked | undefined; readonly rank: (event: JournalEvent) => number };

function lastWords(standing: readonly Ranked[]): LastWords {
  const [slots, names, ranks] = [new Map<string, Ranked>(), new Map<string, Ranked>(), new Map<JournalEvent, number>()];
  for (const ranked of standing) {
    ranks.set(ranked.event, ranked.rank);
    for (const { slot } of settingsOf(ranked.event)) slots.set(slot, ranked);
    for (const name of standingOf(ranked.event).names) names.set(name, ranked);
  }
  return { slot: (name) => slots.get(name), name: (name) => names.get(name), rank: (event) => ranks.get(event) ?? 0 };
}

function verdict(batch: Batch | undefined, author: string | null, later: LastWords): UndoVerdict {
  const acting = batch?.events.filter((event) => !isAccompanying(event)) ?? [];
  if (batch?.undone === true) return { kind: 'undone' };
  const kept = keptAlways(acting);
  if (kept !== undefined) return { kind: kept };
  if (acting[0]?.author.id !== author) return { kind: 'not-own' };
  return builtOn(acting, later) ?? superseded(acting, later) ?? { kind: 'undoable' };
}

/** Why nobody could take it back. */
function keptAlways(acting: readonly JournalEvent[]): 'undoing' | 'lasting' | 'unknown' | undefined {
  if (acting.length === 0 || acting.some(isFinal)) return 'lasting';
  if (acting.some(({ type }) => type === 'undone' || type === 'redone')) return 'undoing';
  return acting.every(isReadable) ? undefined : 'unknown';
}

/** The later batch that speaks of something this one made. */
function builtOn(acting: readonly JournalEvent[], later: LastWords): UndoVerdict | undefined {
  const made = acting.flatMap((event) => standingOf(event).makes);
  const by = made.flatMap((name) => later.name(name) ?? []).find(({ event, rank: its }) => event.batch !== acting[0]?.batch && acting.every((one) => later.rank(one) < its));
  return by === undefined ? undefined : { kind: 'built-on', by: by.event.batch };
}

/** The later batch that set anew the last of what this one set; undefined where something of it still stands. */
function superseded(acting: readonly JournalEvent[], later: LastWords): UndoVerdict | undefined {
  const settings = acting.map((event) => settingsOf(event));
  if (settings.some((sets) => sets.length === 0)) return undefined;
  const by = settings.flat().map(({ slot }) => later.slot(slot)?.event.batch);
  const last = by.at(-1);
  return last !== undefined && by.every((batch) => batch !== acting[0]?.batch) ? { kind: 'superseded', by: last } : undefined;
}

/** Events of newer programs, or of strange files, are kept but not understood. */
function isReadable(event: JournalEvent): boolean {
  const known = readable.get(event);
  if (known !== undefined) return known;
  const now = Object.hasOwn(payloads, event.type) && payloads[event.type].safeParse(event.payload).success;
  readable.set(event, now);
  return now;
}

/** Events never change: a journal that grew by one is not read through again. */
const readable = new WeakMap<JournalEvent, boolean>();
