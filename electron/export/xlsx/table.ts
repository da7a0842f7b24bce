import type { Worksheet } from 'exceljs';
import type { Cell, Column, Row, Table } from '#assessments';
import { cellValue, wordingText } from './cell-value.ts';
import { markColumns } from './column-marks.ts';
import { columnLetter, formulaText } from './formula.ts';
import { font, head, headings, rule } from './look.ts';
import { captionRows, headRows, type Placed } from './place-on-sheets.ts';
import { fitRow } from './row-height.ts';

export type Book = { readonly tables: ReadonlyMap<string, Placed>; readonly guard: (text: unknown) => string };

/** Writes a table beginning at `row`: a real one with filters where it has a head, ruled rows otherwise. */
export function writeTable(sheet: Worksheet, table: Table, row: number, book: Book): void {
  const placed = book.tables.get(table.id);
  if (placed === undefined) return;
  if (table.caption !== null) { const cell = sheet.getCell(row, 1); cell.value = book.guard(table.caption.map(({ text }) => text).join('   ')); cell.font = headings[2]; }
  if (headRows(table) > 0) writeHead(sheet, table, row + captionRows(table), book);
  if (table.rows.length === 0) { const cell = sheet.getCell(placed.firstRow, 1); cell.value = book.guard(wordingText(table.empty)); cell.font = font(); }
  table.rows.forEach((one, index) => { writeRow(sheet, table.columns, one, placed.firstRow + index, book, placed); });
  if (table.totals !== null) writeRow(sheet, table.columns, { kind: 'cells', cells: table.totals }, placed.lastRow + 1, book, placed);
  if (headRows(table) > 0 && table.rows.length > 0) { asTable(sheet, table, placed, book); markColumns(sheet, table, placed); }
}

function writeHead(sheet: Worksheet, { columns }: Table, row: number, { guard }: Book): void {
  columns.forEach((column, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = title(column, guard);
    cell.style = { ...head, alignment: { ...head.alignment, horizontal: column.align ?? 'left' } };
  });
  // Room for the filter's button beside the words.
  fitRow(sheet, row, columns.map((column, index) => ({ text: title(column, guard), width: (sheet.getColumn(index + 1).width ?? 10) - 2 })));
}

function title({ title: wording }: Column, guard: Book['guard']): string {
  return guard(wording.map(({ text }) => text).join(' '));
}

/** The range as an Excel table, which brings filters and a name; the cells keep their own look. */
function asTable(sheet: Worksheet, table: Table, placed: Placed, { guard }: Book): void {
  const headRow = placed.firstRow - 1;
  const last = columnLetter(table.columns.length);
  sheet.addTable({
    name: table.id.replace(/\W/g, '_'), ref: `A${headRow}:${last}${placed.lastRow}`, headerRow: true, totalsRow: false,
    style: { theme: null as never, showRowStripes: false },
    columns: unique(table.columns.map((column) => title(column, guard))).map((name) => ({ name, filterButton: true })),
    rows: table.rows.map((_, index) => table.columns.map((__, column) => sheet.getCell(placed.firstRow + index, column + 1).value)),
  });
}

/** Excel wants the heads of a table to differ. */
function unique(names: readonly string[]): readonly string[] {
  return names.map((name, index) => (names.indexOf(name) === index ? name : `${name} ${index + 1}`));
}

function writeRow(sheet: Worksheet, columns: readonly Column[], row: Row, at: number, book: Book, placed: Placed): void {
  if (row.kind === 'group') { const cell = sheet.getCell(at, 1); cell.value = book.guard(wordingText(row.text)); cell.font = headings[3]; return; }
  row.cells.forEach((one, index) => { writeCell(sheet, columns[index], one, at, index + 1, book, placed); });
  fitRow(sheet, at, row.cells.map((one, index) => ({ text: String(cellValue(one) ?? ''), width: sheet.getColumn(index + 1).width ?? 10 })));
}

function writeCell(sheet: Worksheet, column: Column | undefined, cell: Cell, row: number, number: number, book: Book, placed: Placed): void {
  const written = sheet.getCell(row, number);
  const value = guarded(cell, row, book, placed);
  if (value !== null) written.value = value;
  written.font = font({ bold: cell.kind === 'text' && cell.tone === 'strong' });
  written.alignment = { vertical: 'top', wrapText: true, horizontal: column?.align ?? alignment(column, value) };
  if (rule !== undefined) written.border = rule;
  if (cell.kind === 'number' && cell.percent === true) written.numFmt = '0%';
}

/** Numbers to the right, except in lists of pairs, which have no heads. */
function alignment(column: Column | undefined, value: unknown): 'left' | 'right' {
  return typeof value === 'string' || column?.title.length === 0 ? 'left' : 'right';
}

/** The only values that reach the library: guarded text, a number, or a formula of our own. */
function guarded(cell: Cell, row: number, { tables, guard }: Book, placed: Placed): string | number | { readonly formula: string; readonly result: number } | null {
  const value = cellValue(cell);
  if (typeof value !== 'number') return value === null ? null : guard(value);
  const formula = cell.kind === 'number' && cell.formula !== undefined ? formulaText(cell.formula, tables, placed, row) : null;
  return formula === null ? value : { formula, result: value };
}
