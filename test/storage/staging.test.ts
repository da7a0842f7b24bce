import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackChunk } from '../../electron/storage/chunk.ts';
import { createStaging, readStaging } from '../../electron/storage/staging.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { sha256, someBytes } from '../builders/stores.ts';

const newStaging = () => createStaging(join(temporaryFolder(), 'a.maturity.intake-1'));

function contentsOf(path: string): Readonly<Record<string, Buffer>> {
  const staged = readStaging(path);
  try {
    return Object.fromEntries(staged.artefacts.map(({ artefact, chunks }) => [artefact, Buffer.concat(chunks.map((chunk) => unpackChunk({ encoding: chunk.encoding, size: chunk.size, bytes: staged.read(chunk) })))]));
  } finally {
    staged.close();
  }
}

describe('staging', () => {
  test('gives back what was put, whole or in pieces of any size, each once', () => {
    const staging = newStaging();
    const whole = [someBytes('text', 3_000_001), someBytes('random', 1024 * 1024), Buffer.alloc(0), Buffer.from('x')];
    for (const bytes of [...whole, ...whole]) staging.put(sha256(bytes), bytes);
    const streamed = someBytes('random', 2_500_000);
    const writer = staging.begin();
    const reused = Buffer.alloc(700_000);
    for (let from = 0; from < streamed.length; from += reused.length) writer.write(reused.subarray(0, streamed.copy(reused, 0, from)));
    writer.end(sha256(streamed));
    staging.finish();

    expect(contentsOf(staging.path)).toEqual(Object.fromEntries([...whole, streamed].map((bytes) => [sha256(bytes), bytes])));
    expect([staging.has(sha256(streamed)), staging.has('0'.repeat(64))]).toEqual([true, false]);
  });

  test('forgets a stream that turned out to be known', () => {
    const staging = newStaging();
    const [known, kept] = [someBytes('random', 2_000_000), Buffer.from('kept')];
    staging.put(sha256(kept), kept);
    const cancelled = staging.begin();
    cancelled.write(known);
    cancelled.cancel();
    const again = staging.begin();
    again.write(kept);
    again.end(sha256(kept));
    staging.finish();

    expect(contentsOf(staging.path)).toEqual({ [sha256(kept)]: kept });
  });

  test('keeps text smaller than it was', () => {
    const staging = newStaging();
    const text = someBytes('text', 500_000);
    staging.put(sha256(text), text);
    staging.finish();

    expect(staging.size()).toBeLessThan(text.length / 10);
    expect(readFileSync(staging.path).length).toBe(staging.size());
  });

  test('does not let two artefacts mix, nor write after the end', () => {
    const staging = newStaging();
    staging.begin();

    expect(() => staging.begin()).toThrow('another artefact');
    expect(() => { staging.put('0'.repeat(64), Buffer.from('x')); }).toThrow('another artefact');
    const finished = newStaging();
    finished.finish();
    expect(() => { finished.put('0'.repeat(64), Buffer.from('x')); }).toThrow('finished');
  });

  test('that was cut off gives what was whole', () => {
    const staging = newStaging();
    const [first, second] = [Buffer.from('first'), Buffer.from('second')];
    for (const bytes of [first, second]) staging.put(sha256(bytes), bytes);
    staging.finish();
    const whole = readFileSync(staging.path);
    for (const end of [whole.length - 1, whole.length - 40]) {
      writeFileSync(staging.path, whole);
      truncateSync(staging.path, end);
      expect(contentsOf(staging.path)).toEqual({ [sha256(first)]: first });
    }
    writeFileSync(staging.path, whole);
    appendFileSync(staging.path, Buffer.from([1, 0, 0]));
    expect(Object.keys(contentsOf(staging.path))).toHaveLength(2);
  });

  test('never writes into a file that is there', () => {
    const staging = newStaging();
    staging.finish();

    expect(() => createStaging(staging.path)).toThrow('EEXIST');
  });
});
