import type { Worksheet } from 'exceljs';
import { palette, type Cell, type Table } from '#assessments';
import { columnLetter } from './formula.ts';
import { argb, levelLook, ratingLook } from './look.ts';
import type { Placed } from './place-on-sheets.ts';

const ratings = ['N', 'P', 'L', 'F', 'NA'] as const;

/** Colours and choices of a column, as rules of the sheet: they follow when a reader changes a value. */
export function markColumns(sheet: Worksheet, table: Table, { firstRow, lastRow }: Placed): void {
  table.columns.forEach((column, index) => {
    const letter = columnLetter(index + 1);
    const ref = `${letter}${firstRow}:${letter}${lastRow}`;
    const kinds = new Set(table.rows.flatMap((row) => (row.kind === 'cells' ? [kindOf(row.cells[index])] : [])));
    if (column.choices !== undefined) offerChoices(sheet, letter, firstRow, lastRow, column.choices);
    if (kinds.has('rating')) markRatings(sheet, ref, `${letter}${firstRow}`);
    if (kinds.has('suggestion')) markSuggestions(sheet, ref, `${letter}${firstRow}`);
    if (kinds.has('level')) markLevels(sheet, ref, `${letter}${firstRow}`);
    if (kinds.has('percent')) markShares(sheet, ref);
  });
}

function kindOf(cell: Cell | undefined): string {
  if (cell === undefined) return 'none';
  return cell.kind === 'number' && cell.percent === true ? 'percent' : cell.kind;
}

function offerChoices(sheet: Worksheet, letter: string, first: number, last: number, choices: readonly string[]): void {
  for (let row = first; row <= last; row += 1) {
    sheet.getCell(`${letter}${row}`).dataValidation = { type: 'list', allowBlank: true, showErrorMessage: true, formulae: [`"${choices.join(',')}"`] };
  }
}

function markRatings(sheet: Worksheet, ref: string, cell: string): void {
  sheet.addConditionalFormatting({ ref, rules: ratings.map((value, index) => ({ type: 'expression', priority: index + 1, formulae: [`${cell}="${value}"`], style: ratingLook(value) })) });
}

/** Suggestions are no ratings: coloured letters on white, never a filled cell. */
function markSuggestions(sheet: Worksheet, ref: string, cell: string): void {
  sheet.addConditionalFormatting({
    ref,
    rules: (['N', 'P', 'L', 'F'] as const).map((value, index) => ({ type: 'expression', priority: index + 1, formulae: [`LEFT(${cell},1)="${value}"`], style: { font: { bold: true, color: { argb: argb(palette.ratings[value]) } } } })),
  });
}

function markLevels(sheet: Worksheet, ref: string, cell: string): void {
  sheet.addConditionalFormatting({ ref, rules: [0, 1, 2, 3, 4, 5].map((level) => ({ type: 'expression', priority: level + 1, formulae: [`${cell}=${level}`], style: levelLook(level) })) });
}

function markShares(sheet: Worksheet, ref: string): void {
  sheet.addConditionalFormatting({ ref, rules: [{ type: 'colorScale', priority: 1, cfvo: [{ type: 'num', value: 0 }, { type: 'num', value: 1 }], color: [{ argb: argb(palette.paper) }, { argb: argb(palette.levels[2]) }] }] });
}
