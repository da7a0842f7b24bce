import type { TreeLine } from '#contract';

/** How many siblings stand before and after the way to the cited node, and how many members of the cited node itself. */
const siblings = 20;
const members = 60;
/** How far the cited node is opened. */
const depthBelow = 4;
const linesBelow = 300;
/** Members given at once when a reader opens a node. */
const branchLength = 100;
const valueLength = 1_000;

/** The way from the root of a document to a node, each level with its nearest siblings, and the node opened; null where nothing stands there. */
export function treePicture(root: unknown, tokens: readonly string[]): readonly TreeLine[] | null {
  if (root === undefined || valueUnder(root, tokens) === undefined) return null;
  const lines: TreeLine[] = [];
  drawWay(lines, { key: null, value: root, pointer: '', depth: 0 }, tokens);
  return lines;
}

/** The members of the node at a pointer from index `from` on, closed; null where it has none. */
export function treeBranch(root: unknown, tokens: readonly string[], from: number): readonly TreeLine[] | null {
  const value = root === undefined ? undefined : valueUnder(root, tokens);
  const all = value === undefined ? [] : membersOf(value);
  if (all.length === 0) return null;
  const pointer = tokens.map(escaped).join('');
  const depth = tokens.length + 1;
  const shown = all.slice(from, from + branchLength).map((member) => nodeLine(placed(member, pointer, depth), false, false));
  return [...shown, ...leftOut(pointer, depth, from + shown.length, all.length)];
}

type Member = { readonly key: string; readonly value: unknown };
type Placed = { readonly key: string | null; readonly value: unknown; readonly pointer: string; readonly depth: number };

function drawWay(lines: TreeLine[], node: Placed, [token, ...inside]: readonly string[]): void {
  if (token === undefined) {
    drawCited(lines, node);
    return;
  }
  lines.push(nodeLine(node, true, false));
  const all = membersOf(node.value);
  const at = all.findIndex(({ key }) => key === token);
  const [first, last] = [Math.max(0, at - siblings), Math.min(all.length, at + siblings + 1)];
  lines.push(...leftOut(node.pointer, node.depth + 1, 0, first));
  for (const [offset, member] of all.slice(first, last).entries()) {
    const child = placed(member, node.pointer, node.depth + 1);
    if (first + offset === at) drawWay(lines, child, inside);
    else lines.push(nodeLine(child, false, false));
  }
  lines.push(...leftOut(node.pointer, node.depth + 1, last, all.length));
}

function drawCited(lines: TreeLine[], node: Placed): void {
  const budget = { left: linesBelow };
  const draw = (one: Placed, below: number): void => {
    budget.left -= 1;
    const line = nodeLine(one, below < depthBelow && budget.left > 0, below === 0);
    lines.push(line);
    if (!line.open) return;
    const all = membersOf(one.value);
    const shown = all.slice(0, Math.min(members, budget.left));
    for (const member of shown) draw(placed(member, one.pointer, one.depth + 1), below + 1);
    lines.push(...leftOut(one.pointer, one.depth + 1, shown.length, all.length));
  };
  draw(node, 0);
}

function leftOut(pointer: string, depth: number, from: number, to: number): readonly TreeLine[] {
  return to > from ? [{ kind: 'left-out', pointer, depth, from, count: to - from }] : [];
}

/** A line for a node; what has no members cannot be open. */
function nodeLine({ key, value, pointer, depth }: Placed, open: boolean, cited: boolean): Extract<TreeLine, { kind: 'node' }> {
  const shape = shapeOf(value);
  const held = shape === 'map' || shape === 'list' ? Object.keys(value as object).length : null;
  return { kind: 'node', pointer, depth, key, shape, members: held, value: held === null ? written(value) : null, open: open && (held ?? 0) > 0, cited };
}

function placed({ key, value }: Member, parent: string, depth: number): Placed {
  return { key, value, pointer: parent + escaped(key), depth };
}

function escaped(token: string): string {
  return `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function membersOf(value: unknown): readonly Member[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one, index) => ({ key: String(index), value: one }));
  return isMap(value) ? Object.entries(value).map(([key, one]) => ({ key, value: one })) : [];
}

function valueUnder(root: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce<unknown>((value, token) => {
    if (Array.isArray(value)) return /^(?:0|[1-9][0-9]*)$/.test(token) ? (value as readonly unknown[])[Number(token)] : undefined;
    return isMap(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  }, root);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function shapeOf(value: unknown): Extract<TreeLine, { kind: 'node' }>['shape'] {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isMap(value)) return 'map';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
}

function written(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return text.length > valueLength ? `${text.slice(0, valueLength)}…` : text;
}
