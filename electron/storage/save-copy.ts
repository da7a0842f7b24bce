import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { recognise, requireTables, settleForReading } from './connection.ts';
import { asStorageError, storageError } from './problems.ts';
import { syncFile } from './sync.ts';
import { verifyFile } from './verify.ts';

/**
 * Writes a whole copy of an open file to a new path, compacted, and verifies it before it says so. What does not verify
 * is removed again. Problem kinds: bad-input where there is something already, damaged, disk-full, read-only, io.
 */
export function saveCopyOf(db: Database, wanted: string): void {
  const path = resolve(wanted);
  if (existsSync(path)) throw storageError('bad-input', path);
  try {
    db.prepare('VACUUM INTO ?').run(path);
    syncFile(path);
    verifyCopy(path);
  } catch (thrown) {
    for (const ending of ['', '-journal', '-wal']) rmSync(path + ending, { force: true });
    throw asStorageError(thrown, path);
  }
}

function verifyCopy(path: string): void {
  const copy = new Sqlite(path, { fileMustExist: true, readonly: true });
  try {
    recognise(copy, path);
    settleForReading(copy);
    requireTables(copy, path);
    if (!verifyFile(copy).ok) throw storageError('damaged', path);
  } finally {
    copy.close();
  }
}
