import type { Documents } from './documents.ts';
import type { SourceFile } from './file.ts';
import { parseDocuments } from './parse-documents.ts';
import type { Place } from './place.ts';
import { pointerTokens } from './pointer.ts';
import { linesOf } from './text-lines.ts';

export type Resolution = { readonly found: true; readonly value: unknown } | { readonly found: false };

/**
 * What stands at a place of a file: the value under a pointer, the text of lines. Not found where the place is of
 * another file, outside this one, or a cell (workbooks are not text). `documents` spares parsing the file again.
 */
export function resolvePlace(file: SourceFile, place: Place, documents?: Documents): Resolution {
  if (place.file !== file.path) return { found: false };
  if ('lines' in place) return resolveLines(file, place.lines);
  if ('pointer' in place) return resolvePointer(documents ?? parseDocuments(file), place.pointer);
  return { found: false };
}

function resolveLines(file: SourceFile, [first, last]: readonly [number, number]): Resolution {
  if (file.text === null) return { found: false };
  const lines = linesOf(file.text);
  return first >= 1 && first <= last && last <= lines.length ? { found: true, value: lines.slice(first - 1, last).join('\n') } : { found: false };
}

function resolvePointer(documents: Documents, pointer: string): Resolution {
  const tokens = pointerTokens(pointer);
  if (tokens === null || documents.kind === 'none' || documents.kind === 'broken') return { found: false };
  const root: Resolution = { found: true, value: documents.kind === 'yaml' ? documents.documents : documents.document };
  return tokens.reduce<Resolution>((at, token) => (at.found ? memberOf(at.value, token) : at), root);
}

function memberOf(value: unknown, token: string): Resolution {
  if (typeof value !== 'object' || value === null) return { found: false };
  if (Array.isArray(value) && !/^(?:0|[1-9][0-9]*)$/.test(token)) return { found: false };
  return Object.hasOwn(value, token) ? { found: true, value: (value as Readonly<Record<string, unknown>>)[token] } : { found: false };
}
