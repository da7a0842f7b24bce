import type { DecodedSheet, DecodedSheets } from '#assessments';
import { type WorkbookLimits, workbookLimits } from '../decode-limits.ts';
import { openParts } from './parts.ts';
import { type SheetRows, readSheet } from './sheet.ts';
import { readNumberKinds, readOutline, readStrings } from './workbook-parts.ts';

/** `active`: the workbook holds macros, embedded objects, or links to other files or databases; none was run or followed. */
export type Workbook = { readonly decoded: DecodedSheets; readonly active: boolean };

/** The sheets of an Excel workbook, hidden ones too. Throws `WorkbookUnreadable`. */
export async function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits = workbookLimits): Promise<Workbook> {
  const parts = await openParts(bytes, limits);
  const outline = await readOutline(parts, limits);
  const strings = outline.stringsPart === null ? [] : await readStrings(parts, outline.stringsPart, limits);
  const kinds = outline.stylesPart === null ? [] : await readNumberKinds(parts, outline.stylesPart, limits);
  const context = { strings, kinds, since1904: outline.since1904, limits };
  const room = { cells: limits.cells, slots: limits.slots, characters: limits.characters };
  const sheets: DecodedSheet[] = [];
  let complete = true;
  for (const { name, hidden, part } of outline.sheets) {
    const read: SheetRows = complete ? await readSheet(parts, part, context, room) : { rows: [], complete };
    complete = read.complete;
    sheets.push({ name, hidden, rows: read.rows });
  }
  return { decoded: { kind: 'sheets', complete, sheets }, active: parts.names.some((name) => activePart.test(name)) };
}

const activePart = /^xl\/(?:vbaProject\.bin$|(?:externalLinks|embeddings|activeX|macrosheets|ctrlProps)\/|connections\.xml$)/i;
