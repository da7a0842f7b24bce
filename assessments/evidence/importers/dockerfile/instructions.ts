import { linesOf } from '../../text-lines.ts';

/** One instruction: upper-case word, `--name=value` flags, the rest on one line, and the lines it stands on. A here-document is part of it. */
export type Instruction = { readonly word: string; readonly flags: Readonly<Record<string, string>>; readonly rest: string; readonly lines: readonly [first: number, last: number] };

const words: ReadonlySet<string> = new Set([
  'ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR',
]);

/** The instructions of a Dockerfile in order; `strange` counts the lines that begin with no instruction. */
export function instructionsOf(text: string): { readonly instructions: readonly Instruction[]; readonly strange: number } {
  const lines = linesOf(text);
  const escape = /^#\s*escape\s*=\s*`/im.test(text.slice(0, 1_000)) ? '`' : '\\';
  const instructions: Instruction[] = [];
  let strange = 0;
  for (let at = 0; at < lines.length;) {
    const statement = statementAt(lines, at, escape);
    at = statement.next;
    if (statement.text === '') continue;
    const instruction = instructionOf(statement.text, statement.first, statement.next);
    if (instruction === null) strange += 1;
    else instructions.push(instruction);
  }
  return { instructions, strange };
}

type Statement = { readonly text: string; readonly first: number; readonly next: number };

/** Lines joined where the escape sign ends them; comments and blank lines among them are passed over. `first` is 1-based. */
function statementAt(lines: readonly string[], at: number, escape: string): Statement {
  const parts: string[] = [];
  let next = at;
  let first = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (/^\s*(?:#.*)?$/.test(line)) {
      if (parts.length === 0) return { text: '', first, next: next + 1 };
      continue;
    }
    if (parts.length === 0) first = next + 1;
    const open = line.trimEnd().endsWith(escape);
    parts.push(open ? line.trimEnd().slice(0, -1) : line);
    if (!open) {
      next += 1;
      break;
    }
  }
  return withHereDocument(lines, { text: parts.join(' ').trim(), first, next });
}

const longestHereDocument = 2_000;

/** `RUN <<EOF` up to the line `EOF`. */
function withHereDocument(lines: readonly string[], statement: Statement): Statement {
  const mark = /^(?:RUN|COPY|ADD)\b.*?<<-?["']?([A-Za-z_]\w*)["']?/i.exec(statement.text.slice(0, 2_000))?.[1];
  if (mark === undefined) return statement;
  const length = lines.slice(statement.next, statement.next + longestHereDocument).findIndex((line) => line.trim() === mark);
  if (length === -1) return statement;
  const end = statement.next + length;
  return { text: `${statement.text}\n${lines.slice(statement.next, end).join('\n')}`, first: statement.first, next: end + 1 };
}

function instructionOf(text: string, first: number, last: number): Instruction | null {
  const [, word = '', rest = ''] = /^([A-Za-z]+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  const name = word.toUpperCase();
  if (!words.has(name)) return null;
  const flags: Record<string, string> = {};
  let left = rest;
  for (let found = /^--([a-z-]+)(?:=(\S*))?\s*/.exec(left); found !== null; found = /^--([a-z-]+)(?:=(\S*))?\s*/.exec(left)) {
    flags[found[1] ?? ''] = found[2] ?? '';
    left = left.slice(found[0].length);
  }
  return { word: name, flags, rest: left.trim(), lines: [first, last] };
}
