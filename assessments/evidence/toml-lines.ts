import { linesOf } from './text-lines.ts';

type Written = { readonly path: readonly string[]; readonly line: number };

/** The 1-based lines of the value under these keys in a TOML text that parses; its table where it stands inside an inline value. */
export function tomlLines(text: string, tokens: readonly string[]): readonly [number, number] | null {
  const lines = linesOf(text);
  if (tokens.length === 0) return [1, lines.length];
  const written = pathsIn(lines);
  const index = written.findLastIndex(({ path }) => path.length <= tokens.length && path.every((key, at) => key === tokens[at]));
  const found = written[index];
  if (found === undefined) return null;
  const within = written.slice(index + 1).findIndex(({ path }) => !found.path.every((key, at) => key === path[at]));
  const next = within === -1 ? lines.length + 1 : written[index + 1 + within]?.line ?? lines.length + 1;
  return [found.line, lastFilled(lines, found.line, next - 1)];
}

/** Tables and keys in the order in which they are written; the items of `[[table]]` are counted. */
function pathsIn(lines: readonly string[]): readonly Written[] {
  const written: Written[] = [];
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  let open: string | null = null;
  for (const [index, line] of lines.entries()) {
    const inside = open;
    open = openText(line, open);
    if (inside !== null) continue;
    const header = /^\s*(\[\[?)([^\]]+)\]/.exec(line);
    const key = header === null ? /^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=/.exec(line)?.[1] : undefined;
    if (header !== null) {
      table = tablePath(keysOf(header[2] ?? ''), header[1] === '[[', counts);
      written.push({ path: table, line: index + 1 });
    } else if (key !== undefined) written.push({ path: [...table, ...keysOf(key)], line: index + 1 });
  }
  return written;
}

/** Keys with the number of the last item put after every array of tables on the way. */
function tablePath(keys: readonly string[], isItem: boolean, counts: Map<string, number>): readonly string[] {
  const path: string[] = [];
  for (const [index, key] of keys.entries()) {
    path.push(key);
    const name = JSON.stringify(path);
    const before = counts.get(name);
    if (isItem && index === keys.length - 1) counts.set(name, before === undefined ? 0 : before + 1);
    const item = counts.get(name);
    if (item !== undefined) path.push(String(item));
  }
  return path;
}

function keysOf(written: string): readonly string[] {
  return [...written.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

/** The mark of a text over several lines that is open after this line. */
function openText(line: string, before: string | null): string | null {
  const marks = line.match(/"""|'''/g) ?? [];
  return marks.reduce<string | null>((open, mark) => (open === null ? mark : open === mark ? null : open), before);
}

function lastFilled(lines: readonly string[], first: number, last: number): number {
  let line = last;
  while (line > first && (lines[line - 1] ?? '').trim() === '') line -= 1;
  return line;
}
