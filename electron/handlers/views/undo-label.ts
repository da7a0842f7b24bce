import type { StoredEvent } from '#assessments';
import type { UndoLabel } from '#contract';
import { requirementsOf } from './history.ts';

/** Joining goes along with whatever was done first: it is never what the user thinks they did. */
const silent = new Set(['assessor.joined']);

/** What a batch did, for the label of undo and redo: its event type, the requirement where it is one, and how many. */
export function undoLabel(events: readonly StoredEvent[], batch: string | null): UndoLabel | null {
  if (batch === null) return null;
  const own = events.filter((event) => event.batch === batch && !silent.has(event.type));
  const requirements = [...new Set(requirementsOf(own))];
  const [first] = requirements;
  return { batch, what: own[0]?.type ?? '', requirement: requirements.length === 1 && first !== undefined ? first : null, count: own.length };
}
