import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { busyMs, recognise, settleForReading } from './connection.ts';
import type { Migration } from './migrations/migration.ts';
import { StorageError, codeOf, storageError } from './problems.ts';
import { statedPageSize } from './salvage/pages.ts';
import { hasLostCommits, readWal } from './salvage/wal.ts';
import { requireOurSchema } from './schema.ts';

/**
 * Looks whether a file can be used, before anything may write to it: a damaged file must stay as it is, to be repaired
 * from. Throws `damaged` or `not-an-assessment`, and what SQLite says of a file that another program holds. A file that
 * needs a rollback first is passed: only opening it for writing can do that.
 */
export function lookInto(path: string, migrations: readonly Migration[]): void {
  try {
    withoutWriting(path, (db) => { requireUsable(db, path, migrations); });
  } catch (thrown) {
    if (!mustBeWritten(thrown)) throw asDamage(thrown, path);
  }
  const log = existsSync(`${path}-wal`) ? readWal(`${path}-wal`, statedPageSize(path) ?? 16_384) : null;
  if (log !== null && hasLostCommits(log)) throw storageError('damaged', path);
}

/** Reads a file on a connection that never writes it, not even the log beside it into it. */
export function withoutWriting<Value>(path: string, run: (db: Database) => Value): Value {
  // SQLite takes an empty file for a new one, and removes the log beside it, in which everything may be.
  if (statSync(path).size === 0) throw storageError('not-an-assessment', path);
  const beside = ['-shm', '-wal'].filter((ending) => !existsSync(path + ending));
  const db = new Sqlite(path, { fileMustExist: true, readonly: true, timeout: busyMs });
  try {
    settleForReading(db);
    return run(db);
  } finally {
    db.close();
    for (const ending of beside) removeEmpty(path + ending);
  }
}

/** Throws where the file is not ours, has a schema that is not ours, or where the journal or the packs cannot be read through. */
export function requireUsable(db: Database, path: string, migrations: readonly Migration[]): void {
  recognise(db, path);
  requireOurSchema(db, path, migrations);
  // Reads every page of what must be whole for the assessment to be shown; evidence is only read when it is asked for.
  const broken = db.prepare<[], number>('SELECT count(*) FROM event WHERE NOT json_valid(body)').pluck().get();
  db.prepare('SELECT sum(length(text)) FROM pack_text').pluck().get();
  if (broken !== 0) throw storageError('damaged', path);
}

/** Whether SQLite has to write before it can read: a transaction that was cut off must be rolled back first. */
export function mustBeWritten(thrown: unknown): boolean {
  return /^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(thrown));
}

const busy = /^SQLITE_(BUSY|LOCKED)/;
const disk = /^SQLITE_(IOERR|FULL|NOMEM|PERM|AUTH)(?!_SHORT_READ)/;

/** What SQLite cannot read is a damaged file of ours, or none of ours. */
export function asDamage(thrown: unknown, path: string): unknown {
  const code = codeOf(thrown);
  if (thrown instanceof StorageError) return thrown.problem.kind === 'not-an-assessment' && looksLikeOurs(path) ? storageError('damaged', path, thrown) : thrown;
  if (!code.startsWith('SQLITE_') || busy.test(code) || disk.test(code)) return thrown;
  return storageError(looksLikeOurs(path) ? 'damaged' : 'not-an-assessment', path, thrown);
}

const marks = ['CREATE TABLE artefact_chunk', '"type":"assessment.created"'] as const;
const lookedAt = 4 * 1024 * 1024;

/** Whether a file that SQLite does not take for ours bears the marks of one: it is empty but named so, or holds our words. */
function looksLikeOurs(path: string): boolean {
  const { size } = statSync(path);
  if (size === 0) return basename(path).endsWith('.maturity');
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(size, lookedAt));
    readSync(file, bytes, 0, bytes.length, 0);
    return bytes.toString('latin1', 68, 72) === 'MLMW' || marks.some((mark) => bytes.includes(mark));
  } finally {
    closeSync(file);
  }
}

/** What merely looking left behind. */
function removeEmpty(path: string): void {
  const left = statSync(path, { throwIfNoEntry: false });
  if (left !== undefined && (path.endsWith('-shm') || left.size === 0)) rmSync(path, { force: true });
}
