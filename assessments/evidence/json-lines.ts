import { jsonDocument } from './json-document.ts';
import { type StructureFault, structureLimits } from './structure-limits.ts';
import { linesOf } from './text-lines.ts';

export type JsonLines = { readonly ok: true; readonly documents: readonly unknown[] } | StructureFault;

/** The documents of a text with one JSON value a line; blank lines are passed over, a last line that was cut off is left out. */
export function jsonLines(text: string): JsonLines {
  const written = linesOf(text).map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== '');
  if (written.length > structureLimits.nodes) return { ok: false, reason: 'too-large', line: null };
  const documents: unknown[] = [];
  for (const [index, { line, number }] of written.entries()) {
    const parsed = jsonDocument(line);
    if (parsed.ok) { documents.push(parsed.document); continue; }
    if (parsed.reason === 'malformed' && index === written.length - 1 && index > 0) break;
    return { ok: false, reason: parsed.reason, line: number };
  }
  return { ok: true, documents };
}

/** The first line that holds something is a JSON object or list, and the next one begins like another. */
export function opensLikeJsonLines(text: string): boolean {
  const first = /^\s*([{[][^\r\n]*)(?:\r\n|\n|\r)\s*[{[]/.exec(text)?.[1];
  return first !== undefined && jsonDocument(first).ok;
}
