import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasLostCommits, readWal } from '../../../electron/storage/salvage/wal.ts';
import { anna, rating } from '../../builders/journal.ts';
import { aStore } from '../../builders/stores.ts';

const pageSize = 16_384;
const frameSize = pageSize + 24;

/** The log of six commits, of at least one frame each. */
function aLog(): { readonly path: string; readonly bytes: Buffer } {
  const store = aStore();
  for (let count = 0; count < 5; count += 1) store.append([rating('F', `2.2.3-L1-${count}`)], { author: anna });
  const path = `${store.path}.log`;
  copyFileSync(`${store.path}-wal`, path);
  return { path, bytes: readFileSync(path) };
}

function changed(change: (bytes: Buffer) => Buffer): ReturnType<typeof readWal> {
  const { path, bytes } = aLog();
  writeFileSync(path, change(bytes));
  return readWal(path, pageSize);
}

test('every frame of an honest log holds', () => {
  const { path, bytes } = aLog();
  const wal = readWal(path, 512);

  expect(wal?.pageSize).toBe(pageSize);
  expect([wal!.frames.length, wal!.frames.every(({ valid }) => valid), hasLostCommits(wal!)]).toEqual([(bytes.length - 32) / frameSize, true, false]);
});

test('a bad frame with commits behind it is a loss of what was confirmed', () => {
  const wal = changed((bytes) => bytes.fill(0xee, 32 + 24 + 100, 32 + 24 + 110));

  expect([wal?.frames.filter(({ valid }) => valid).length, hasLostCommits(wal!)]).toEqual([0, true]);
});

test('a log without its header still gives its frames, and is told as a loss', () => {
  const wal = changed((bytes) => bytes.fill(0, 0, 32));

  expect([wal!.frames.length > 4, hasLostCommits(wal!)]).toEqual([true, true]);
});

test('an end that is torn or cut off is what a power cut leaves, and no loss', () => {
  const torn = changed((bytes) => bytes.fill(0, bytes.length - 50));
  const cut = changed((bytes) => bytes.subarray(0, bytes.length - 5_000));

  expect([torn, cut].map((wal) => hasLostCommits(wal!))).toEqual([false, false]);
});

test('a log that is not there, or holds nothing, is none', () => {
  expect([readWal('/nowhere-wal', pageSize), changed(() => Buffer.alloc(0))]).toEqual([null, null]);
});
