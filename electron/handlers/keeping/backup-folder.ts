import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../../user/private-file.ts';
import { isAlive } from '../../storage/holder.ts';
import { syncFile } from '../../storage/sync.ts';

/**
 * What is noted beside a backup once it was looked through: without the note there is no backup, only the leavings of one
 * that was interrupted. `verified`: everything in it holds, which a file with a gap can never say of itself. `origin` is the path of the file it was taken of, `head` the hash of its last event.
 */
const backupNote = z.strictObject({
  verified: z.boolean(), assessment: z.string(), origin: z.string(), at: z.iso.datetime(), bytes: z.int().min(0), events: z.int().min(0), head: z.string().nullable(), organisation: z.string(), project: z.string(),
}).readonly();
export type BackupNote = z.infer<typeof backupNote>;

/** A backup. `name` names it among those of its assessment. */
export type Backup = BackupNote & { readonly name: string; readonly path: string };

export const backupEnding = '.maturity';
const noteEnding = '.json';
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

/** Notes a backup that is whole on the disk. */
export function noteBackup(folder: string, name: string, note: BackupNote): void {
  const path = join(folder, name + noteEnding);
  writePrivateFile(path, JSON.stringify(note));
  syncFile(path);
}

/** Removes what killed programs left: copies that were never verified, and backups that were never noted. */
export function sweepBackups(folder: string): void {
  const names = new Set(namesIn(folder));
  for (const name of names) {
    const own = /^(.+-(\d+))(\.pending|\.maturity)(-journal|-wal)?$/.exec(name);
    if (own === null || isAlive(Number(own[2])) || names.has(`${own[1] ?? ''}${noteEnding}`)) continue;
    rmSync(join(folder, name), { force: true });
  }
}

/** Removes a backup; the note goes first, so that nothing half removed looks whole. */
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
