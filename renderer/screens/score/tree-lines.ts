import type { Group } from '#assessments';
import { leavesBelow, pathTo, type PackIndex } from '../../desk/pack-index.ts';

/** One line of the tree; `expanded` is null where there is nothing to expand. */
export type TreeLine = { readonly group: Group; readonly depth: number; readonly expanded: boolean | null; readonly written: boolean };

/** The visible lines. Domains with something written and the one in use start open; `toggled` holds those turned the other way. */
export function treeLines(index: PackIndex, chosen: string, toggled: ReadonlySet<string>): readonly TreeLine[] {
  const inUse = new Set(pathTo(index, chosen).map(({ id }) => id));
  const visit = (id: string, depth: number): readonly TreeLine[] => {
    const group = index.groups.get(id);
    if (group === undefined) return [];
    const written = leavesBelow(index, id).some(({ requirements }) => requirements.length > 0);
    if (group.children.length === 0) return [{ group, depth, expanded: null, written }];
    const expanded = (written || (inUse.has(id) && id !== chosen)) !== toggled.has(id);
    return [{ group, depth, expanded, written }, ...(expanded ? group.children.flatMap((child) => visit(child, depth + 1)) : [])];
  };
  return index.pack.groups.filter(({ parent }) => parent === null).flatMap(({ id }) => visit(id, 0));
}

type Move = { readonly kind: 'open'; readonly id: string } | { readonly kind: 'toggle'; readonly id: string };

/** What an arrow key does in a tree: up and down walk the lines, right opens or enters, left closes or leaves. */
export function treeMove(key: string, lines: readonly TreeLine[], chosen: string): Move | null {
  const at = lines.findIndex(({ group }) => group.id === chosen);
  const line = lines[at];
  if (line === undefined) return null;
  if ((key === 'ArrowRight' && line.expanded === false) || (key === 'ArrowLeft' && line.expanded === true)) return { kind: 'toggle', id: chosen };

  const target = targetOf(key, lines, at, line);
  return target === undefined ? null : { kind: 'open', id: target.group.id };
}

function targetOf(key: string, lines: readonly TreeLine[], at: number, line: TreeLine): TreeLine | undefined {
  switch (key) {
    case 'ArrowDown': return lines[at + 1];
    case 'ArrowUp': return lines[at - 1];
    case 'Home': return lines[0];
    case 'End': return lines.at(-1);
    case 'ArrowRight': return line.expanded === null ? undefined : lines[at + 1];
    case 'ArrowLeft': return lines.find(({ group }) => group.id === line.group.parent);
    default: return undefined;
  }
}
