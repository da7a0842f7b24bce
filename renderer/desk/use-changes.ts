import { useEffect } from 'react';
import type { AssessmentHandle } from '#contract';
import { ask, useDesk, useDeskState, type Desk } from './desk.ts';
import { recordedRevision } from './use-view.ts';

/** So long nothing must be recorded: ratings come faster than that, and change it only where they take a suggestion over. */
const quietMs = 300;

/** Keeps what the last change of the evidence made of the suggestions up to date while a screen shows it. */
export function useFreshChanges(): void {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(recordedRevision);
  useEffect(() => {
    if (assessment === null) return undefined;
    const waiting = setTimeout(() => { void readChanges(desk, assessment); }, quietMs);
    return () => { clearTimeout(waiting); };
  }, [desk, assessment, revision]);
}

/** Reads what the last change of the evidence made of the suggestions. */
async function readChanges(desk: Desk, assessment: AssessmentHandle): Promise<void> {
  const view = await ask(desk, 'readSuggestionChanges', { assessment });
  if (view === null) return;
  const changed = { batch: view.batch, of: new Map(view.rows.map(({ requirement, change }) => [requirement, change] as const)), seen: view.seen, gone: new Set(view.gone) };
  desk.store.set((state) => (state.working?.assessment === assessment ? { ...state, working: { ...state.working, changed } } : state));
}

/** Does not tell again, on this computer, what that change made of the suggestions. */
export async function seeChanges(desk: Desk, assessment: AssessmentHandle, batch: string): Promise<void> {
  desk.store.set((state) => (state.working?.changed?.batch === batch ? { ...state, working: { ...state.working, changed: { ...state.working.changed, seen: true } } } : state));
  await ask(desk, 'seeSuggestionChanges', { assessment, batch });
}
