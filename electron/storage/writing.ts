import type { Database } from 'better-sqlite3';
import { settleForWriting } from './connection.ts';
import type { OpenFile } from './connection.ts';
import { asStorageError, isDiskFailure, isDiskFull, storageError, StorageError } from './problems.ts';

/** How an open file is written: one durable transaction at a time, and never again after the disk failed once. */
export type Writing = {
  /** Runs as one transaction; it is on the disk when this returns. Problem kinds: read-only, newer-file, disk-full, io. */
  readonly commit: <Value>(run: () => Value) => Value;
  /** The same for much at once, e.g. the artefacts of an intake. */
  readonly commitMuch: <Value>(run: () => Value) => Value;
  /** Writes what is no transaction, e.g. empties the log. */
  readonly besides: <Value>(run: () => Value) => Value;
  /** Reads. Where the disk fails even at that, what was written last may not be there: nothing is written any more. */
  readonly read: <Value>(run: () => Value) => Value;
  /** Whether nothing can be written (any more). */
  readonly barred: () => boolean;
};

/**
 * After an error of the disk the file takes no more writes: a sync that failed once may report success the next time
 * without having written anything. What was saved before is on the disk; reopening reads what really is there.
 */
export function writing({ db, path, readOnly, notice }: OpenFile): Writing {
  let failed = false;
  /** The way back to the WAL found the disk full: it is gone again before the next write. */
  let unsettled = false;
  const watched = <Value>(run: () => Value): Value => {
    try {
      return run();
    } catch (thrown) {
      failed = failed || isDiskFailure(thrown);
      throw asStorageError(thrown, path);
    }
  };
  const guarded = <Value>(run: () => Value): Value => {
    if (readOnly) throw notice === null ? storageError('read-only', path) : new StorageError(notice);
    if (failed) throw storageError('io', path);
    return watched(() => { if (unsettled) settle(); return run(); });
  };
  const settle = (): void => {
    try {
      settleForWriting(db);
      unsettled = false;
    } catch (thrown) {
      unsettled = isDiskFull(thrown);
      failed ||= !unsettled;
      throw unsettled ? thrown : storageError('io', path, thrown);
    }
  };
  return {
    commit: (run) => guarded(() => db.transaction(run).immediate()),
    commitMuch: (run) => guarded(() => withRollbackJournal(db, () => db.transaction(run).immediate(), settle)),
    besides: guarded,
    read: watched,
    barred: () => readOnly || failed,
  };
}

/**
 * Much new data goes through the WAL twice, and only once into a file with a rollback journal, which keeps nothing but
 * the few pages that were there before. TRUNCATE with synchronous=FULL syncs the end of the journal too, so the commit
 * is as durable as in the WAL; a crash on the way leaves the file as it was before. `settle` goes back to the WAL; where
 * that fails, what was committed stands, and so does the error of what was not.
 */
function withRollbackJournal<Value>(db: Database, run: () => Value, settle: () => void): Value {
  db.pragma('journal_mode = TRUNCATE');
  try {
    return run();
  } finally {
    try {
      settle();
    } catch {
      // It has been noted: the next write settles first, or none is taken any more.
    }
  }
}
