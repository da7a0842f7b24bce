import type { EventType, StoredEvent } from './event.ts';

/** What changes the evidence, or how it is read. */
const changing: ReadonlySet<string> = new Set<EventType>(['evidence.added', 'evidence.removed', 'evidence.mapped', 'evidence.purged']);

/** An action that changed the evidence; `before`: all that was recorded ahead of it. */
export type EvidenceChange = { readonly batch: string; readonly events: readonly StoredEvent[]; readonly before: readonly StoredEvent[] };

/** The last action that changed the evidence, undoing and doing again included; null where there was none. */
export function lastEvidenceChange(events: readonly StoredEvent[]): EvidenceChange | null {
  const batches = new Set(events.filter(({ type }) => changing.has(type)).map(({ batch }) => batch));
  const last = events.findLast(({ batch, type, payload }) => batches.has(batch) || ((type === 'undone' || type === 'redone') && batches.has(String(payload['batch']))));
  if (last === undefined) return null;
  const own = events.filter(({ batch }) => batch === last.batch);
  return { batch: last.batch, events: own, before: events.slice(0, events.findIndex(({ batch }) => batch === last.batch)) };
}
