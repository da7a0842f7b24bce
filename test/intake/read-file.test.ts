import { appendFileSync, lstatSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OpenFile, withFile } from '../../electron/intake/read-file.ts';
import { folderOf, makePipe, onWindows } from './taking.ts';

const nothing = (): Promise<string> => Promise.resolve('read');

test.skipIf(onWindows)('a link, a pipe, a folder and a missing file are not opened', async () => {
  const folder = folderOf({ 'a.txt': 'a' });
  symlinkSync('a.txt', join(folder, 'link'));
  makePipe(join(folder, 'pipe'));
  const reasonFor = (name: string): Promise<unknown> => withFile(join(folder, name), null, nothing).catch((thrown: unknown) => thrown);

  expect(await Promise.all(['a.txt', 'link', 'pipe', '.', 'missing'].map(reasonFor))).toEqual([
    'read', expect.objectContaining({ reason: 'link' }), expect.objectContaining({ reason: 'special' }), expect.objectContaining({ reason: 'special' }), expect.objectContaining({ reason: 'unreadable' }),
  ]);
});

test('a file that was swapped since it was listed, or changes meanwhile, is not believed', async () => {
  const folder = folderOf({ 'a.txt': 'a', 'b.txt': 'b' });
  const path = join(folder, 'a.txt');
  const { dev, ino } = lstatSync(path, { bigint: true });
  const listed = { device: dev, inode: ino };
  const meanwhile = (change: () => void) => (open: OpenFile): Promise<number> => {
    change();
    return Promise.resolve(open.read(new Uint8Array(1), 0));
  };

  await expect(withFile(path, listed, meanwhile(() => undefined))).resolves.toBe(1);
  await expect(withFile(path, listed, meanwhile(() => { appendFileSync(path, 'more'); }))).rejects.toMatchObject({ reason: 'changed' });
  await expect(withFile(path, listed, meanwhile(() => { writeFileSync(path, 'b'); }))).rejects.toMatchObject({ reason: 'changed' });
  renameSync(join(folder, 'b.txt'), path);
  await expect(withFile(path, listed, nothing)).rejects.toMatchObject({ reason: 'changed' });
});
