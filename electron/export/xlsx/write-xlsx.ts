import ExcelJS from 'exceljs';
import type { ReportDocument, Sheet } from '#assessments';
import { writeBlock } from './blocks.ts';
import { withFixedTimes } from './fixed-time.ts';
import { blockRows, placeTables } from './place-on-sheets.ts';
import type { Book } from './table.ts';
import { toCell } from './to-cell.ts';

const program = 'MLOps Maturity Workbench';

/**
 * The report as a workbook: real tables with filters and frozen heads, choices and colours that follow the values,
 * formulas where a reader would check a sum. The same document gives the same bytes.
 */
export async function writeXlsx(document: ReportDocument): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const at = new Date(document.at);
  Object.assign(workbook, { creator: program, lastModifiedBy: program, created: at, modified: at, title: toCell(document.title), calcProperties: { fullCalcOnLoad: false } });
  const notice = document.furniture.cut.map(({ text }) => text).join(' ');
  const book: Book = { tables: placeTables(document), guard: (text) => toCell(text, (length) => notice.replaceAll('{length}', String(length))) };
  for (const sheet of document.sheets) writeSheet(workbook, sheet, book);
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer({ useStyles: true, useSharedStrings: true })));
}

function writeSheet(workbook: ExcelJS.Workbook, { name, blocks }: Sheet, book: Book): void {
  const sheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: 16 },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 } },
    headerFooter: { oddFooter: '&R&P / &N' },
  });
  setWidths(sheet, blocks);
  let row = 1;
  for (const block of blocks) { writeBlock(workbook, sheet, block, row, book); row += blockRows(block); }
  freeze(sheet, blocks, book);
}

/** A column is as wide as the widest that any table of the sheet asks for. */
function setWidths(sheet: ExcelJS.Worksheet, blocks: Sheet['blocks']): void {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const count = Math.max(1, ...tables.map(({ columns }) => columns.length));
  for (let index = 0; index < count; index += 1) sheet.getColumn(index + 1).width = Math.max(8, ...tables.map(({ columns }) => columns[index]?.width ?? 0)) + 2;
  if (tables.length === 0) sheet.getColumn(1).width = 120;
}

/** The head of the first long table stays in sight, on the screen and on every printed page. */
function freeze(sheet: ExcelJS.Worksheet, blocks: Sheet['blocks'], { tables }: Book): void {
  const first = blocks.find((block) => block.kind === 'table' && block.columns.some(({ title }) => title.length > 0) && block.rows.length > 0);
  const placed = first?.kind === 'table' ? tables.get(first.id) : undefined;
  if (placed === undefined || placed.firstRow > 12) { sheet.views = [{ showGridLines: false }]; return; }
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: placed.firstRow - 1, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = `${placed.firstRow - 1}:${placed.firstRow - 1}`;
}
