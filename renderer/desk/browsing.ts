import type { FactType } from '#assessments';
import type { Desk } from './desk.ts';
import { goTo } from './opening.ts';
import type { Browsing } from './state.ts';

/** Looks at the evidence in another way, or chooses something in it. */
export function browse(desk: Desk, change: Partial<Browsing>): void {
  desk.store.set((state) => ({ ...state, browsing: { ...state.browsing, ...change } }));
}

/** Goes to the facts read from a file. */
export function showFactsOfFile(desk: Desk, file: string): void {
  showFacts(desk, { by: 'files', file });
}

/** Goes to the facts of a type. */
export function showFactsOfType(desk: Desk, type: FactType): void {
  showFacts(desk, { by: 'types', type });
}

function showFacts(desk: Desk, change: Partial<Browsing>): void {
  desk.store.set((state) => ({ ...state, source: null }));
  browse(desk, change);
  if (desk.store.get().screen !== 'evidence') goTo(desk, 'evidence');
}
