import { useMemo, type KeyboardEvent } from 'react';
import type { Group } from '#assessments';
import { consultNode } from '../../desk/consulting.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import { Caret } from '../score/tree.tsx';
import type { TreeLine } from '../score/tree-lines.ts';
import { useTree } from '../score/use-tree.ts';
import type { Entry } from './entries.ts';
import { countsBelow } from './filtering.ts';

type TreeProps = { readonly index: PackIndex; readonly hits: readonly Entry[]; readonly narrowed: boolean };

/** The whole standard, then domains, items and sub-items, with how many requirements they have, or have been found in them. */
export function CatalogueTree({ index, hits, narrowed }: TreeProps) {
  const desk = useDesk();
  const { text } = useWords();
  const node = useDeskState(({ consulting }) => consulting.node);
  const { lines, list, toggle, press } = useTree({ index, chosen: node, open: (id) => { consultNode(desk, id); }, arrange: belowWhole });
  const counts = useMemo(() => countsBelow(hits, new Map(index.pack.groups.map(({ id, parent }) => [id, parent]))), [hits, index]);
  const pressOrOpen = (event: KeyboardEvent) => {
    if (event.key === 'Enter') consultNode(desk, node);
    press(event);
  };
  return (
    <aside className="tree-pane">
      <div className="tree" role="tree" aria-label={text('catalogue.tree')} ref={list} onKeyDown={pressOrOpen} data-testid="catalogue-tree">
        {lines.map((line) => (
          <Line
            key={line.group.id} line={line} chosen={line.group.id === node} narrowed={narrowed} count={line.group.id === '' ? hits.length : (counts.get(line.group.id) ?? 0)}
            open={() => { consultNode(desk, line.group.id); showBody(); }} toggle={() => { toggle(line.group.id); }}
          />
        ))}
      </div>
      <p className="catalogue-own"><span className="tag tag-warn" data-testid="catalogue-own">{text('catalogue.own')}</span></p>
    </aside>
  );
}

/** In a narrow window what was opened lies below the tree. */
function showBody(): void {
  if (window.matchMedia('(max-width: 900px)').matches) requestAnimationFrame(() => { document.querySelector('.catalogue-page')?.scrollIntoView({ block: 'start' }); });
}

function belowWhole(index: PackIndex, lines: readonly TreeLine[]): readonly TreeLine[] {
  return [wholeLine(index), ...lines.map((line) => ({ ...line, depth: line.depth + 1 }))];
}

/** The pack itself as the first line of its tree. */
function wholeLine({ pack }: PackIndex): TreeLine {
  const group: Group = { id: '', kind: 'domain', zh: pack.zh, en: pack.en, parent: null, children: [], aliases: [], notes: [], definition: null, source: [], tags: null, inherited: [], requirements: [] };
  return { group, depth: 0, expanded: null, written: true };
}

type LineProps = { readonly line: TreeLine; readonly chosen: boolean; readonly narrowed: boolean; readonly count: number; readonly open: () => void; readonly toggle: () => void };

function Line({ line: { group, depth, expanded }, chosen, narrowed, count, open, toggle }: LineProps) {
  const { text, of } = useWords();
  const name = group.id === '' ? text('catalogue.whole') : of(group);
  const empty = narrowed && count === 0;
  return (
    <div
      role="treeitem" aria-level={depth + 1} aria-selected={chosen} aria-expanded={expanded ?? undefined} tabIndex={chosen ? 0 : -1} data-node={group.id}
      className={`tree-line tree-depth-${Math.max(0, depth - 1)}${empty ? ' unwritten' : ''}`} onClick={open} title={`${name} · ${text('catalogue.count', { count })}`}
    >
      <Caret expanded={expanded} toggle={toggle} />
      {group.id !== '' && <span className="code tree-code">{group.id}</span>}
      <span className="one-line tree-name">{name}</span>
      <span className={narrowed && count > 0 ? 'tree-done tree-hits' : 'tree-done'}>{count}</span>
    </div>
  );
}
