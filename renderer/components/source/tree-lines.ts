import type { TreeLine } from '#contract';

/** The tree with the members of the node at `pointer` below it; the node is marked open. */
export function withBranch(lines: readonly TreeLine[], pointer: string, branch: readonly TreeLine[]): readonly TreeLine[] {
  return lines.flatMap((line) => (line.kind === 'node' && line.pointer === pointer ? [{ ...line, open: true }, ...branch] : [line]));
}

/** The tree without what stands below the node at `pointer`. */
export function withoutBranch(lines: readonly TreeLine[], pointer: string): readonly TreeLine[] {
  const below = `${pointer}/`;
  return lines
    .filter((line) => !line.pointer.startsWith(below) && !(line.kind === 'left-out' && line.pointer === pointer))
    .map((line) => (line.kind === 'node' && line.pointer === pointer ? { ...line, open: false } : line));
}

/** The tree with members in place of the door to them. Behind a door may stand what is drawn already: only its own count comes in. */
export function throughDoor(lines: readonly TreeLine[], door: Extract<TreeLine, { kind: 'left-out' }>, branch: readonly TreeLine[]): readonly TreeLine[] {
  const nodes = branch.filter(({ kind }) => kind === 'node').slice(0, door.count);
  const left = door.count - nodes.length;
  const rest = left > 0 ? [{ ...door, from: door.from + nodes.length, count: left }] : [];
  return lines.flatMap((line) => (line === door ? [...nodes, ...rest] : [line]));
}
