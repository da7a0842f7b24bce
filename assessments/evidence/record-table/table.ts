import { cellName } from '../decoded-place.ts';
import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Place } from '../place.ts';
import { knownField } from './headings.ts';
import { headingsKey } from './mapping.ts';

export type TableRow = { readonly values: readonly string[]; readonly place: Place };
/** A table of a file: a CSV, or one sheet. The rows are read when they are asked for. */
export type RecordTable = { readonly sheet: string | null; readonly headings: readonly string[]; readonly rows: () => readonly TableRow[] };

/** Headings are looked for in the first rows of a sheet: a title and notes often stand above them. */
const firstRows = 12;
const mostColumns = 300;

/** The tables of a file, with the headings that say most in each; `wanted` are headings to look for instead. */
export function tablesIn(file: SourceFile, documents: Documents, wanted: readonly string[] | null = null): readonly RecordTable[] {
  if (documents.kind === 'rows') {
    const table: RecordTable = { sheet: null, headings: trimmed(documents.header), rows: () => documents.rows().map(({ values, lines }) => ({ values, place: { file: file.path, lines: [lines[0], lines[1]] } })) };
    return documents.header.length <= mostColumns ? [table] : [];
  }
  if (file.decoded?.kind !== 'sheets') return [];
  return file.decoded.sheets.filter(({ hidden }) => !hidden).flatMap(({ name, rows }) => sheetTable(file.path, name, rows, wanted));
}

function sheetTable(file: string, sheet: string, rows: readonly (readonly string[])[], wanted: readonly string[] | null): readonly RecordTable[] {
  const candidates = rows.slice(0, firstRows).map((row, at) => ({ at, headings: trimmed(row) })).filter(({ headings }) => headings.filter((one) => one !== '').length >= 2 && headings.length <= mostColumns);
  const worth = (headings: readonly string[]): number => (wanted === null ? headings.filter((one) => knownField(one) !== null).length : Number(headingsKey(headings) === headingsKey(wanted)));
  const best = candidates.reduce<(typeof candidates)[number] | undefined>((most, one) => (most === undefined || worth(one.headings) > worth(most.headings) ? one : most), undefined);
  if (best === undefined) return [];
  return [{
    sheet, headings: best.headings,
    rows: () => rows.slice(best.at + 1).flatMap((values, index) => {
      const column = values.findIndex((value) => value.trim() !== '');
      return column === -1 ? [] : [{ values, place: { file, cell: cellName(sheet, best.at + 1 + index, column) } }];
    }),
  }];
}

/** Without empty cells at the end; at most as long as a mapping may hold. */
function trimmed(row: readonly string[]): readonly string[] {
  const last = row.findLastIndex((value) => value.trim() !== '');
  return row.slice(0, last + 1).map((value) => value.trim().slice(0, 500).toWellFormed());
}
