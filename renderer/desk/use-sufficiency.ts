import { useEffect } from 'react';
import { ask, useDesk, useDeskState } from './desk.ts';
import { recordedRevision } from './use-view.ts';

/** So long nothing must be recorded: it looks at all evidence, and ratings come faster than that. */
const quietMs = 300;

/** Keeps the sufficiency of the open assessment up to date while a screen shows it. */
export function useFreshSufficiency(): void {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const known = useDeskState(({ working }) => (working?.sufficiency.size ?? 0) > 0);
  const revision = useDeskState(recordedRevision);
  useEffect(() => {
    if (assessment === null) return undefined;
    const waiting = setTimeout(() => {
      void ask(desk, 'readSufficiency', { assessment }).then((view) => {
        if (view === null) return;
        const sufficiency = new Map(view.rows.map((row) => [row.requirement, row]));
        desk.store.set((state) => (state.working?.assessment === assessment ? { ...state, working: { ...state.working, sufficiency } } : state));
      });
    }, known ? quietMs : 0);
    return () => { clearTimeout(waiting); };
    // What is known decides only how long to wait.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, assessment, revision]);
}
