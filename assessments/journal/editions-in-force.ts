import { causalOrder } from './causal-order.ts';
import type { JournalEvent, StoredEvent } from './event.ts';

/**
 * Which edition of a pack each of the given events was made under: the hash its writer had seen pinned last, whatever
 * was pinned meanwhile on another laptop. Events before any pin are left out.
 */
export function editionsInForce(events: readonly StoredEvent[], pack: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const pins = pinsOf(events, pack);
  if (pins.size === 0) return new Map();
  const { order } = causalOrder(events);
  const seen = new Map<string, Seen>();
  const found = new Map<string, string>();
  order.forEach((event, at) => {
    const pinned = pins.get(event.id);
    const known = pinned === undefined ? latest([event.prev, ...event.after].flatMap((hash) => (hash === null ? [] : (seen.get(hash) ?? [])))) : { at, edition: pinned };
    if (known === undefined) return;
    seen.set(event.hash, known);
    if (wanted.has(event.id)) found.set(event.id, known.edition);
  });
  return found;
}

/** The editions of a pack that were ever pinned, in causal order, each once. */
export function pinnedEditions(events: readonly StoredEvent[], pack: string): readonly { readonly hash: string; readonly edition: string; readonly at: string; readonly by: string }[] {
  const pins = causalOrder(events).order.flatMap((event) => {
    const { type, payload, at, author } = event as JournalEvent;
    return type === 'pack.pinned' && payload.id === pack ? [{ hash: payload.hash, edition: payload.edition, at, by: author.name }] : [];
  });
  return pins.filter(({ hash }, index) => pins.findIndex((one) => one.hash === hash) === index);
}

/** A pin, and how late it stands in the order. */
type Seen = { readonly at: number; readonly edition: string };

function latest(known: readonly Seen[]): Seen | undefined {
  return known.reduce<Seen | undefined>((last, one) => (last === undefined || one.at > last.at ? one : last), undefined);
}

function pinsOf(events: readonly StoredEvent[], pack: string): ReadonlyMap<string, string> {
  return new Map(events.flatMap((stored) => {
    const event = stored as JournalEvent;
    return event.type === 'pack.pinned' && event.payload.id === pack ? [[event.id, event.payload.hash] as const] : [];
  }));
}
