import type { Place } from '#assessments';
import { browse } from './browsing.ts';
import { setScoring, type Desk } from './desk.ts';
import { goTo } from './opening.ts';
import type { Linking } from './state.ts';

/**
 * Begins to link a file: on the score screen to the requirement in hand, elsewhere to one that is chosen beside the list
 * of files. Does nothing where nothing may be recorded.
 */
export function beginLink(desk: Desk, file: Omit<Linking, 'to'>): void {
  const { working, screen, scoring } = desk.store.get();
  if (working === null || working.header.readOnly) return;
  const to = screen === 'score' ? scoring.current : null;
  desk.store.set((state) => ({ ...state, linking: { ...file, to }, source: null }));
  if (to !== null) {
    setScoring(desk, { asking: 'link', tab: 'evidence' });
    return;
  }
  browse(desk, { by: 'files', file: null });
  if (screen !== 'evidence') goTo(desk, 'evidence');
}

/** Whether the key for linking means anything here: a file is looked at, or a requirement is in hand. */
export function canLink(desk: Desk): boolean {
  const { working, screen, scoring, browsing } = desk.store.get();
  if (working === null || working.header.readOnly) return false;
  return (screen === 'score' && scoring.current !== null) || (screen === 'evidence' && browsing.by === 'files' && browsing.file !== null);
}

/** The key for linking: the file that is looked at to a requirement, or a file to the requirement in hand. */
export function linkInHand(desk: Desk): void {
  const { screen, browsing } = desk.store.get();
  if (screen === 'evidence' && browsing.file !== null) beginLink(desk, { path: browsing.file, locator: null });
  if (screen === 'score') chooseLink(desk);
}

/** Asks which file to link to the requirement in hand. */
export function chooseLink(desk: Desk): void {
  desk.store.set((state) => ({ ...state, linking: null }));
  setScoring(desk, { asking: 'link', tab: 'evidence' });
}

/** Another file is to be linked. */
export function setLinking(desk: Desk, linking: Linking): void {
  desk.store.set((state) => ({ ...state, linking }));
}

/** Changes the place in the file that the link will lead to. */
export function setLinkPlace(desk: Desk, locator: Place | null): void {
  desk.store.set((state) => (state.linking === null ? state : { ...state, linking: { ...state.linking, locator } }));
}

/** Linking is done, or given up. */
export function endLink(desk: Desk): void {
  desk.store.set((state) => ({ ...state, linking: null, scoring: { ...state.scoring, asking: state.scoring.asking === 'link' ? null : state.scoring.asking } }));
}
