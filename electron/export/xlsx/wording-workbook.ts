import ExcelJS from 'exceljs';
import { palette, type Bilingual, type WordingWorkbook } from '#assessments';
import { withFixedTimes } from './fixed-time.ts';
import { columnLetter } from './formula.ts';
import { argb, font, head, headings, rule } from './look.ts';
import { fitRow } from './row-height.ts';
import { toCell } from './to-cell.ts';

const program = 'MLOps Maturity Workbench';
/** A workbook made of the same pack is the same bytes whenever it is made. */
const at = new Date('2000-01-01T00:00:00Z');
/** Rows below the last one in which choices are offered as well, for what is added. */
const spareRows = 200;

type Say = (text: Bilingual) => string;
type Table = WordingWorkbook['tables'][number];

/** Draws a wording workbook: frozen headings, filters, choices, grey where nothing may be changed. `both` heads columns in both languages. The same input gives the same bytes. */
export async function writeWordingWorkbook(document: WordingWorkbook, language: 'zh' | 'en' | 'both'): Promise<Uint8Array> {
  const own: Say = (text) => toCell(text[language === 'en' ? 'en' : 'zh']);
  const say: Say = (text) => (language === 'both' && text.zh !== text.en ? toCell(`${text.zh} / ${text.en}`) : own(text));
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: program, lastModifiedBy: program, created: at, modified: at, title: own(document.title), calcProperties: { fullCalcOnLoad: false } });
  writeReadMe(workbook, document, say);
  for (const table of document.tables) writeTable(workbook, table, say, own);
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer({ useStyles: true, useSharedStrings: true })));
}

function writeReadMe(workbook: ExcelJS.Workbook, { title, readMe }: WordingWorkbook, say: Say): void {
  const sheet = workbook.addWorksheet(say({ zh: '说明', en: 'Read me' }).replace(' / ', ' '), { views: [{ showGridLines: false }] });
  sheet.getColumn(1).width = 110;
  const lines = [{ text: title, style: headings[1] }, ...readMe.flatMap(({ heading, lines: below }) => [{ text: heading, style: headings[2] }, ...below.map((text) => ({ text, style: font() }))])];
  lines.forEach(({ text, style }, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = say(text);
    cell.font = style;
    cell.alignment = { vertical: 'top', wrapText: true };
    fitRow(sheet, index + 1, [{ text: say(text), width: 110 }]);
  });
}

function writeTable(workbook: ExcelJS.Workbook, { name, columns, rows }: Table, say: Say, own: Say): void {
  const sheet = workbook.addWorksheet(say(name).replace(' / ', ' '), { views: [{ state: 'frozen', xSplit: 1, ySplit: 1, showGridLines: false }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } });
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
    const cell = sheet.getCell(1, index + 1);
    cell.value = say(column);
    cell.style = head;
  });
  fitRow(sheet, 1, columns.map((column) => ({ text: say(column), width: column.width - 2 })));
  rows.forEach((row, index) => { writeRow(sheet, columns, row.map(own), index + 2); });
  sheet.autoFilter = `A1:${columnLetter(columns.length)}${rows.length + 1}`;
  columns.forEach(({ choices }, index) => { if (choices !== undefined) offerChoices(sheet, columnLetter(index + 1), rows.length, choices.map(own)); });
}

/** Every cell is text: a program that takes 1.10 for a number, or 2.2.3 for a day, would change it. */
function writeRow(sheet: ExcelJS.Worksheet, columns: Table['columns'], texts: readonly string[], row: number): void {
  texts.forEach((text, index) => {
    const cell = sheet.getCell(row, index + 1);
    if (text !== '') cell.value = text;
    cell.numFmt = '@';
    cell.font = font();
    cell.alignment = { vertical: 'top', wrapText: true };
    if (rule !== undefined) cell.border = rule;
    if (columns[index]?.editable === false) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(palette.panel) } };
  });
  fitRow(sheet, row, texts.map((text, index) => ({ text, width: columns[index]?.width ?? 10 })));
}

/** One rule for the whole column: a rule for each cell takes the library a second. Its types leave out that it can. */
function offerChoices(sheet: ExcelJS.Worksheet, letter: string, rows: number, choices: readonly string[]): void {
  const { dataValidations } = sheet as unknown as { readonly dataValidations: { readonly add: (ref: string, rule: ExcelJS.DataValidation) => void } };
  dataValidations.add(`${letter}2:${letter}${rows + 1 + spareRows}`, { type: 'list', allowBlank: true, showErrorMessage: true, formulae: [`"${choices.join(',')}"`] });
}
