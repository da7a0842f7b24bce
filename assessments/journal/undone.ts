import type { EventType, JournalEvent } from './event.ts';
import { type IsBefore, emptySlots } from './slots.ts';
import { settingsOf } from './settings.ts';

/**
 * Types that no undo takes back: what they record happened outside of the journal, or is the undoing itself. Whoever
 * joined with an action that was taken back later has joined: other actions of theirs may stand.
 */
const lasting: ReadonlySet<EventType> = new Set(['assessment.created', 'assessor.joined', 'evidence.purged', 'milestone.made', 'milestone.signed', 'undone', 'redone']);

/**
 * The batches that fold as if they were absent. The causally latest `undone` or `redone`
 * of a batch counts. Made concurrently, one of each is a conflict, and the batch counts as undone until settled: what
 * a person took back must not carry a level because another, who could not know, wanted it.
 */
export function undoneBatches(events: readonly JournalEvent[], isBefore: IsBefore): ReadonlySet<string> {
  const slots = emptySlots(isBefore);
  for (const event of events) {
    if (event.type === 'undone' || event.type === 'redone') for (const { slot, value } of settingsOf(event)) slots.set(slot, { event, value });
  }
  return new Set(slots.ofKind('undo').filter((slot) => slots.standing(slot).some(({ value }) => value === 'undone')).map((slot) => slot.slice('undo/'.length)));
}

/** Whether an event counts even if its batch was undone. */
export function isLasting({ type }: JournalEvent): boolean {
  return lasting.has(type);
}
