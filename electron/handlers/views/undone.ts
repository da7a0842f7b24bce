import type { JournalEvent, StoredEvent } from '#assessments';

/** The batches that the journal ends with as undone; for display only, the fold decides what counts. */
export function undoneBatches(events: readonly StoredEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const stored of events) {
    const event = stored as JournalEvent;
    if (event.type === 'undone') undone.add(event.payload.batch);
    if (event.type === 'redone') undone.delete(event.payload.batch);
  }
  return undone;
}
