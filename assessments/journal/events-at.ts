import type { StoredEvent } from './event.ts';

/**
 * The events that whoever named these heads had seen: the heads themselves and all they follow, in the order given.
 * A head that is not there (cut off, or never merged in) brings nothing.
 */
export function eventsAt(events: readonly StoredEvent[], heads: readonly string[]): readonly StoredEvent[] {
  const byHash = new Map(events.map((event) => [event.hash, event]));
  const seen = new Set<string>();
  const waiting = [...heads];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    const event = byHash.get(hash);
    if (event === undefined || seen.has(hash)) continue;
    seen.add(hash);
    waiting.push(...event.after);
    if (event.prev !== null) waiting.push(event.prev);
  }
  return events.filter(({ hash }) => seen.has(hash));
}
