import { statSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { recognise, settleForReading } from '../connection.ts';
import { withoutWriting } from '../look-into.ts';
import { fileVersion } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { storageError } from '../problems.ts';
import { requireOurSchema } from '../schema.ts';
import { syncFile } from '../sync.ts';
import { type FileVerification, verifyFile } from '../verify.ts';

/** A copy that was verified whole; `head` is the hash of its last event. */
export type SettledCopy = Omit<FileVerification, 'faults'> & { readonly head: string | null; readonly bytes: number };

/** Makes a copy that nobody else has open a plain file by itself, verifies all of it, and puts it on the disk. */
export function settleCopy(path: string): SettledCopy {
  const db = new Sqlite(path, { fileMustExist: true });
  const found = verifyOpen(db, path);
  syncFile(path);
  return { ...found, bytes: statSync(path).size };
}

function verifyOpen(db: Database, path: string): Omit<SettledCopy, 'bytes'> {
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    settleForReading(db);
    recognise(db, path);
    requireOurSchema(db, path, migrations);
    if (fileVersion(db) > migrations.length) throw storageError('newer-file', path);
    if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw storageError('damaged', path);
    const { ok, events, artefacts, firstFault } = verifyFile(db);
    return { ok, events, artefacts, firstFault, head: db.prepare<[], string>('SELECT hash FROM event ORDER BY position DESC LIMIT 1').pluck().get() ?? null };
  } finally {
    db.close();
  }
}

/** Whether a plain file has one of these artefacts; one that cannot be read may have it. */
export function holdsArtefact(path: string, artefacts: readonly string[]): boolean {
  try {
    return withoutWriting(path, (db) => {
      const find = db.prepare<[Buffer], number>('SELECT 1 FROM artefact WHERE hash = ?').pluck();
      return artefacts.some((artefact) => find.get(Buffer.from(artefact, 'hex')) !== undefined);
    });
  } catch {
    return true;
  }
}
