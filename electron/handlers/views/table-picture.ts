import type { DecodedSheets, DecodedTables, Documents } from '#assessments';
import type { TablePicture } from '#contract';

const rowsAround = 15;
const mostColumns = 40;
const cellLength = 300;

type Whole = {
  readonly name: string | null; readonly header: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  /** Index of the cited row and column; -1 where the place is the whole table. */
  readonly row: number; readonly column: number;
};

/** The record of a delimited text that stands on a line, with its neighbours; null where the line is outside. */
export function rowsPicture({ header, rows }: Extract<Documents, { kind: 'rows' }>, [first]: readonly [number, number]): TablePicture | null {
  const all = rows();
  const row = all.findIndex(({ lines }) => lines[0] <= first && first <= lines[1]);
  if (row === -1 && first > 1) return null;
  return windowed({ name: null, header, rows: all.map(({ values, lines }) => ({ key: String(lines[0]), cells: values })), row, column: -1 });
}

/** The row of a sheet that a cell `Sheet!B7` stands in, below the sheet's first row; without a cell the first sheet. */
export function sheetPicture({ sheets }: DecodedSheets, cell: string | null): TablePicture | null {
  const [, name, letters = '', number = '0'] = /^(.*)!([A-Z]{1,3})([1-9][0-9]{0,6})$/s.exec(cell ?? '') ?? [];
  const sheet = cell === null ? sheets[0] : sheets.find((one) => one.name === name);
  const row = Number(number) - 1;
  if (sheet === undefined || row >= sheet.rows.length) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const [head = [], ...below] = sheet.rows;
  return windowed({ name: sheet.name, header: head, rows: below.map((cells, index) => ({ key: String(index + 2), cells })), row: row - 1, column });
}

/** The row of a database table that `/table/rowid` names, or a table's first rows for `/table` and the first table for ''. */
export function tablePicture({ tables }: DecodedTables, [name, rowid, columnName]: readonly string[]): TablePicture | null {
  const table = name === undefined ? tables[0] : tables.find((one) => one.name === name);
  if (table === undefined) return null;
  const row = rowid === undefined ? -1 : table.rows.findIndex((one) => String(one.rowid) === rowid);
  if (row === -1 && rowid !== undefined) return null;
  const rows = table.rows.map((one) => ({ key: String(one.rowid), cells: one.values.map((value) => (value === null ? '' : String(value))) }));
  return windowed({ name: table.name, header: table.columns, rows, row, column: columnName === undefined ? -1 : table.columns.indexOf(columnName) });
}

function windowed({ name, header, rows, row, column }: Whole): TablePicture {
  const from = Math.max(0, row - rowsAround);
  const to = Math.min(rows.length, Math.max(row, rowsAround) + rowsAround + 1);
  const width = Math.max(header.length, ...rows.slice(from, to).map(({ cells }) => cells.length));
  const firstColumn = column >= mostColumns ? column - Math.floor(mostColumns / 2) : 0;
  const shown = (cells: readonly string[]) => cells.slice(firstColumn, firstColumn + mostColumns).map(cut);
  return {
    kind: 'table', name, header: shown(header),
    rows: rows.slice(from, to).map(({ key, cells }, offset) => ({ key, cells: shown(cells), cited: from + offset === row })),
    citedColumn: column === -1 ? null : column - firstColumn,
    rowsBefore: from, rowsAfter: rows.length - to, columnsLeftOut: Math.max(0, width - mostColumns),
  };
}

function cut(cell: string): string {
  return cell.length > cellLength ? `${cell.slice(0, cellLength)}…` : cell;
}
