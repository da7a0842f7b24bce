import { useState } from 'react';
import type { EvidenceRow } from '#contract';
import { useDesk } from '../../desk/desk.ts';
import { showOverlay } from '../../desk/opening.ts';
import { byteSize, count } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** Which files of a list are picked, by their paths. */
export type Picking = { readonly has: (path: string) => boolean; readonly toggle: (path: string) => void; readonly set: (paths: readonly string[]) => void };

/** Picking in a list of files; null where nothing can be picked. */
export function usePicking(on: boolean): Picking | null {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  if (!on) return null;
  return {
    has: (path) => picked.has(path), set: (paths) => { setPicked(new Set(paths)); },
    toggle: (path) => { setPicked((now) => { const next = new Set(now); if (!next.delete(path)) next.add(path); return next; }); },
  };
}

/** Purges the picked files of a list, after one question about all of them. */
export function PurgeMany({ files, picking }: { readonly files: readonly EvidenceRow[]; readonly picking: Picking }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const chosen = files.filter(({ path }) => picking.has(path));
  const all = files.length > 0 && chosen.length === files.length;
  if (files.length === 0) return null;
  return (
    <div className="purge-many" role="group" aria-label={text('purge.many')} data-testid="purge-many">
      <label><input type="checkbox" checked={all} ref={(box) => { if (box !== null) box.indeterminate = !all && chosen.length > 0; }} onChange={() => { picking.set(all ? [] : files.map(({ path }) => path)); }} data-testid="pick-all" />{text('purge.pick-all')}</label>
      <span className="muted">{text('purge.picked', { count: count(chosen.length, language), bytes: byteSize(chosen.reduce((sum, { size }) => sum + size, 0)) })}</span>
      <span className="grow" />
      <button type="button" className="button" disabled={chosen.length === 0} onClick={() => { showOverlay(desk, { purge: { files: chosen } }); }} data-testid="purge-picked">{text('purge.many')}</button>
    </div>
  );
}
