import type { Bilingual } from '../../language.ts';
import { type WordingColumn, type WordingTable, wordingTables } from './columns.ts';
import { type WordingProblem, wordingProblem } from './problem.ts';

/** A sheet as it was read: cells as they are shown, `rows[0][0]` is A1. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };
/** A row of a table found in a workbook: its cells by column; columns that are not there are undefined. `cellOf` names the cell (`B7`). */
export type FoundRow = { readonly sheet: string; readonly cells: Readonly<Record<string, string | undefined>>; readonly cellOf: (column: string) => string };
export type FoundTable = { readonly sheet: string; readonly columns: ReadonlySet<string>; readonly rows: readonly FoundRow[] };

/** Columns without which a table cannot be read. */
const needed: Readonly<Record<WordingTable, readonly string[]>> = { requirements: ['group', 'level', 'zh', 'en'], names: ['zh', 'en'], levels: ['zh', 'en'] };
/** A heading may have been pushed down by rows of the reader's own. */
const deepestHeading = 20;

/** The tables of a wording workbook, known by the heading of their key; rows and columns in any order, others ignored. */
export function findTables(sheets: readonly ReadSheet[]): { readonly tables: Readonly<Partial<Record<WordingTable, FoundTable>>>; readonly problems: readonly WordingProblem[] } {
  const tables: Partial<Record<WordingTable, FoundTable>> = {};
  const problems: WordingProblem[] = [];
  for (const sheet of sheets) {
    const found = findTable(sheet);
    if (found === null) continue;
    const earlier = tables[found.table];
    if (earlier === undefined) tables[found.table] = found.read;
    else problems.push(wordingProblem('second-table', { sheet: sheet.name, cell: null }, { other: earlier.sheet }));
    problems.push(...found.problems);
  }
  return { tables, problems };
}

type Found = { readonly table: WordingTable; readonly read: FoundTable; readonly problems: readonly WordingProblem[] };

function findTable(sheet: ReadSheet): Found | null {
  for (const table of Object.keys(wordingTables) as WordingTable[]) {
    const [key] = wordingTables[table];
    const at = sheet.rows.slice(0, deepestHeading).findIndex((row) => row.some((cell) => isHeading(cell, key)));
    if (at !== -1) return readTable(sheet, table, at);
  }
  return null;
}

function readTable({ name: sheet, rows }: ReadSheet, table: WordingTable, headingRow: number): Found {
  const columns: readonly WordingColumn[] = wordingTables[table];
  const headings = rows[headingRow] ?? [];
  const places = columns.map((column) => ({ column, at: headings.flatMap((cell, index) => (isHeading(cell, column) ? [index] : [])) }));
  const positions = new Map(places.flatMap(({ column, at: [first] }) => (first === undefined ? [] : [[column.id, first] as const])));
  const problems = places.flatMap(({ column, at: [first, second] }): readonly WordingProblem[] => {
    if (first === undefined) return needed[table].includes(column.id) ? [wordingProblem('missing-column', { sheet, cell: null }, { column })] : [];
    return second === undefined ? [] : [wordingProblem('repeated-column', { sheet, cell: address(headingRow, second) }, { column })];
  });
  const read = rows.slice(headingRow + 1).map((row, index): FoundRow => ({
    sheet,
    cells: Object.fromEntries([...positions].map(([id, at]) => [id, oneLine(row[at] ?? '')])),
    cellOf: (column) => address(headingRow + 1 + index, positions.get(column) ?? 0),
  })).filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
  return { table, problems, read: { sheet, columns: new Set(positions.keys()), rows: read } };
}

/** Headings may be in one language or in both (“要求编号 / Requirement id”), with marks of the reader's own behind. */
function isHeading(cell: string, { zh, en }: Bilingual): boolean {
  const parts = oneLine(cell).toLowerCase().split('/').map((part) => part.trim().replace(/[*＊:：]+$/u, '').trim());
  return [zh, en].some((name) => parts.includes(name.toLowerCase()));
}

/**
 * The text of a cell as one line: no blanks at its ends, no line ends, no blank where one joins two Chinese signs. Office
 * programs bring line ends, tabs and fixed blanks in by themselves.
 */
export function oneLine(text: string): string {
  return text.replaceAll('_x000D_', '\n').replace(/[\u00a0\u2007\u202f\t]/gu, ' ').trim()
    .replace(/(?<=[\p{Script=Han}\p{P}]) *[\r\n]+ *(?=[\p{Script=Han}])/gu, '').replace(/ *[\r\n]+ */gu, ' ');
}

function address(row: number, column: number): string {
  return `${letters(column)}${row + 1}`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
