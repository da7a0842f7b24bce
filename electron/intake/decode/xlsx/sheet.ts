import type { WorkbookLimits } from '../decode-limits.ts';
import { type NumberKind, durationOf, momentOf } from './number-format.ts';
import { type Parts, WorkbookUnreadable } from './parts.ts';
import { unescaped } from './workbook-parts.ts';

/** What cells refer to. */
export type SheetContext = { readonly strings: readonly string[]; readonly kinds: readonly NumberKind[]; readonly since1904: boolean; readonly limits: WorkbookLimits };
/** What may still be read; shrinks. */
export type SheetRoom = { cells: number; slots: number; characters: number };

/** `complete` is false where there was no more room. */
export type SheetRows = { readonly rows: readonly (readonly string[])[]; readonly complete: boolean };

const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * The rows of a sheet: every cell as it is shown, at its place; ranges (merged cells, validation, widths) are never
 * expanded, formulas are not computed.
 */
export async function readSheet(parts: Parts, part: string, context: SheetContext, room: SheetRoom): Promise<SheetRows> {
  const grid = openGrid(room);
  let complete = true;
  let cell: { type: string; style: number; value: string } | null = null;
  let collecting = false;
  let aids = 0;
  await parts.run(part, {
    open: (name, attribute, stop) => {
      if (name === 'row') grid.row(attribute('r'));
      if (name === 'c') {
        complete = grid.cell(attribute('r'));
        if (!complete) stop();
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
      }
      if (name === 'rPh') aids += 1;
      collecting = cell !== null && aids === 0 && (name === 'v' || name === 't');
    },
    text: (text) => {
      if (!collecting || cell === null) return;
      room.characters -= text.length;
      if (room.characters < 0) throw new WorkbookUnreadable('workbookTooLarge');
      cell.value += text;
    },
    close: (name) => {
      collecting = false;
      if (name === 'rPh') aids -= 1;
      if (name !== 'c' || cell === null) return;
      grid.put(shown(cell, context));
      cell = null;
    },
  });
  return { rows: grid.rows(), complete };
}

type Grid = {
  readonly row: (written: string | undefined) => void;
  /** Goes to a cell; false where there is no room for it. */
  readonly cell: (written: string | undefined) => boolean;
  readonly put: (value: string) => void;
  readonly rows: () => readonly (readonly string[])[];
};

/** Rows and cells may leave out their place; then they follow the one before. */
function openGrid(room: SheetRoom): Grid {
  const filled = new Map<number, string[]>();
  let row = -1;
  let column = -1;
  let height = 0;
  let end = 0;
  const within = (index: number, end: number): number => {
    if (!Number.isInteger(index) || index < 0 || index >= end) throw new WorkbookUnreadable('workbookDamaged');
    return index;
  };
  return {
    row: (written) => {
      row = within(written === undefined ? row + 1 : Number(written) - 1, lastRow);
      column = -1;
    },
    cell: (written) => {
      const named = written === undefined ? null : addressOf(written);
      row = within(named?.row ?? row, lastRow);
      column = within(named?.column ?? column + 1, lastColumn);
      room.cells -= 1;
      room.slots -= Math.max(0, row + 1 - height) + Math.max(0, column + 1 - (filled.get(row)?.length ?? 0));
      height = Math.max(height, row + 1);
      return room.cells >= 0 && room.slots >= 0;
    },
    put: (value) => {
      const values = filled.get(row) ?? [];
      while (values.length < column) values.push('');
      values[column] = value;
      filled.set(row, values);
      end = Math.max(end, row + 1);
    },
    rows: () => Array.from({ length: end }, (_row, index) => filled.get(index) ?? empty),
  };
}

const empty: readonly string[] = [];

function addressOf(written: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(written) ?? [];
  if (letters === '') throw new WorkbookUnreadable('workbookDamaged');
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function shown({ type, style, value }: { readonly type: string; readonly style: number; readonly value: string }, { strings, kinds, since1904, limits }: SheetContext): string {
  switch (type) {
    case 's': return strings[Number(value)] ?? '';
    case 'b': return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'n': return numberShown(value.trim(), kinds[style] ?? 'number', since1904);
    default: return unescaped(value).slice(0, limits.cellCharacters);
  }
}

/** Digits stay as they are written in the file, so that nothing is rounded. */
function numberShown(written: string, kind: NumberKind, since1904: boolean): string {
  if (written === '' || kind === 'number') return written;
  const value = Number(written);
  return (kind === 'moment' ? momentOf(value, since1904) : durationOf(value)) ?? written;
}
