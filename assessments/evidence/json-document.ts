import { type StructureFault, structureLimits } from './structure-limits.ts';
import { lineAt } from './text-lines.ts';
import { writtenNumber } from './written-number.ts';

export type JsonDocument = { readonly ok: true; readonly document: unknown } | StructureFault;

type Scanner = { readonly text: string; offset: number; nodes: number };
class JsonFault extends Error {
  readonly reason: StructureFault['reason'];
  constructor(reason: StructureFault['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The value of a JSON text, or why it was not taken and on which line. Stricter than JSON.parse, which takes any depth
 * and silently keeps the last of two equal keys; numbers that a double would distort stay text, as in YAML.
 */
export function jsonDocument(text: string): JsonDocument {
  const scanner: Scanner = { text, offset: 0, nodes: 0 };
  try {
    const document = valueAt(scanner, 0);
    skipSpace(scanner);
    if (scanner.offset < text.length) throw new JsonFault('malformed');
    return { ok: true, document };
  } catch (error) {
    const reason = error instanceof JsonFault ? error.reason : 'malformed';
    return { ok: false, reason, line: lineAt(text, scanner.offset) };
  }
}

function valueAt(scanner: Scanner, depth: number): unknown {
  scanner.nodes += 1;
  if (scanner.nodes > structureLimits.nodes) throw new JsonFault('too-large');
  skipSpace(scanner);
  switch (scanner.text[scanner.offset]) {
    case '{': return objectAt(scanner, deeper(depth));
    case '[': return arrayAt(scanner, deeper(depth));
    case '"': return stringAt(scanner);
    default: return wordAt(scanner);
  }
}

function deeper(depth: number): number {
  if (depth >= structureLimits.depth) throw new JsonFault('too-deep');
  return depth + 1;
}

function objectAt(scanner: Scanner, depth: number): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  scanner.offset += 1;
  if (taken(scanner, '}')) return members;
  do {
    skipSpace(scanner);
    const start = scanner.offset;
    const key = stringAt(scanner);
    if (Object.hasOwn(members, key) || !key.isWellFormed()) {
      scanner.offset = start;
      throw new JsonFault('malformed');
    }
    demand(scanner, ':');
    const value = valueAt(scanner, depth);
    // Plain assignment of `__proto__` would change the prototype instead of adding a member.
    Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
  } while (taken(scanner, ','));
  demand(scanner, '}');
  return members;
}

function arrayAt(scanner: Scanner, depth: number): readonly unknown[] {
  const items: unknown[] = [];
  scanner.offset += 1;
  if (taken(scanner, ']')) return items;
  do items.push(valueAt(scanner, depth));
  while (taken(scanner, ','));
  demand(scanner, ']');
  return items;
}

const stringEnd = /["\\]/g;

function stringAt(scanner: Scanner): string {
  const start = scanner.offset;
  if (scanner.text[start] !== '"') throw new JsonFault('malformed');
  let at = start + 1;
  for (;;) {
    stringEnd.lastIndex = at;
    const end = stringEnd.exec(scanner.text);
    if (end === null) throw new JsonFault('malformed');
    at = end.index + (end[0] === '"' ? 1 : 2);
    if (end[0] === '"') break;
  }
  // Escapes and forbidden control characters are the platform's business.
  const value = JSON.parse(scanner.text.slice(start, at)) as string;
  scanner.offset = at;
  return value;
}

const word = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function wordAt(scanner: Scanner): unknown {
  word.lastIndex = scanner.offset;
  const source = word.exec(scanner.text)?.[0];
  if (source === undefined) throw new JsonFault('malformed');
  scanner.offset += source.length;
  return Object.hasOwn(words, source) ? words[source] : writtenNumber(source) ?? source;
}

const space = /[ \t\r\n]*/y;

function skipSpace(scanner: Scanner): void {
  space.lastIndex = scanner.offset;
  space.exec(scanner.text);
  scanner.offset = space.lastIndex;
}

function taken(scanner: Scanner, sign: string): boolean {
  skipSpace(scanner);
  if (scanner.text[scanner.offset] !== sign) return false;
  scanner.offset += 1;
  return true;
}

function demand(scanner: Scanner, sign: string): void {
  if (!taken(scanner, sign)) throw new JsonFault('malformed');
}
