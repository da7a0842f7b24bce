import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupFolderOf, dropBackup, listBackups, listBackupsOf, makeBackupFolder, noteBackup, sweepBackups } from '../../../electron/handlers/keeping/backup-folder.ts';
import { temporaryFolder } from '../../builders/folders.ts';

const assessment = '0199d000-0000-7000-8000-000000000001';
const note = (at: string, origin = '/a.maturity') => ({ assessment, origin, at, bytes: 4, events: 3, head: null, verified: true, organisation: '示例银行', project: '' });

function put(folder: string, name: string, at: string, origin?: string): void {
  writeFileSync(join(folder, `${name}.maturity`), 'file');
  noteBackup(folder, name, note(at, origin));
}

test('backups are listed newest first, and only with a note that fits', () => {
  const folder = makeBackupFolder(temporaryFolder(), assessment);
  put(folder, 'old-1', '2026-01-01T00:00:00.000Z');
  put(folder, 'new-1', '2026-01-02T00:00:00.000Z');
  writeFileSync(join(folder, 'without-1.maturity'), 'file');
  writeFileSync(join(folder, 'half-1.json'), '{"at":');
  put(folder, 'shorter-1', '2026-01-03T00:00:00.000Z');
  writeFileSync(join(folder, 'shorter-1.maturity'), 'f');

  expect(listBackups(folder).map(({ name }) => name)).toEqual(['new-1', 'old-1']);
});

test('those of a file are found by its path alone, whatever it holds now', () => {
  const root = temporaryFolder();
  put(makeBackupFolder(root, assessment), 'a-1', '2026-01-01T00:00:00.000Z');
  put(makeBackupFolder(root, 'something/else'), 'b-1', '2026-01-02T00:00:00.000Z');
  put(makeBackupFolder(root, assessment), 'c-1', '2026-01-03T00:00:00.000Z', '/other.maturity');

  expect(listBackupsOf(root, '/a.maturity').map(({ name }) => name)).toEqual(['b-1', 'a-1']);
});

test('a folder is within the root, whatever an assessment calls itself', () => {
  expect(['..', '../../x', '/etc', '', 'a'.repeat(300)].map((id) => /^\/root\/[0-9a-f]{36}$/.test(backupFolderOf('/root', id).replaceAll('\\', '/')))).toEqual(Array(5).fill(true));
});

test('what killed programs left is swept, what runs and what is noted stays', () => {
  const folder = makeBackupFolder(temporaryFolder(), assessment);
  const dead = 2 ** 22 + 1;
  for (const name of [`a-${dead}.pending`, `a-${dead}.pending-journal`, `b-${dead}.maturity`, `c-${process.pid}.pending`]) writeFileSync(join(folder, name), '');
  put(folder, `d-${dead}`, '2026-01-01T00:00:00.000Z');
  sweepBackups(folder);

  expect(readdirSync(folder).sort()).toEqual([`c-${process.pid}.pending`, `d-${dead}.json`, `d-${dead}.maturity`]);
  for (const backup of listBackups(folder)) dropBackup(backup);
  expect(readdirSync(folder)).toEqual([`c-${process.pid}.pending`]);
});
