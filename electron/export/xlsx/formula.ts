import type { Condition, Formula } from '#assessments';
import type { Placed } from './place-on-sheets.ts';

/** The formula as the workbook writes it, for a cell in `row` of the table `own`; null where a table is not in the book. */
export function formulaText(formula: Formula, tables: ReadonlyMap<string, Placed>, own: Placed, row: number): string | null {
  const table = tables.get(formula.table);
  if (table === undefined) return null;
  switch (formula.kind) {
    case 'sum': return `SUM(${range(table, formula.column, own)})`;
    case 'count': return formula.sums.map((conditions) => `COUNTIFS(${conditions.flatMap((condition) => [range(table, condition.column, own), criterion(condition, own, row)]).join(',')})`).join('+');
  }
}

function criterion(condition: Condition, own: Placed, row: number): string {
  if ('own' in condition) return `$${letter(own, condition.own)}${row}`;
  return 'is' in condition ? quoted(condition.is) : quoted(`<>${condition.isNot}`);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function range(table: Placed, column: string, own: Placed): string {
  const name = letter(table, column);
  const sheet = table.sheet === own.sheet ? '' : `'${table.sheet.replaceAll("'", "''")}'!`;
  return `${sheet}$${name}$${table.firstRow}:$${name}$${table.lastRow}`;
}

function letter({ columns }: Placed, id: string): string {
  const index = columns.findIndex((column) => column.id === id);
  if (index === -1) throw new Error(`A formula names a column that is not there: ${id}`);
  return columnLetter(index + 1);
}

/** 1 → A, 27 → AA. */
export function columnLetter(number: number): string {
  return number > 26 ? columnLetter(Math.floor((number - 1) / 26)) + columnLetter(((number - 1) % 26) + 1) : String.fromCharCode(64 + number);
}
