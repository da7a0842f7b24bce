import { dirname, join } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { settleCopy } from '../../electron/storage/backups/settle-copy.ts';
import { createFile, openFile } from '../../electron/storage/database.ts';
import { withoutWriting } from '../../electron/storage/look-into.ts';
import { openReadOnly } from '../../electron/storage/read-only.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import type { verifyFile } from '../../electron/storage/verify.ts';
import { aStore, newPath } from '../builders/stores.ts';

const seen: Record<string, unknown>[] = [];
vi.mock('../../electron/storage/verify.ts', async (original) => {
  const real = await original<{ verifyFile: typeof verifyFile }>();
  return { ...real, verifyFile: (db: Database) => { seen.push(settingsOf(db)); return real.verifyFile(db); } };
});

const names = ['synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'mmap_size', 'secure_delete'] as const;
const expected = { synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0, secure_delete: 1 };

function settingsOf(db: Database): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]));
}

function closed(): string {
  const store = aStore();
  store.close();
  return store.path;
}

describe('the settings that keep a file whole', () => {
  test.each<readonly [string, () => unknown]>([
    ['a new file', () => { const { db, close } = createFile(newPath(), { now: new Date(0) }); const found = settingsOf(db); close(); return found; }],
    ['an opened file', () => { const { db, close } = openFile(closed(), { now: new Date(0) }); const found = settingsOf(db); close(); return found; }],
    ['a file that can only be read', () => { const { db, close } = openReadOnly(closed(), migrations); const found = settingsOf(db); close(); return found; }],
    ['a file that is looked into', () => withoutWriting(closed(), settingsOf)],
    ['a backup that is verified', () => { settleCopy(closed()); return seen.pop(); }],
    ['a saved copy that is verified', () => { const store = aStore(); store.saveCopy(join(dirname(store.path), 'copy.maturity')); return seen.pop(); }],
  ])('hold on every connection: %s', (_which, look) => {
    expect(look()).toEqual(expected);
  });

  test('an opened file cannot have its schema written, and nothing in the sources switches that on', () => {
    const { db, close } = openFile(closed(), { now: new Date(0) });
    db.pragma('writable_schema = 1');

    expect(() => db.exec("UPDATE sqlite_schema SET sql = 'x'")).toThrow('may not be modified');
    close();
    const folder = fileURLToPath(new URL('../../electron', import.meta.url));
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(sources.filter((text) => /unsafeMode|loadExtension|writable_schema/.test(text))).toEqual([]);
  });
});
