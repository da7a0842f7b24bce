import { closeSync, fdatasync, openSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { asStorageError } from '../problems.ts';

/** Pages copied between two looks at what else there is to do: one megabyte, a millisecond or two. */
const pagesAtOnce = 64;
/** How far the disk may be behind, in pages: the last step waits for all of it. */
const mostBehind = 1_024;

/**
 * Copies an open database over its own connection, which holds the lock, a few pages at a time; what is written
 * meanwhile goes into the copy too. The copy is sent to the disk all along, because the end waits for the rest in one
 * go. Problem kinds: disk-full, read-only, io.
 */
export async function copyStepwise(db: Database, path: string): Promise<void> {
  const file = openSync(path, 'wx', 0o600);
  let [behindFrom, syncing] = [0, false];
  const sync = (done: number): void => {
    syncing = true;
    fdatasync(file, () => {
      behindFrom = done;
      syncing = false;
    });
  };
  try {
    await db.backup(path, {
      progress: ({ totalPages, remainingPages }) => {
        const done = totalPages - remainingPages;
        const behind = done - behindFrom;
        if (!syncing && behind > mostBehind / 2) sync(done);
        return behind > mostBehind || (syncing && remainingPages <= pagesAtOnce) ? 0 : pagesAtOnce;
      },
    });
  } catch (thrown) {
    for (const ending of ['', '-journal', '-wal']) rmSync(path + ending, { force: true });
    throw asStorageError(thrown, path);
  } finally {
    closeSync(file);
  }
}
