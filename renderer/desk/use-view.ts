import { useCallback, useEffect, useState } from 'react';
import type { Output } from '#contract';
import { ask, useDesk, useDeskState } from './desk.ts';
import type { DeskState } from './state.ts';

/** A view of the open assessment, read again whenever something was recorded; null until it has been read. */
export function useView<M extends 'readEvidence' | 'readOverview' | 'readXray' | 'listMilestones'>(method: M): Output<M> | null {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(recordedRevision);
  const identity = useDeskState(({ start }) => start?.identity?.id ?? null);
  const [view, setView] = useState<Output<M> | null>(null);
  const read = useCallback(async () => (assessment === null ? null : ask(desk, method, { assessment })), [desk, method, assessment]);
  useEffect(() => {
    let wanted = true;
    void read().then((fresh) => { if (wanted && fresh !== null) setView(fresh); });
    return () => { wanted = false; };
  }, [read, revision, identity]);
  return view;
}

/** The latest revision we know was recorded: that of an import is known before ratings and suggestions are read again. */
export function recordedRevision({ working, importing }: Pick<DeskState, 'working' | 'importing'>): number {
  return Math.max(working?.revision ?? 0, importing.state === 'done' ? importing.report.revision : 0);
}
