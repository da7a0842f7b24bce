import type { Database } from 'better-sqlite3';
import { fileVersion } from './migrate.ts';
import { type StorageProblem, storageError } from './problems.ts';

/** An open assessment file. `notice` tells why it is read-only; `backup` where a copy was put before it was migrated. */
export type OpenFile = {
  readonly db: Database;
  readonly path: string;
  readonly readOnly: boolean;
  readonly notice: StorageProblem | null;
  readonly backup: string | null;
  /** Leaves one whole plain file and no other behind. Can be called twice. */
  readonly close: () => void;
};

/** How long an opening waits for a program that is just leaving. */
export const busyMs = 200;
/** "MLMW", as migration 0001 writes it. */
const applicationId = 0x4d4c4d57;
/** Before it, a reset of the WAL could damage the file. */
const oldestSqlite = [3, 51, 3] as const;
const safeReading = { synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0, secure_delete: 1 } as const;

/** After every opening for writing: better-sqlite3 takes NORMAL in WAL mode, which loses saved work in a power cut. */
export function settleForWriting(db: Database): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new Error(`journal_mode became ${String(mode)}`);
  settleForReading(db);
}

/** The settings of every connection, read back, because SQLite passes over what it does not like. */
export function settleForReading(db: Database): void {
  requireSqlite(db);
  for (const [name, value] of Object.entries(safeReading)) {
    db.pragma(`${name} = ${value}`);
    if (db.pragma(name, { simple: true }) !== value) throw new Error(`${name} did not become ${value}`);
  }
}

function requireSqlite(db: Database): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  const parts = version.split('.').map(Number);
  const difference = oldestSqlite.map((least, index) => (parts[index] ?? 0) - least).find((part) => part !== 0) ?? 0;
  if (difference < 0) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
}

/** Throws `not-an-assessment` for any other SQLite file. */
export function recognise(db: Database, path: string): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw storageError('not-an-assessment', path);
}

/** Throws `newer-file` for a file whose shape this program does not know yet. */
export function refuseNewer(db: Database, path: string, newest: number): void {
  if (fileVersion(db) > newest) throw storageError('newer-file', path);
}

/** Throws `damaged` where the file has lost a table. */
export function requireTables(db: Database, path: string): void {
  const tables = new Set(db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  if (!['meta', 'event', 'pack_text', 'artefact', 'artefact_chunk'].every((name) => tables.has(name))) throw storageError('damaged', path);
}
