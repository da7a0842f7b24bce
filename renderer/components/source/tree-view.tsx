import { useEffect, useRef, useState } from 'react';
import type { TreeLine } from '#contract';
import { ask, useDesk } from '../../desk/desk.ts';
import { count, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { throughDoor, withBranch, withoutBranch } from './tree-lines.ts';

type NodeLine = Extract<TreeLine, { kind: 'node' }>;
type Door = Extract<TreeLine, { kind: 'left-out' }>;

/** A parsed document, open at the cited node; what is left out is read when a reader opens it. */
export function TreeView({ path, lines: first, several, pointer }: { readonly path: string; readonly lines: readonly TreeLine[]; readonly several: boolean; readonly pointer: string }) {
  const desk = useDesk();
  const { text } = useWords();
  const [lines, setLines] = useState(first);
  const read = async (node: string, from: number): Promise<readonly TreeLine[] | null> => {
    const { working } = desk.store.get();
    return working === null ? null : (await ask(desk, 'readBranch', { assessment: working.assessment, file: path, pointer: node, from }))?.lines ?? null;
  };
  const toggle = async ({ pointer: node, open }: NodeLine) => {
    const branch = open ? null : await read(node, 0);
    if (open) setLines((before) => withoutBranch(before, node));
    else if (branch !== null) setLines((before) => withBranch(before, node, branch));
  };
  const enter = async (door: Door) => {
    const branch = await read(door.pointer, door.from);
    if (branch !== null) setLines((before) => throughDoor(before, door, branch));
  };
  return (
    <>
      {pointer !== '' && <p className="code tree-pointer">{visibleText(pointer)}</p>}
      <ul className="tree-picture" tabIndex={0} aria-label={text('source.as-tree')} data-testid="tree-picture">
        {lines.map((line) => (line.kind === 'node'
          ? <Node key={line.pointer} line={line} document={several && line.depth === 1} below={isBelow(line.pointer, pointer)} toggle={() => { void toggle(line); }} />
          : <li key={`${line.pointer} ${line.from}`} style={{ paddingInlineStart: indent(line.depth) }}><button type="button" className="link" onClick={() => { void enter(line); }}><Left line={line} /></button></li>))}
      </ul>
    </>
  );
}

function Left({ line }: { readonly line: Door }) {
  const { text, language } = useWords();
  return text('source.left-out', { count: count(line.count, language) });
}

function Node({ line, document, below, toggle }: { readonly line: NodeLine; readonly document: boolean; readonly below: boolean; readonly toggle: () => void }) {
  const { text, language } = useWords();
  const row = useRef<HTMLLIElement>(null);
  const { cited } = line;
  useEffect(() => { if (cited) row.current?.scrollIntoView({ block: 'center' }); }, [cited]);
  const name = document ? text('source.document', { number: Number(line.key) + 1 }) : line.key === null ? text('source.root') : visibleText(line.key);
  return (
    <li ref={row} className={classOf(cited, below)} aria-current={cited ? 'true' : undefined} style={{ paddingInlineStart: indent(line.depth) }} data-testid={cited ? 'cited-node' : undefined}>
      {line.members !== null && line.members > 0
        ? <button type="button" className="tree-node" aria-expanded={line.open} onClick={toggle}><span className="tree-caret" aria-hidden="true">{line.open ? openSign : closedSign}</span><b>{name}</b><span className="muted">{text(line.shape === 'list' ? 'source.list' : 'source.map', { count: count(line.members, language) })}</span></button>
        : <span className="tree-node"><span className="tree-caret" /><b>{name}</b><span className={`tree-value tree-${line.shape}`}>{valueText(line)}</span></span>}
    </li>
  );
}

const [openSign, closedSign] = ['▾', '▸'];

function valueText({ shape, value }: NodeLine): string {
  if (shape === 'list') return '[]';
  return shape === 'map' ? '{}' : visibleText(value ?? '');
}

const step = 16;
const indent = (depth: number): number => depth * step + 4;

function classOf(cited: boolean, below: boolean): string | undefined {
  if (cited) return 'cited';
  return below ? 'cited-below' : undefined;
}

function isBelow(pointer: string, cited: string): boolean {
  return cited !== '' && pointer.startsWith(`${cited}/`);
}
