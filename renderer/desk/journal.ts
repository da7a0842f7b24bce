import type { JournalFilter } from '#contract';
import type { Desk } from './desk.ts';
import { noReading, type Reading } from './state.ts';

/** Narrows what the journal shows; the action looked at stays. */
export function filterJournal(desk: Desk, change: Partial<JournalFilter>): void {
  setReading(desk, ({ only, chosen }) => ({ only: { ...only, ...change }, chosen }));
}

export function clearJournalFilter(desk: Desk): void {
  setReading(desk, ({ chosen }) => ({ ...noReading, chosen }));
}

/** Looks at one action of the journal. */
export function chooseAction(desk: Desk, batch: string): void {
  setReading(desk, ({ only }) => ({ only, chosen: batch }));
}

function setReading(desk: Desk, change: (reading: Reading) => Reading): void {
  desk.store.set((state) => ({ ...state, reading: change(state.reading) }));
}
