import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stageAside } from '../../electron/intake/staging-aside.ts';
import { unpackChunk } from '../../electron/storage/chunk.ts';
import { codeOf } from '../../electron/storage/problems.ts';
import { readStaging } from '../../electron/storage/staging.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { sha256, someBytes } from '../builders/stores.ts';

const newPath = (): string => join(temporaryFolder(), 'a.maturity.intake-1');

function contentsOf(path: string): Readonly<Record<string, Buffer>> {
  const staged = readStaging(path);
  try {
    return Object.fromEntries(staged.artefacts.map(({ artefact, chunks }) => [artefact, Buffer.concat(chunks.map((chunk) => unpackChunk({ ...chunk, bytes: staged.read(chunk) })))]));
  } finally {
    staged.close();
  }
}

test('another thread writes what was given, whole or in pieces, each once, though the memory is used again', () => {
  const path = newPath();
  const staging = stageAside(path);
  const whole = [someBytes('text', 3_000_001), someBytes('random', 1024 * 1024), Buffer.alloc(0), ...Array.from({ length: 50 }, (_, index) => someBytes('text', 100 + index * 37))];
  const memory = Buffer.alloc(3_000_001);
  for (const bytes of [...whole, ...whole]) staging.put(sha256(bytes), memory.subarray(0, bytes.copy(memory)));
  const streamed = someBytes('random', 2_500_000);
  const writer = staging.begin();
  for (let from = 0; from < streamed.length; from += 1_200_000) writer.write(memory.subarray(0, streamed.copy(memory, 0, from, from + 1_200_000)));
  writer.end(sha256(streamed));
  const forgotten = staging.begin();
  forgotten.write(memory);
  forgotten.cancel();
  staging.finish();

  expect(contentsOf(path)).toEqual(Object.fromEntries([...whole, streamed].map((bytes) => [sha256(bytes), bytes])));
});

test('tells in order where artefacts lie as soon as they are written', () => {
  const path = newPath();
  const staging = stageAside(path);
  const told: string[] = [];
  const given = ['first', 'second', 'third'].map((text) => Buffer.from(text));
  for (const bytes of given) {
    staging.put(sha256(bytes), bytes);
    staging.whenWritten(() => {
      const [chunk] = staging.chunksOf(sha256(bytes)) ?? [];
      told.push(chunk === undefined ? 'not there' : readFileSync(path).subarray(chunk.offset, chunk.offset + chunk.stored).toString());
    });
  }
  staging.finish();

  expect([told, staging.chunksOf(sha256(Buffer.from('never put')))]).toEqual([['first', 'second', 'third'], null]);
});

test('what the file system says is thrown with its code', () => {
  const path = newPath();
  stageAside(path).finish();
  const again = stageAside(path);

  const thrown = thrownBy(() => {
    again.put(sha256(Buffer.from('x')), Buffer.from('x'));
    again.finish();
  });

  expect(codeOf(thrown)).toBe('EEXIST');
});

function thrownBy(run: () => void): unknown {
  try {
    run();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}
