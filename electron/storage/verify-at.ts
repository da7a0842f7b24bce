import { realpathSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { recognise } from './connection.ts';
import { lockedError, refuseIfHeldHere } from './holder.ts';
import { asDamage, mustBeWritten, withoutWriting } from './look-into.ts';
import { migrations } from './migrations/index.ts';
import { StorageError, asStorageError, codeOf } from './problems.ts';
import { copyAside } from './read-only.ts';
import { requireOurSchema } from './schema.ts';
import { type Fault, fault } from './faults.ts';
import { type FileVerification, verifyFile } from './verify.ts';

/**
 * Verifies a file that is not open, without writing it, however damaged it is; what cannot be read is a fault. Problem
 * kinds: not-found, not-an-assessment, locked, io.
 */
export function verifyAt(wanted: string): FileVerification {
  const path = resolve(wanted);
  try {
    refuseIfHeldHere(realpathSync(path));
    return withoutWriting(path, (db) => verifyStranger(db, path));
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_BUSY')) throw lockedError(path);
    if (mustBeWritten(thrown)) return verifyAside(path);
    const problem = asStorageError(asDamage(thrown, path), path);
    if (problem instanceof StorageError && problem.problem.kind === 'damaged') return unread(fault('database', 'file'));
    throw problem;
  }
}

function verifyStranger(db: Database, path: string): FileVerification {
  recognise(db, path);
  try {
    requireOurSchema(db, path, migrations);
  } catch (thrown) {
    if (thrown instanceof StorageError) return unread(fault('schema', 'file'));
    throw thrown;
  }
  return verifyFile(db);
}

/** A transaction that was cut off is rolled back on a copy. */
function verifyAside(path: string): FileVerification {
  const folder = copyAside(path);
  try {
    return withoutWriting(join(folder, basename(path)), (db) => verifyStranger(db, path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unread(first: Fault): FileVerification {
  return { ok: false, events: 0, artefacts: 0, firstFault: first, faults: [first] };
}
