import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type IntakeOptions, startIntake } from '../../electron/intake/start-intake.ts';
import { readStaging } from '../../electron/storage/staging.ts';
import { zipArchive } from '../builders/zip-archive.ts';
import { folderOf, pathsOf, take, temporaryFolder } from './taking.ts';

function options(more: Partial<IntakeOptions> = {}): IntakeOptions {
  return { stagingPath: join(temporaryFolder(), 'staging'), known: [], takenPaths: new Map(), progress: () => undefined, signal: new AbortController().signal, ...more };
}

test('the process takes in what the function would, and leaves the artefacts to be adopted', async () => {
  const folder = folderOf({ 'a.txt': 'a', 'b.zip': zipArchive([{ name: 'c.txt', data: 'c' }, { name: '../d', data: 'd' }]) });
  const first = options();
  const { staged, ...expected } = await take(folder);

  const taken = await startIntake([{ path: folder }], first);
  const staging = readStaging(first.stagingPath);
  staging.close();
  const again = await startIntake([{ path: folder }], options({ known: staged, takenPaths: pathsOf(taken) }));

  expect([taken, staging.artefacts.map(({ artefact }) => artefact)]).toEqual([expected, staged]);
  expect([again.offered, again.files, again.duplicates]).toEqual([4, [], 3]);
});

test('a cancelled intake rejects with the reason and leaves nothing', async () => {
  const folder = folderOf({ 'a.bin': Buffer.alloc(30_000_000, 'abcdefg'), 'b.bin': Buffer.alloc(30_000_000, 'hijklmn') });
  const cancel = new AbortController();
  const given = options({ signal: cancel.signal, progress: ({ phase }) => { if (phase === 'storing') cancel.abort(new Error('enough')); } });

  await expect(startIntake([{ path: folder }], given)).rejects.toThrow('enough');

  expect(existsSync(given.stagingPath)).toBe(false);
});

test('where the staging file cannot be written, the error of the file system comes through', async () => {
  const nowhere = join(temporaryFolder(), 'no', 'such', 'folder', 'staging');

  await expect(startIntake([{ path: folderOf({ a: 'a' }) }], options({ stagingPath: nowhere }))).rejects.toMatchObject({ code: 'ENOENT' });
});
