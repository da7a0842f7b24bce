import { existsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdsArtefact, settleCopy } from '../../../electron/storage/backups/settle-copy.ts';
import { anna, rating } from '../../builders/journal.ts';
import { aStore, anIntake, open, sha256, someBytes } from '../../builders/stores.ts';
import { numbered } from '../../builders/journal.ts';

const large = someBytes('random', 12_000_000);

describe('a copy made little by little', () => {
  test('is whole, with everything that was written while it was made, past the log or through it', async () => {
    const store = aStore();
    const first = anIntake(store, { 'model.bin': large });
    await store.adopt(first.staging, [first.draft], { author: anna });
    const copy = join(dirname(store.path), 'copy');
    let done = false;
    const copying = store.copyStepwise(copy).then(() => { done = true; });
    store.append([rating('F')], { author: anna });
    await new Promise(setImmediate);
    const second = anIntake(store, { 'more.bin': someBytes('random', 6_000_000) }, numbered(0x2277));
    const midway = !done;
    await store.adopt(second.staging, [second.draft], { author: anna });
    store.append([rating('P')], { author: anna });
    await copying;
    const settled = settleCopy(copy);

    expect(midway).toBe(true);
    expect([settled.ok, settled.events, settled.head, settled.artefacts]).toEqual([true, store.revision(), store.events().at(-1)?.hash, 2]);
    expect([store.verify().ok, settled.bytes, existsSync(`${copy}-wal`)]).toEqual([true, statSync(copy).size, false]);
    expect(open(copy).events()).toEqual(store.events());
  });

  test('is never made over anything, and leaves nothing where it cannot be made', async () => {
    const store = aStore();
    const taken = join(dirname(store.path), 'taken');
    writeFileSync(taken, '别的');

    await expect(store.copyStepwise(taken)).rejects.toThrow('EEXIST');
    await expect(store.copyStepwise(join(dirname(store.path), 'no/folder'))).rejects.toThrow();
    expect(statSync(taken).size).toBe(6);
  });

  test('that was cut off is not taken for whole', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, { 'model.bin': large });
    await store.adopt(staging, [draft], { author: anna });
    const copy = join(dirname(store.path), 'copy');
    await store.copyStepwise(copy);
    truncateSync(copy, 4_000_000);

    const ok = ((): boolean => { try { return settleCopy(copy).ok; } catch { return false; } })();
    expect(ok).toBe(false);
  });

  test('tells whether it holds an artefact; what cannot be read may', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, { 'a.txt': Buffer.from('a') });
    await store.adopt(staging, [draft], { author: anna });
    store.close();
    const garbage = join(dirname(store.path), 'garbage');
    writeFileSync(garbage, '不是数据库');

    expect([holdsArtefact(store.path, [sha256(Buffer.from('a'))]), holdsArtefact(store.path, [sha256(Buffer.from('b'))]), holdsArtefact(garbage, [sha256(Buffer.from('b'))])]).toEqual([true, false, true]);
  });
});
