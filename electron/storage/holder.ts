import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { removeLeftovers } from './leftovers.ts';
import { StorageError, codeOf } from './problems.ts';

/**
 * One writer per file. The lock itself is SQLite's: the holder keeps the file in `locking_mode=EXCLUSIVE`, which the
 * operating system drops when the holder dies, however it dies, so there is never a stale lock to break, and a copy on
 * a stick is not locked by its origin. What such a lock cannot tell is who holds it. So the holder leaves a note beside
 * the file, `<file>.lock`, which only names it: a note without a lock (after kill -9, or copied along) means nothing
 * and is overwritten.
 *
 * POSIX drops all locks of a process on a file as soon as the process closes any handle on it. Therefore nothing in a
 * process that holds an assessment may open the file again, not even to read it; the table below refuses a second
 * opening before SQLite is asked.
 */
const holder = z.object({ pid: z.int(), host: z.string(), user: z.string(), since: z.string() }).readonly();
export type Holder = z.infer<typeof holder>;

const heldHere = new Map<string, Holder>();

export function thisHolder(since: Date): Holder {
  return { pid: process.pid, host: hostname(), user: userName(), since: since.toISOString() };
}

/** Throws `locked` where this very process has the file open, by whatever name. */
export function refuseIfHeldHere(path: string): void {
  const held = heldHere.get(identityOf(path));
  if (held !== undefined) throw lockedError(path, held);
}

/** Notes that this process holds the file, which it must. Returns what takes the note away again. */
export function noteHolder(path: string, held: Holder): () => void {
  const identity = identityOf(path);
  heldHere.set(identity, held);
  writeNote(path, held);
  return () => {
    heldHere.delete(identity);
    removeLeftovers(notePath(path));
  };
}

/** The problem of a file that another program holds, which it names where that left a note. */
export function lockedError(path: string, held: Holder | null = readNote(path)): StorageError {
  const zh = held === null ? '另一个程序' : `${held.user}（${held.host}，进程 ${held.pid}，自 ${held.since} 起）`;
  const en = held === null ? 'another program' : `${held.user} (on ${held.host}, process ${held.pid}, since ${held.since})`;
  return new StorageError({ kind: 'locked', place: path, zh: `评估文件正由${held === null ? '' : ' '}${zh}打开：请先在那里关闭，再打开。`, en: `The assessment file is held open by ${en}: close it there first.` });
}

/** Whether a process of this machine runs; one of another user does too. */
export function isAlive(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM';
  }
}

function notePath(path: string): string {
  return `${path}.lock`;
}

/** The lock holds without its note; a note that cannot be written only makes the refusal less telling. */
function writeNote(path: string, held: Holder): void {
  try {
    writeFileSync(notePath(path), JSON.stringify(held), { mode: 0o600 });
  } catch {
    removeLeftovers(notePath(path));
  }
}

function readNote(path: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(notePath(path), 'utf8')));
  } catch {
    return null;
  }
}

function identityOf(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}
