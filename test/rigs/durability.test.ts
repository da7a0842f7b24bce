import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createFile, openFile } from '../../electron/storage/database.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import { verifyAt } from '../../electron/storage/verify-at.ts';
import type { Migration } from '../../electron/storage/migrations/migration.ts';
import { anna, rating } from '../builders/journal.ts';
import { aStore, anIntake, newPath, open, packFiles, smallPack, someBytes } from '../builders/stores.ts';

const now = new Date(0);
const settings = (db: Database) => Object.fromEntries(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'mmap_size', 'locking_mode'].map((name) => [name, db.pragma(name, { simple: true })]));
const durable = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0, locking_mode: 'exclusive' };

describe('every opening for writing syncs every commit', () => {
  const next: Migration = { version: migrations.length + 1, up: (db) => { db.exec('CREATE TABLE mark (mark TEXT PRIMARY KEY) STRICT'); } };
  const looked = (file: ReturnType<typeof openFile>) => {
    try {
      return settings(file.db);
    } finally {
      file.close();
    }
  };

  test('when created, opened, opened again, migrated, and when a saved copy is opened', () => {
    const path = newPath();
    const copy = join(dirname(path), 'copy.maturity');
    const created = looked(createFile(path, { now }));
    const [opened, again] = [looked(openFile(path, { now })), looked(openFile(path, { now }))];
    const store = open(path);
    store.saveCopy(copy);
    store.close();

    expect([created, opened, again, looked(openFile(copy, { now })), looked(openFile(path, { now, migrations: [...migrations, next] }))]).toEqual(Array.from({ length: 5 }, () => durable));
  });

  test('the check of the settings can fail: what better-sqlite3 does by itself is not durable', () => {
    const path = newPath();
    const first = new Sqlite(path);
    first.pragma('journal_mode = WAL');
    const db = new Sqlite(path);
    db.exec('SELECT * FROM sqlite_schema');

    expect(settings(db)).toMatchObject({ journal_mode: 'wal', synchronous: 1, trusted_schema: 1, cell_size_check: 0 });
    db.close();
    first.close();
  });

  test.skipIf(!canTrace())('a rating is saved with a sync of its own, as the kernel counts them', () => {
    const count = (ratings: number): number => {
      const path = newPath();
      const run = spawnSync('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-o', `${path}.trace`, process.execPath, join(import.meta.dirname, 'rating-process.ts'), path, String(ratings)]);
      expect(run.status).toBe(0);
      return readFileSync(`${path}.trace`, 'utf8').split('\n').filter((line) => line.includes('sync(')).length;
    };

    expect(count(40) - count(0)).toBeGreaterThanOrEqual(40);
  });
});

/** Whether system calls can be counted here: Linux, with strace, and allowed to use it. */
function canTrace(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

/** A place in a closed file that holds a byte of an event or an artefact, and what verifying must call it. */
type Spot = { readonly offset: number; readonly name: string };

async function aFile(): Promise<{ readonly path: string; readonly events: readonly Spot[]; readonly artefacts: readonly Spot[] }> {
  const store = aStore();
  store.pinPack(packFiles, smallPack, { author: anna });
  for (let count = 0; count < 40; count += 1) store.append([rating('F', `2.2.3-L1-${count}`, '现场查看了发布记录与回滚演练')], { author: anna });
  const contents = [someBytes('random', 2_200_000), someBytes('random', 30_000), Buffer.from(Array.from({ length: 4000 }, (_, line) => `- name: step-${line} ${randomInt(1e9)}`).join('\n')), Buffer.from('replicas: 3\n')];
  const { staging, draft } = anIntake(store, Object.fromEntries(contents.map((bytes, index) => [`${index}.bin`, bytes])));
  await store.adopt(staging, [draft], { author: anna });
  store.close();
  const bytes = readFileSync(store.path);
  const db = new Sqlite(store.path, { readonly: true });
  const bodies = db.prepare<[], { readonly id: string; readonly body: Buffer }>('SELECT id, CAST(body AS BLOB) AS body FROM event').all();
  const chunks = db.prepare<[], { readonly name: string; readonly bytes: Buffer }>('SELECT lower(hex(hash)) AS name, bytes FROM artefact_chunk JOIN artefact USING (artefact)').all();
  db.close();
  return { path: store.path, events: spots(bytes, bodies.map(({ id, body }) => ({ name: id, kept: body }))), artefacts: spots(bytes, chunks.map(({ name, bytes: kept }) => ({ name, kept }))) };
}

/** Thirty random places among what is kept, found in the file by the twelve bytes around each. */
function spots(file: Buffer, all: readonly { readonly name: string; readonly kept: Buffer }[]): readonly Spot[] {
  const found: Spot[] = [];
  while (found.length < 30) {
    const { name, kept } = all[randomInt(all.length)]!;
    const from = randomInt(Math.max(1, kept.length - 12));
    const window = kept.subarray(from, from + 12);
    const at = file.indexOf(window);
    // The same words may stand elsewhere in the file: only a place that is there once is surely this one.
    if (at >= 0 && file.indexOf(window, at + 1) < 0) found.push({ name, offset: at + randomInt(window.length) });
  }
  return found;
}

function flip(path: string, offset: number): void {
  const byte = readFileSync(path)[offset] ?? 0;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([byte ^ (1 << randomInt(8))]), 0, 1, offset);
  closeSync(file);
}

test('a bit flipped at 60 random places of journal and artefacts is found, and what it hit is named', async () => {
  const { path, events, artefacts } = await aFile();
  const whole = readFileSync(path);
  const wrong = [...events, ...artefacts].flatMap(({ name, offset }) => {
    const file = openSync(path, 'r+');
    writeSync(file, whole, 0, whole.length, 0);
    closeSync(file);
    flip(path, offset);
    const { ok, firstFault } = verifyAt(path);
    return !ok && firstFault?.where === name ? [] : [{ name, offset, firstFault }];
  });

  expect(wrong).toEqual([]);
});

test('the flipping can fail: an untouched file has no fault', async () => {
  const { path } = await aFile();

  expect(verifyAt(path).faults).toEqual([]);
});
