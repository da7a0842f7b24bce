import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What is noted beside a backup once it was verified: without the note there is no backup, only the leavings of one
 * that was interrupted. `origin` is the path of the file it was taken of, `head` the hash of its last event.
 */
const backupNote = z.strictObject({
  assessment: z.string(), origin: z.string(), at: z.iso.datetime(), bytes: z.int().min(0), events: z.int().min(0), head: z.string().nullable(), organisation: z.string(), project: z.string(),
}).readonly();
export type BackupNote = z.infer<typeof backupNote>;

/** A backup that was verified before it was noted. `name` names it among those of its assessment. */
export type Backup = BackupNote & { readonly name: string; readonly path: string };

export const backupEnding = '.maturity';
export const noteEnding = '.json';
/** A copy that has not been verified yet. */
export const pendingEnding = '.pending';

/** The folder that holds the backups of one assessment, whatever its id looks like. */
export function backupFolderOf(root: string, assessment: string): string {
  const plain = /^[0-9a-f-]{36}$/.test(assessment);
  return join(root, plain ? assessment : createHash('sha256').update(assessment).digest('hex').slice(0, 36));
}

/** The same, made where it is missing, private to its owner. */
export function makeBackupFolder(root: string, assessment: string): string {
  const folder = backupFolderOf(root, assessment);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The backups in a folder, newest first. */
export function listBackups(folder: string): readonly Backup[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(noteEnding))
    .flatMap((name) => readBackup(folder, name.slice(0, -noteEnding.length)))
    .sort((a, b) => (a.at === b.at ? b.name.localeCompare(a.name) : b.at.localeCompare(a.at)));
}

/** Every backup of a file at this path, whatever assessment it holds: a damaged file may not tell any more. Newest first. */
export function listBackupsOf(root: string, origin: string): readonly Backup[] {
  return namesIn(root).flatMap((name) => listBackups(join(root, name))).filter((backup) => backup.origin === origin).sort((a, b) => b.at.localeCompare(a.at));
}

/** Removes backups; the note goes first, so that nothing half removed looks whole. */
export function dropBackup({ path }: Pick<Backup, 'path'>): void {
  rmSync(path.slice(0, -backupEnding.length) + noteEnding, { force: true });
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(path + ending, { force: true });
}

function readBackup(folder: string, name: string): readonly Backup[] {
  try {
    const path = join(folder, name + backupEnding);
    const note = backupNote.parse(JSON.parse(readFileSync(join(folder, name + noteEnding), 'utf8')));
    return statSync(path).size === note.bytes ? [{ ...note, name, path }] : [];
  } catch {
    return [];
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
