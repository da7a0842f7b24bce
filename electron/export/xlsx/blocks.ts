import type { Workbook, Worksheet } from 'exceljs';
import type { Block, Wording } from '#assessments';
import { chartPicture } from '../charts/picture.ts';
import { cellValue, wordingText } from './cell-value.ts';
import { font, headings } from './look.ts';
import { fitRow } from './row-height.ts';
import { writeTable, type Book } from './table.ts';

/** Writes one block beginning at `row`; a new kind of block does not compile until it is written here. */
export function writeBlock(workbook: Workbook, sheet: Worksheet, block: Block, row: number, book: Book): void {
  const put = (at: number, text: Wording | string, more: Parameters<typeof font>[0] = {}, column = 1) => { write(sheet, at, column, typeof text === 'string' ? text : wordingText(text), more, book); };
  const writers: { readonly [Kind in Block['kind']]: (one: Extract<Block, { readonly kind: Kind }>) => void } = {
    heading: ({ text, level }) => { put(row, onOneLine(text), headings[level]); },
    paragraph: ({ text, tone }) => { put(row, text, tone === 'notice' ? { bold: true } : {}); spread(sheet, row, wordingText(text)); },
    table: (table) => { writeTable(sheet, table, row, book); },
    chart: ({ chart }) => { putPicture(workbook, sheet, chartPicture(chart), row); },
    list: ({ items }) => { items.forEach((item, index) => { put(row + index, item); spread(sheet, row + index, wordingText(item)); }); },
    figures: ({ figures }) => { figures.forEach(({ value, label }, index) => { put(row + index, value, { bold: true }); put(row + index, label, {}, 2); }); },
    legend: ({ entries }) => { entries.forEach(({ cell, text }, index) => { put(row + index, String(cellValue(cell) ?? '')); put(row + index, text, {}, 2); }); },
    verdict: ({ mark, interval, why }) => { put(row, mark.grade ?? mark.name, { size: 24, bold: true }); put(row + 1, interval ?? []); why.forEach((sentence, index) => { put(row + 2 + index, sentence); }); },
    cover: ({ title, fields }) => { put(row, title, headings[1]); fields.forEach(({ label, value }, index) => { put(row + 1 + index, label); put(row + 1 + index, value, {}, 2); }); },
    'page-break': () => undefined,
  };
  (writers[block.kind] as (one: Block) => void)(block);
}

function onOneLine(text: Wording): string {
  return [...new Set(text.map((line) => line.text))].join('   ');
}

function write(sheet: Worksheet, row: number, column: number, text: string, more: Parameters<typeof font>[0], { guard }: Book): void {
  if (text === '') return;
  const cell = sheet.getCell(row, column);
  cell.value = guard(text);
  cell.font = font(more);
  cell.alignment = { vertical: 'top' };
}

/** A paragraph runs over the columns as far as a page is wide, wrapped, in a row tall enough for it. */
function spread(sheet: Worksheet, row: number, text: string): void {
  let [last, width] = [1, sheet.getColumn(1).width ?? 10];
  for (let next = sheet.getColumn(2).width; next !== undefined && width < 110; next = sheet.getColumn(last + 1).width) { last += 1; width += next; }
  if (last > 1) sheet.mergeCells(row, 1, row, last);
  sheet.getCell(row, 1).alignment = { vertical: 'top', wrapText: true };
  fitRow(sheet, row, [{ text, width }]);
}

function putPicture(workbook: Workbook, sheet: Worksheet, { png, width, height }: ReturnType<typeof chartPicture>, row: number): void {
  const image = workbook.addImage({ base64: Buffer.from(png).toString('base64'), extension: 'png' });
  const shown = Math.min(1, 460 / height);
  sheet.addImage(image, { tl: { col: 0.2, row: row - 1 + 0.3 }, ext: { width: width * shown, height: height * shown } });
}
