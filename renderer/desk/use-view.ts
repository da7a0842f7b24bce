import { useCallback, useEffect, useState } from 'react';
import type { Output } from '#contract';
import { ask, useDesk, useDeskState } from './desk.ts';

/** A view of the open assessment, read again whenever something was recorded; null until it has been read. */
export function useView<M extends 'readEvidence' | 'readOverview'>(method: M): Output<M> | null {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
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
