import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { scrollWithin } from '../../components/scroll-within.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { treeLines, treeMove, type TreeLine } from './tree-lines.ts';

type Asked = {
  readonly index: PackIndex | null; readonly chosen: string; readonly open: (id: string) => void;
  /** Puts lines of its own around those of the pack. */
  readonly arrange?: (index: PackIndex, lines: readonly TreeLine[]) => readonly TreeLine[];
};
type Tree = { readonly lines: readonly TreeLine[]; readonly list: RefObject<HTMLDivElement | null>; readonly toggle: (id: string) => void; readonly press: (event: KeyboardEvent) => void };

/** The lines of a tree with a mouse and a keyboard: what was opened and closed by hand stays so, and the chosen line in sight. */
export function useTree({ index, chosen, open, arrange }: Asked): Tree {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(noneToggled);
  const lines = useMemo(() => {
    const own = index === null ? [] : treeLines(index, chosen, toggled);
    return index === null || arrange === undefined ? own : arrange(index, own);
  }, [index, chosen, toggled, arrange]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { scrollWithin(list.current, list.current?.querySelector('[aria-selected="true"]')); }, [chosen, index]);

  const toggle = (id: string) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const press = (event: KeyboardEvent) => {
    const move = treeMove(event.key, lines, chosen);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'toggle') toggle(move.id);
    else {
      open(move.id);
      list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(move.id)}"]`)?.focus({ preventScroll: true });
    }
  };
  return { lines, list, toggle, press };
}

const noneToggled: ReadonlySet<string> = new Set();
