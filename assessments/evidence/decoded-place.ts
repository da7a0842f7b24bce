import type { Decoded, DecodedSheets, DecodedTables } from './decoded.ts';

export type Found = { readonly found: true; readonly value: unknown } | { readonly found: false };
const nothing: Found = { found: false };

/** The text of a cell `Sheet!B7`, where the sheet has that row and column. */
export function cellIn(decoded: Decoded | null, cell: string): Found {
  if (decoded?.kind !== 'sheets') return nothing;
  const at = cellAddress(cell);
  const row = at === null ? undefined : sheetNamed(decoded, at.sheet)?.rows[at.row];
  const value = at === null ? undefined : row?.[at.column];
  return value === undefined ? nothing : { found: true, value };
}

/** `Sheet!B7` for the 0-based row and column of a sheet. */
export function cellName(sheet: string, row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${sheet}!${letters}${row + 1}`;
}

function cellAddress(cell: string): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const [, sheet, letters, row] = /^(.*)!([A-Z]{1,3})([1-9][0-9]{0,6})$/s.exec(cell) ?? [];
  if (sheet === undefined || letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(row) - 1, column };
}

function sheetNamed({ sheets }: DecodedSheets, name: string) {
  return sheets.find((sheet) => sheet.name === name);
}

/** A row as a mapping of its columns (`/table/rowid`), one value of it (`/table/rowid/column`), or a whole table as its columns (`/table`). */
export function tableValueAt({ tables }: DecodedTables, tokens: readonly string[]): Found {
  const [name, rowid, column, ...more] = tokens;
  const table = tables.find((one) => one.name === name);
  if (table === undefined || more.length > 0) return nothing;
  if (rowid === undefined) return { found: true, value: table.columns };
  const row = table.rows.find((one) => String(one.rowid) === rowid);
  if (row === undefined) return nothing;
  if (column === undefined) return { found: true, value: Object.fromEntries(table.columns.map((key, index) => [key, row.values[index] ?? null])) };
  const index = table.columns.indexOf(column);
  return index === -1 ? nothing : { found: true, value: row.values[index] ?? null };
}
