import { useMemo } from 'react';
import type { Group } from '#assessments';
import { LevelMark } from '../../components/marks.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { openNode } from '../../desk/moving.ts';
import type { Working } from '../../desk/state.ts';
import { shownLevel } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import type { TreeLine } from './tree-lines.ts';
import { useTree } from './use-tree.ts';

/** Domains, items and sub-items with their levels; a sub-item not yet written is grey. */
export function Tree() {
  const desk = useDesk();
  const { text } = useWords();
  const working = useDeskState((state) => state.working);
  const node = useDeskState(({ scoring }) => scoring.node);
  const index = working?.index ?? null;
  const { lines, list, toggle, press } = useTree({ index, chosen: node, open: (id) => { openNode(desk, id); } });
  if (working === null || index === null) return <div />;
  return (
    <aside className="tree-pane">
      <div className="tree" role="tree" aria-label={text('tree')} ref={list} onKeyDown={press} data-testid="tree">
        {lines.map((line) => <Line key={line.group.id} line={line} working={working} chosen={line.group.id === node} open={() => { openNode(desk, line.group.id); }} toggle={() => { toggle(line.group.id); }} />)}
      </div>
      <TreeFoot working={working} />
    </aside>
  );
}

type LineProps = { readonly line: TreeLine; readonly working: Working; readonly chosen: boolean; readonly open: () => void; readonly toggle: () => void };

function Line({ line: { group, depth, expanded, written }, working, chosen, open, toggle }: LineProps) {
  const { text, of } = useWords();
  const name = of(group);
  return (
    <div
      role="treeitem" aria-level={depth + 1} aria-selected={chosen} aria-expanded={expanded ?? undefined} tabIndex={chosen ? 0 : -1} data-node={group.id}
      className={`tree-line tree-depth-${depth}${written ? '' : ' unwritten'}`} onClick={open} title={written ? name : `${name} · ${text('tree.not-written')}`}
    >
      <Caret expanded={expanded} toggle={toggle} />
      <span className="code tree-code">{group.id}</span>
      <span className="one-line tree-name">{name}</span>
      {written ? <Standing group={group} working={working} /> : <span className="tree-unwritten">{text('tree.not-written-short')}</span>}
    </div>
  );
}

/** Opens and closes a line with the mouse; the keyboard has its arrows. */
export function Caret({ expanded, toggle }: { readonly expanded: boolean | null; readonly toggle: () => void }) {
  if (expanded === null) return <span className="tree-caret" />;
  return <span className="tree-caret" onClick={(event) => { event.stopPropagation(); toggle(); }} aria-hidden="true">{expanded ? openSign : closedSign}</span>;
}

const openSign = '▾';
const closedSign = '▸';

function Standing({ group, working }: { readonly group: Group; readonly working: Working }) {
  const { text } = useWords();
  const result = working.nodes.get(group.id);
  if (result === undefined) return null;
  return (
    <>
      <Dots group={group} working={working} />
      <span className="tree-done" title={text('tree.progress', { done: result.assessed, total: result.total })}>{`${result.assessed}/${result.total}`}</span>
      <LevelMark level={shownLevel(result)} grade={result.grade} size="small" />
    </>
  );
}

/** What a sub-item has: evidence, notes, a conflict or a disagreement. Shapes differ, so colour is not needed to tell. */
function Dots({ group, working }: { readonly group: Group; readonly working: Working }) {
  const { text } = useWords();
  if (group.requirements.length === 0) return null;
  const has = (what: (id: string) => boolean) => group.requirements.some(({ id }) => what(id));
  const evidence = has((id) => (working.suggestions.get(id)?.checks.length ?? 0) > 0 || (working.views.get(id)?.links.length ?? 0) > 0);
  const notes = has((id) => (working.views.get(id)?.notes.length ?? 0) > 0);
  const conflict = has((id) => working.suggestions.get(id)?.conflict === true || (working.views.get(id)?.final.disputed.length ?? 0) > 0);
  return (
    <span className="dots">
      {evidence && <i className="dot dot-evidence" role="img" aria-label={text('tree.dot-evidence')} title={text('tree.dot-evidence')} />}
      {notes && <i className="dot dot-note" role="img" aria-label={text('tree.dot-note')} title={text('tree.dot-note')} />}
      {conflict && <i className="dot dot-conflict" role="img" aria-label={text('tree.dot-conflict')} title={text('tree.dot-conflict')} />}
    </span>
  );
}

function TreeFoot({ working }: { readonly working: Working }) {
  const { text } = useWords();
  const { assessed, total } = working.result.overall;
  const evidenced = useMemo(() => [...working.suggestions.values()].filter(({ checks }) => checks.length > 0).length, [working.suggestions]);
  return (
    <div className="tree-foot">
      <span>{text('tree.assessed', { done: assessed, total })}</span>
      <span>{text('tree.evidenced', { count: evidenced })}</span>
    </div>
  );
}
