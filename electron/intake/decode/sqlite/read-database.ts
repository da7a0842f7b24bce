import type Database from 'better-sqlite3';
import type { DecodedTable, DecodedTables } from '#assessments';
import { type DatabaseLimits, databaseLimits } from '../decode-limits.ts';
import { readTable, tableShapes } from './tables.ts';

/** Tells that these bytes are no database that can be read. */
export class DatabaseDamaged extends Error {}

/**
 * The tables of an SQLite database, in the order of their names. Nothing the database brings along is run: views and
 * virtual tables are passed over, triggers and computed columns never come up. Throws `DatabaseDamaged`.
 */
export async function readDatabase(bytes: Uint8Array, limits: DatabaseLimits = databaseLimits): Promise<DecodedTables> {
  const { default: Sqlite } = await import('better-sqlite3');
  return asDamage(() => {
    const database = openBytes(Sqlite, bytes);
    try {
      return readTables(database, limits);
    } finally {
      database.close();
    }
  });
}

/** Native memory of the library, in bytes; the heap limit of the process does not count it. */
const libraryMemory = 256 * 1024 * 1024;

function openBytes(Sqlite: typeof Database, bytes: Uint8Array): Database.Database {
  const copy = Buffer.from(bytes);
  // A database that was written with a write-ahead log says so here, and then could not be opened without one.
  for (const version of [18, 19]) if (copy[version] === 2) copy[version] = 1;
  const database = new Sqlite(copy, { readonly: true });
  for (const setting of ['trusted_schema = 0', 'cell_size_check = 1', 'ignore_check_constraints = 1', 'query_only = 1', `hard_heap_limit = ${libraryMemory}`]) database.pragma(setting);
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DatabaseDamaged();
  return database;
}

function readTables(database: Database.Database, limits: DatabaseLimits): DecodedTables {
  const shapes = tableShapes(database, limits);
  const room = { cells: limits.cells, characters: limits.characters };
  const tables: DecodedTable[] = [];
  let complete = shapes.complete;
  for (const shape of shapes.tables) {
    const read = readTable(database, shape, limits, room);
    complete &&= read.complete;
    tables.push(read.table);
  }
  return { kind: 'tables', complete, tables };
}

/** The library's own errors are about the bytes. */
function asDamage<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof Error && thrown.name === 'SqliteError' ? new DatabaseDamaged() : thrown;
  }
}

