import { organisationTypeParameter, type StoredEvent, type UndoBatch } from '#assessments';
import type { UndoLabel } from '#contract';
import { requirementsOf } from './history.ts';

/** Joining goes along with whatever was done first: it is never what the user thinks they did. */
const silent = new Set(['assessor.joined']);

/** What a batch did, for the label of undo and redo: its event type (a parameter that is no rule of scoring by its name), the requirement where it is one, and how many events. */
export function undoLabel(found: UndoBatch | null): UndoLabel | null {
  if (found === null) return null;
  const own = found.events.filter(({ type }) => !silent.has(type));
  const requirements = [...new Set(requirementsOf(own))];
  const [first] = requirements;
  return { batch: found.batch, what: own[0] === undefined ? '' : whatOf(own[0]), requirement: requirements.length === 1 && first !== undefined ? first : null, count: own.length };
}

function whatOf({ type, payload }: StoredEvent): string {
  return type === 'parameter.set' && payload['name'] === organisationTypeParameter ? organisationTypeParameter : type;
}
