import Sqlite, { type Database } from 'better-sqlite3';
import { fileVersion } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { storageError } from './problems.ts';
import { derivedTable } from './readings.ts';

/**
 * A file from elsewhere is untrusted input, and a schema is a program: triggers, views and generated columns run when
 * their tables are used. So nothing of a file is used before its schema was found to be the one that our own
 * migrations make, word for word.
 */
type SchemaRow = { readonly type: string; readonly name: string; readonly tbl_name: string; readonly sql: string | null };

const tables = ['meta', 'event', 'pack_text', 'artefact', 'artefact_chunk'] as const;

/** Throws `damaged` where the schema is not the one that files of this version have. */
export function requireOurSchema(db: Database, path: string, migrations: readonly Migration[]): void {
  const version = fileVersion(db);
  const holds = version > migrations.length ? isHarmless(db) : version >= 0 && sameSchema(db, expectedAt(version, migrations));
  if (!holds) throw storageError('damaged', path);
}

function sameSchema(db: Database, expected: readonly string[]): boolean {
  const found = schemaOf(db).filter((row) => row.tbl_name !== derivedTable || !isPlainTable(row));
  return found.map(asText).sort().join('\n') === expected.join('\n');
}

/** The derived table may have the shape of an earlier program; it is dropped then. */
function isPlainTable({ type, name }: SchemaRow): boolean {
  return (type === 'table' && name === derivedTable) || (type === 'index' && name.startsWith(`sqlite_autoindex_${derivedTable}_`));
}

/**
 * A newer file may have more than we know, but nothing that runs: only tables and indexes, and the ones we read are
 * without computed columns. It is opened for reading only.
 */
function isHarmless(db: Database): boolean {
  const rows = schemaOf(db);
  const computed = db.prepare<[string], number>('SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden > 1').pluck();
  return rows.every(({ type, sql }) => type === 'index' || (type === 'table' && !/^\s*create\s+virtual/i.test(sql ?? '')))
    && tables.every((name) => rows.some((row) => row.type === 'table' && row.name === name) && computed.get(name) === 0)
    && computed.get(derivedTable) === 0;
}

const known = new WeakMap<readonly Migration[], Map<number, readonly string[]>>();

/** The schema at a version, as the migrations up to it make it. */
function expectedAt(version: number, migrations: readonly Migration[]): readonly string[] {
  const byVersion = known.get(migrations) ?? new Map<number, readonly string[]>();
  known.set(migrations, byVersion);
  const before = byVersion.get(version);
  if (before !== undefined) return before;

  const db = new Sqlite(':memory:');
  try {
    for (const { up } of migrations.slice(0, version)) up(db);
    const made = schemaOf(db).map(asText).sort();
    byVersion.set(version, made);
    return made;
  } finally {
    db.close();
  }
}

function schemaOf(db: Database): readonly SchemaRow[] {
  return db.prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema').all();
}

function asText({ type, name, tbl_name: table, sql }: SchemaRow): string {
  return JSON.stringify([type, name, table, sql]);
}
