import { closeSync, openSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { type OpenFile, busyMs, recognise, refuseNewer, requireTables, settleForWriting } from './connection.ts';
import { lockedError, noteHolder, refuseIfHeldHere, thisHolder } from './holder.ts';
import { lookInto } from './look-into.ts';
import { removeLeftovers } from './leftovers.ts';
import { backUpBefore, migrate } from './migrate.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { StorageError, asStorageError, codeOf, storageError } from './problems.ts';
import { canWrite, openReadOnly } from './read-only.ts';

export type OpeningOptions = { readonly now: Date; readonly migrations?: readonly Migration[] };

/** Larger than the default for speed with artefacts; a commit of one event still writes only a few pages. */
const pageSize = 16_384;

/** A new file without any event; problem kind `bad-input` where there is something already. */
export function createFile(wanted: string, { now, migrations = allMigrations }: OpeningOptions): OpenFile {
  const path = resolve(wanted);
  reserve(path);
  try {
    return openWritable(path, now, migrations, (db) => { db.pragma(`page_size = ${pageSize}`); });
  } catch (thrown) {
    removeFile(path);
    throw asStorageError(thrown, path);
  }
}

/**
 * Removes a file that this program has just made, with everything that belongs to it. It must be closed. The file goes
 * last: a log that stayed would be taken in by the next file of this name.
 */
export function removeFile(path: string): void {
  removeLeftovers(...['-journal', '-wal', ''].map((ending) => path + ending));
}

/**
 * Opens an assessment file for writing, migrated where it is older; or for reading only, with a notice, where it is
 * newer than this program or cannot be written. Problem kinds: not-found, not-an-assessment, damaged, locked,
 * disk-full, io.
 */
export function openFile(wanted: string, { now, migrations = allMigrations }: OpeningOptions): OpenFile {
  const path = existing(wanted);
  refuseIfHeldHere(path);
  const readOnly = (): OpenFile => openReadOnly(path, migrations);
  try {
    if (!canWrite(path)) return readOnly();
    lookInto(path, migrations);
    return openWritable(path, now, migrations, (db) => {
      recognise(db, path);
      refuseNewer(db, path, migrations.length);
    });
  } catch (thrown) {
    return insteadOf(thrown, path, readOnly);
  }
}

/** Reading only, where that is what the refusal to write calls for; otherwise throws the problem. */
function insteadOf(thrown: unknown, path: string, readOnly: () => OpenFile): OpenFile {
  const problem = asProblem(thrown, path);
  if (!(problem instanceof StorageError) || !['newer-file', 'read-only'].includes(problem.problem.kind)) throw problem;
  try {
    return readOnly();
  } catch (again) {
    throw asProblem(again, path);
  }
}

function asProblem(thrown: unknown, path: string): unknown {
  return codeOf(thrown).startsWith('SQLITE_BUSY') ? lockedError(path) : asStorageError(thrown, path);
}

function openWritable(path: string, now: Date, migrations: readonly Migration[], begin: (db: Database) => void): OpenFile {
  const db = new Sqlite(path, { fileMustExist: true, timeout: busyMs });
  try {
    // Before the first access: the lock is held from here to the end, and the WAL needs no shared memory file.
    db.pragma('locking_mode = EXCLUSIVE');
    begin(db);
    settleForWriting(db);
    const backup = backUpBefore(db, path, migrations);
    migrate(db, migrations);
    requireTables(db, path);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const leave = noteHolder(path, thisHolder(now));
    return { db, path, readOnly: false, notice: null, backup, close: () => { closeWhole(db, leave); } };
  } catch (thrown) {
    giveUp(db);
    throw thrown;
  }
}

function closeWhole(db: Database, leave: () => void): void {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
    leave();
  }
}

/** Closes a file that turned out not to be usable, as one plain file again where that is possible. */
function giveUp(db: Database): void {
  try {
    if (db.pragma('journal_mode', { simple: true }) === 'wal') db.pragma('journal_mode = DELETE');
  } catch {
    // The reason for giving up is told; that the file could not be tidied either would not help.
  } finally {
    db.close();
  }
}

/** Makes the empty file, so that nobody else takes the name meanwhile. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (thrown) {
    throw codeOf(thrown) === 'EEXIST' ? storageError('bad-input', path, thrown) : asStorageError(thrown, path);
  }
}

/** The real path of a file that is there: links are followed, so that one file has one lock. */
function existing(wanted: string): string {
  try {
    const path = realpathSync(resolve(wanted));
    if (statSync(path).isDirectory()) throw storageError('not-an-assessment', path);
    return path;
  } catch (thrown) {
    throw asStorageError(thrown, resolve(wanted));
  }
}
