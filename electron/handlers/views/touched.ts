import type { JournalEvent, StoredEvent } from '#assessments';
import { requirementsOf } from './history.ts';

/**
 * The requirements that look different since a revision: those the newer events are about, those of the batches they
 * undid or did again, and those with a link that went, by itself or together with its file.
 */
export function touchedRequirements(events: readonly StoredEvent[], revision: number): ReadonlySet<string> {
  const fresh = known(events.slice(revision));
  const reversed = new Set(fresh.flatMap((event) => (event.type === 'undone' || event.type === 'redone' ? [event.payload.batch] : [])));
  const concerned = [...fresh, ...(reversed.size === 0 ? [] : known(events).filter(({ batch }) => reversed.has(batch)))];

  const links = new Set(concerned.flatMap((event) => (event.type === 'link.removed' ? [event.payload.link] : [])));
  const files = new Set(concerned.flatMap((event) => (event.type === 'evidence.removed' || event.type === 'evidence.added' ? event.payload.files.map(({ path }) => path) : [])));
  const linking = links.size + files.size === 0 ? [] : known(events).filter((event) => event.type === 'link.added' && (links.has(event.payload.link) || files.has(event.payload.file.path)));
  return new Set(requirementsOf([...concerned, ...linking]));
}

/** Events of a newer program are among them and match no type that is asked for. */
function known(events: readonly StoredEvent[]): readonly JournalEvent[] {
  return events.map((event) => event as JournalEvent);
}
