import { cellIn, tableValueAt } from './decoded-place.ts';
import type { Decoded, DecodedSheets } from './decoded.ts';
import { documentRoot } from './document-root.ts';
import type { Documents } from './documents.ts';
import type { SourceFile } from './file.ts';
import { parseDocuments } from './parse-documents.ts';
import type { Place } from './place.ts';
import { pointerTokens } from './pointer.ts';
import { linesOf } from './text-lines.ts';

export type Resolution = { readonly found: true; readonly value: unknown } | { readonly found: false };

/**
 * What stands at a place of a file: the value under a pointer, the text of lines, a row of a table, a cell. Not found
 * where the place is of another file or outside this one. `documents` spares parsing the file again.
 */
export function resolvePlace(file: SourceFile, place: Place, documents?: Documents): Resolution {
  if (place.file !== file.path) return { found: false };
  if ('lines' in place) return resolveLines(file, place.lines);
  if ('cell' in place) return cellIn(file.decoded, place.cell);
  const tokens = pointerTokens(place.pointer);
  if (tokens === null) return { found: false };
  return file.decoded === null || file.decoded.kind === 'sheets' ? valueUnder(documentRoot(documents ?? parseDocuments(file)), tokens) : resolveDecoded(file.decoded, tokens);
}

function resolveDecoded(decoded: Exclude<Decoded, DecodedSheets>, tokens: readonly string[]): Resolution {
  if (decoded.kind === 'tables') return tableValueAt(decoded, tokens);
  if (decoded.kind === 'git') return valueUnder(decoded, tokens);
  return tokens.length === 0 ? { found: true, value: decoded } : { found: false };
}

function resolveLines(file: SourceFile, [first, last]: readonly [number, number]): Resolution {
  if (file.text === null) return { found: false };
  const lines = linesOf(file.text);
  return first >= 1 && first <= last && last <= lines.length ? { found: true, value: lines.slice(first - 1, last).join('\n') } : { found: false };
}

function valueUnder(root: unknown, tokens: readonly string[]): Resolution {
  if (root === undefined) return { found: false };
  return tokens.reduce<Resolution>((at, token) => (at.found ? memberOf(at.value, token) : at), { found: true, value: root });
}

function memberOf(value: unknown, token: string): Resolution {
  if (typeof value !== 'object' || value === null) return { found: false };
  if (Array.isArray(value) && !/^(?:0|[1-9][0-9]*)$/.test(token)) return { found: false };
  return Object.hasOwn(value, token) ? { found: true, value: (value as Readonly<Record<string, unknown>>)[token] } : { found: false };
}
