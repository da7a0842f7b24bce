import type Database from 'better-sqlite3';
import type { DecodedRow, DecodedTable, DecodedValue } from '#assessments';
import type { DatabaseLimits } from '../decode-limits.ts';

/** A table as the schema tells it. `rowid` is a name for its row number that no column takes; null where it has none. */
export type TableShape = { readonly name: string; readonly columns: readonly string[]; readonly rowid: string | null };

/** What may still be read. */
type Room = { cells: number; characters: number };

/** The ordinary tables, by name, and their stored columns. */
export function tableShapes(database: Database.Database, limits: DatabaseLimits): { readonly tables: readonly TableShape[]; readonly complete: boolean } {
  const listed = database.prepare<[], { name: string; type: string; wr: number }>(`SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name`).all();
  const own = listed.filter(({ name }) => !name.startsWith('sqlite_'));
  const shapes = own.slice(0, limits.tables).map(({ name, wr }) => shapeOf(database, name, wr === 1));
  const tables = shapes.map((shape) => ({ ...shape, columns: shape.columns.slice(0, limits.columns) }));
  return { tables, complete: own.length <= limits.tables && shapes.every(({ columns }) => columns.length <= limits.columns) };
}

/** Hidden columns are computed or belong to a module; they are not read. */
function shapeOf(database: Database.Database, name: string, withoutRowid: boolean): TableShape {
  const columns = database.prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)').all(name).filter(({ hidden }) => hidden === 0).map((column) => column.name);
  const taken = new Set(columns.map((column) => column.toLowerCase()));
  return { name, columns, rowid: withoutRowid ? null : ['rowid', '_rowid_', 'oid'].find((alias) => !taken.has(alias)) ?? null };
}

/** The rows of a table in their order, as many as there is room for; `room` shrinks. Rows without a number are counted from 1. */
export function readTable(database: Database.Database, shape: TableShape, limits: DatabaseLimits, room: Room): { readonly table: DecodedTable; readonly complete: boolean } {
  const rows: DecodedRow[] = [];
  let complete = true;
  const width = Math.max(1, shape.columns.length);
  for (const stored of rowsOf(database, shape, limits)) {
    const read = rows.length < limits.rows && room.cells >= width && room.characters > 0 ? rowFrom(stored, rows.length + 1, limits) : null;
    if (read === null) {
      complete = false;
      break;
    }
    complete &&= read.whole;
    room.cells -= width;
    room.characters -= read.characters;
    rows.push(read.row);
  }
  return { table: { name: shape.name, columns: shape.columns, rows }, complete };
}

type Stored = readonly (string | bigint | number | null)[];

/** Values are cut in the library, before they cost memory here. The row number, or null, comes first. */
function rowsOf(database: Database.Database, { name, columns, rowid }: TableShape, { cellCharacters }: DatabaseLimits): IterableIterator<Stored> {
  const values = columns.map(quoted).map((column) => `CASE typeof(${column}) WHEN 'blob' THEN NULL WHEN 'text' THEN substr(${column}, 1, ${cellCharacters + 1}) ELSE ${column} END`);
  const order = rowid === null ? '' : ` ORDER BY ${rowid}`;
  const statement = database.prepare<[], Stored>(`SELECT ${[rowid ?? 'NULL', ...values].join(', ')} FROM main.${quoted(name)} NOT INDEXED${order}`);
  return statement.raw(true).safeIntegers(true).iterate();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Null where the row's number cannot be said exactly. */
function rowFrom([rowid, ...stored]: Stored, ordinal: number, { cellCharacters }: DatabaseLimits): { readonly row: DecodedRow; readonly characters: number; readonly whole: boolean } | null {
  const number = typeof rowid === 'bigint' ? Number(rowid) : ordinal;
  if (!Number.isSafeInteger(number)) return null;
  const values = stored.map((value) => valueFrom(value, cellCharacters));
  const characters = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
  return { row: { rowid: number, values }, characters, whole: stored.every((value) => typeof value !== 'string' || value.length <= cellCharacters) };
}

/** Whole numbers beyond what a number can hold are kept exactly, as text; so is infinity. */
function valueFrom(value: Stored[number], cellCharacters: number): DecodedValue {
  if (typeof value === 'string') return value.slice(0, cellCharacters).toWellFormed();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
