import { cellName } from './decoded-place.ts';
import type { Decoded } from './decoded.ts';
import type { SourceFile } from './file.ts';
import type { Place } from './place.ts';
import { soughtForm } from './visible-signs.ts';

/** Lines, rows or commits of a file that hold what was sought; `total`: how many there are, of which these are the first. */
export type FoundInFile = { readonly total: number; readonly lines: readonly { readonly place: Place; readonly text: string }[] };

/** The words of a query: what stands between spaces, in the form in which texts are compared. */
export function soughtWords(query: string): readonly string[] {
  return [...new Set(soughtForm(query).split(/\s+/).filter((word) => word !== ''))];
}

/** How many places of a file are given, and how much of each. */
const mostLines = 5, excerptLength = 240;

/**
 * Where a file holds all of the words, in whatever line each; null where it does not. Places with most of the words come
 * first. A Chinese word of two characters is found like any other: texts are searched as they stand, without an index.
 */
export function searchFile(file: SourceFile, words: readonly string[]): FoundInFile | null {
  const lines = linesOf(file);
  const held = new Set<string>();
  const found = lines.flatMap((line) => {
    const form = soughtForm(line.text);
    const here = words.filter((word) => form.includes(word));
    for (const word of here) held.add(word);
    return here.length === 0 ? [] : [{ ...line, words: here.length, at: form.indexOf(here[0] ?? '') }];
  });
  if (words.length === 0 || held.size < words.length) return null;
  const best = [...found].sort((one, other) => other.words - one.words).slice(0, mostLines);
  return { total: found.length, lines: best.map(({ place, text, at }) => ({ place, text: around(text, at) })) };
}

type Line = { readonly place: Place; readonly text: string };

function linesOf({ path, text, decoded }: SourceFile): readonly Line[] {
  if (text !== null && (decoded === null || decoded.kind === 'document')) return text.split(/\r\n|\r|\n/).map((line, at) => ({ place: { file: path, lines: [at + 1, at + 1] }, text: line }));
  return decoded === null ? [] : decodedLines(path, decoded);
}

function decodedLines(file: string, decoded: Decoded): readonly Line[] {
  switch (decoded.kind) {
    case 'sheets': return decoded.sheets.flatMap(({ name, rows }) => rows.map((cells, row) => ({ place: { file, cell: cellName(name, row, Math.max(0, cells.findIndex((cell) => cell !== ''))) }, text: joined(cells) })));
    case 'tables': return decoded.tables.flatMap(({ name, rows }) => rows.map(({ rowid, values }) => ({ place: { file, pointer: `/${name}/${rowid}` }, text: joined(values.map((value) => (value === null ? '' : String(value)))) })));
    case 'git': return decoded.commits.map(({ hash, subject, body }, at) => ({ place: { file, pointer: `/commits/${at}` }, text: joined([hash, subject, body ?? '']) }));
    case 'document': return [];
  }
}

function joined(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** A long line is cut so that what was found stays in sight. */
function around(text: string, at: number): string {
  if (text.length <= excerptLength) return text.trim();
  const from = Math.max(0, at - 60);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + excerptLength)}…`;
}
