import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type OpenFile, busyMs, settleForReading } from './connection.ts';
import { requireUsable } from './look-into.ts';
import { fileVersion } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { storageError } from './problems.ts';

/** Whether file and folder can be written, as far as their permissions tell. Asks without opening the file. */
export function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a file for reading only; the notice says why: newer than the migrations, or not to be written. On media that cannot
 * be written, a file whose last holder was killed still has its newest commits beside it, where SQLite cannot take
 * them in: such a file is read from a private copy, which loses none of them.
 */
export function openReadOnly(path: string, migrations: readonly Migration[]): OpenFile {
  const aside = !canWrite(path) && hotEndings.some((ending) => isFilled(path + ending)) ? copyAside(path) : null;
  const db = new Sqlite(aside === null ? path : join(aside, basename(path)), { fileMustExist: true, readonly: true, timeout: busyMs });
  const close = (): void => {
    db.close();
    if (aside !== null) rmSync(aside, { recursive: true, force: true });
  };
  try {
    settleForReading(db);
    requireUsable(db, path, migrations);
    const kind = fileVersion(db) > migrations.length ? 'newer-file' : 'read-only';
    return { db, path, readOnly: true, notice: storageError(kind, path).problem, backup: null, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

const hotEndings = ['-wal', '-journal'] as const;

function isFilled(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** A private copy with everything taken in, in a folder of its own; returns the folder. */
export function copyAside(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-'));
  const copy = join(folder, basename(path));
  for (const ending of ['', ...hotEndings].filter((name) => existsSync(path + name))) {
    copyFileSync(path + ending, copy + ending);
    // A copy has the permissions of what it was copied from, which cannot be written.
    chmodSync(copy + ending, 0o600);
  }
  const db = new Sqlite(copy, { fileMustExist: true });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  return folder;
}
