import { renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '#contract';
import { type Backup, backupEnding, backupFolderOf, dropBackup, listBackups, makeBackupFolder, noteBackup, pendingEnding, sweepBackups } from './backup-folder.ts';
import { droppedBackups } from '../../storage/backups/retention.ts';
import { StorageError } from '../../storage/problems.ts';
import type { Context } from '../context.ts';
import { problem } from '../problems.ts';
import type { Session } from '../session.ts';
import { problemThrown } from '../thrown.ts';
import { askFileProcess } from './ask-file-process.ts';

/** Backups of an assessment in the user's data folder; those taken of the file at this path, newest first. */
export function backupsOf({ surroundings }: Context, { store }: Session): readonly Backup[] {
  return listBackups(folderOf({ surroundings }, { store })).filter(({ origin }) => origin === store.path);
}

/** The folder they are in. */
export function folderOf({ surroundings }: Pick<Context, 'surroundings'>, { store }: Pick<Session, 'store'>): string {
  return backupFolderOf(surroundings.backupsFolder, store.state().assessment);
}

type Keeping = { running: Promise<void> | null; problem: Problem | null };
const keepings = new WeakMap<Session, Keeping>();
/** Backups that are verified after their assessment was closed. */
const finishing = new WeakMap<Context, Set<Promise<void>>>();

function keepingOf(session: Session): Keeping {
  const known = keepings.get(session) ?? { running: null, problem: null };
  keepings.set(session, known);
  return known;
}

/** Why the last backup could not be made; null where it could. */
export function backupProblem(session: Session): Problem | null {
  return keepingOf(session).problem;
}

const lookEveryMs = 60_000;

/** Backs up an open assessment whenever it is due, until it is closed. */
export function keepBackups(context: Context, session: Session): void {
  const openedAt = context.surroundings.now();
  const timer = setInterval(() => { void backUpIfDue(context, session, openedAt); }, lookEveryMs).unref();
  session.closing.addEventListener('abort', () => { clearInterval(timer); }, { once: true });
}

/** Makes a backup where there are changes and the last one is old enough. Never throws: what goes wrong is kept and told. */
async function backUpIfDue(context: Context, session: Session, openedAt: Date): Promise<void> {
  const { backupMinutes } = context.preferences.read().settings;
  if (backupMinutes === 0 || session.busy() || session.closing.aborted || !isWorthwhile(context, session)) return;
  const lastAt = Math.max(openedAt.getTime(), Date.parse(backupsOf(context, session)[0]?.at ?? '1970-01-01'));
  if (context.surroundings.now().getTime() - lastAt < backupMinutes * 60_000) return;
  await backUp(context, session).catch(() => undefined);
}

/** The sample holds nothing of anybody's, and what can only be read does not change. */
function isWorthwhile(context: Context, session: Session): boolean {
  const { store } = session;
  if (!context.surroundings.backsUpByItself || store.readOnly || store.state().sample) return false;
  return backupsOf(context, session)[0]?.head !== (store.events().at(-1)?.hash ?? null);
}

/** Makes a verified backup; one that is being made already is waited for. Throws the problem where there is one. */
export function backUp(context: Context, session: Session): Promise<void> {
  return once(context, session, async () => { await finish(context, session, await take(context, session)); });
}

/** Copies what changed, before the file is closed; verifying the copy goes on behind, and `backupsFinished` waits for it. */
export async function backUpAtLast(context: Context, session: Session): Promise<void> {
  await keepingOf(session).running?.catch(() => undefined);
  if (!isWorthwhile(context, session)) return;
  try {
    await once(context, session, async () => {
      const taken = await take(context, session);
      const rest = finish(context, session, taken).catch((thrown: unknown) => { tellFailure(context, session, thrown); });
      const all = finishing.get(context) ?? new Set();
      finishing.set(context, all.add(rest));
      void rest.finally(() => all.delete(rest));
    });
  } catch {
    // Kept and told; a backup that fails must not keep anybody from closing.
  }
}

/** Resolves when nothing is being verified any more. */
export async function backupsFinished(context: Context): Promise<void> {
  await Promise.all([...finishing.get(context) ?? new Set<Promise<void>>()]);
}

/** Runs something while no backup of the assessment is made. */
export async function withoutBackups<Value>(session: Session, run: () => Promise<Value>): Promise<Value> {
  const keeping = keepingOf(session);
  while (keeping.running !== null) await keeping.running.catch(() => undefined);
  const done = run();
  keeping.running = done.then(() => undefined, () => undefined).finally(() => { keeping.running = null; });
  return done;
}

function once(context: Context, session: Session, run: () => Promise<void>): Promise<void> {
  const keeping = keepingOf(session);
  keeping.running ??= run().then(() => { keeping.problem = null; }, (thrown: unknown) => {
    tellFailure(context, session, thrown);
    throw thrown;
  }).finally(() => {
    keeping.running = null;
    context.tell({ kind: 'refresh', assessment: session.handle });
  });
  return keeping.running;
}

function tellFailure(context: Context, session: Session, thrown: unknown): void {
  const mendable = problemThrown(thrown);
  if (mendable === undefined) context.surroundings.log.bug('backup', thrown);
  keepingOf(session).problem = mendable ?? problem('backup-failed');
}

/** A copy that has not been verified, with what is to be noted of it. */
type Taken = Omit<Backup, 'bytes' | 'events' | 'head' | 'verified' | 'path'> & { readonly folder: string; readonly pending: string };

async function take(context: Context, { store }: Session): Promise<Taken> {
  const { assessment, organisation, project } = store.state();
  const at = context.surroundings.now().toISOString();
  const folder = makeBackupFolder(context.surroundings.backupsFolder, assessment);
  sweepBackups(folder);
  requireRoom(folder, store.path);
  const name = `${at.replaceAll(':', '-')}-${process.pid}`;
  const pending = join(folder, name + pendingEnding);
  await store.copyStepwise(pending);
  return { folder, pending, name, assessment, organisation, project, at, origin: store.path };
}

/** Verifies a copy in a process of its own; only then it becomes a backup, and only then older ones go. */
async function finish(context: Context, session: Session, { folder, pending, name, ...about }: Taken): Promise<void> {
  try {
    const { verified: { ok, events, head, bytes } } = await askFileProcess({ kind: 'settle', path: pending }, 'verified', { about: pending });
    const path = join(folder, name + backupEnding);
    renameSync(pending, path);
    noteBackup(folder, name, { ...about, bytes, events, head, verified: ok });
    const own = backupsOf(context, session);
    const room = { free: freeBytes(folder), spare: spareBytes + bytes };
    for (const kept of [own.filter((one) => one.verified), own.filter((one) => !one.verified)]) {
      for (const old of droppedBackups(kept, context.surroundings.now(), room)) dropBackup(old);
    }
  } catch (thrown) {
    for (const ending of ['', '-journal', '-wal']) rmSync(pending + ending, { force: true });
    throw thrown;
  }
}

/** What the backups leave free for work. */
const spareBytes = 512 * 1024 * 1024;
const margin = 32 * 1024 * 1024;

function requireRoom(folder: string, path: string): void {
  if (freeBytes(folder) < statSync(path).size + margin) throw new StorageError({ ...problem('no-room-for-backup', basename(path)), kind: 'disk-full' });
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
