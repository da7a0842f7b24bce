import type { JournalEvent, StoredEvent } from '#assessments';
import type { RequirementView } from '#contract';
import { undoneBatches } from './undone.ts';

type Entry = RequirementView['history'][number];
type Told = { readonly requirement: string; readonly what: Entry['what']; readonly value: Entry['value']; readonly text: string };

/** All that happened to each of the given requirements, newest first; what was undone stays, marked. */
export function requirementHistory(events: readonly StoredEvent[], wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Entry[]> {
  const undone = undoneBatches(events);
  const history = new Map<string, Entry[]>();
  // From the end, and looking at the id first: this runs at every key press, over a journal that only grows.
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event === undefined || !isAbout(event, wanted)) continue;
    const told = tell(event as JournalEvent);
    if (told === undefined) continue;
    const { requirement, ...entry } = told;
    const entries = history.get(requirement) ?? [];
    entries.push({ at: event.at, author: event.author, ...entry, undone: undone.has(event.batch) });
    history.set(requirement, entries);
  }
  return history;
}

function isAbout({ payload }: StoredEvent, wanted: ReadonlySet<string>): boolean {
  const about = payload['requirement'] ?? payload['node'];
  return typeof about === 'string' && wanted.has(about);
}

/** What an event says about one requirement; undefined for events about something else or of a newer program. */
function tell(event: JournalEvent): Told | undefined {
  switch (event.type) {
    case 'rating.set': return { requirement: event.payload.requirement, what: 'rated', value: event.payload.value, text: event.payload.rationale };
    case 'rating.cleared': return { requirement: event.payload.requirement, what: 'cleared', value: null, text: '' };
    case 'suggestion.rejected': return { requirement: event.payload.requirement, what: 'rejected', value: null, text: event.payload.reason };
    case 'consensus.set': return { requirement: event.payload.requirement, what: 'consensus', value: event.payload.value, text: event.payload.rationale };
    case 'consensus.cleared': return { requirement: event.payload.requirement, what: 'consensus-cleared', value: null, text: '' };
    case 'note.added': return event.payload.node === null ? undefined : { requirement: event.payload.node, what: 'noted', value: null, text: event.payload.text };
    case 'link.added': return { requirement: event.payload.requirement, what: 'linked', value: null, text: event.payload.file.path };
    default: return undefined;
  }
}

/** The ids of the requirements that the given events are about. */
export function requirementsOf(events: readonly StoredEvent[]): readonly string[] {
  return events.map((event) => tell(event as JournalEvent)?.requirement).filter((id) => id !== undefined);
}
