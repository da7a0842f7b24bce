import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFile, openFile } from '../../electron/storage/database.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import type { Migration } from '../../electron/storage/migrations/migration.ts';
import { anna, rating } from '../builders/journal.ts';
import { aStore, newPath, open } from '../builders/stores.ts';

const now = new Date(0);
/** A step that adds a table, as a later version of the program might. */
const second: Migration = { version: 2, up: (db) => { db.exec('CREATE TABLE mark (mark TEXT PRIMARY KEY) STRICT, WITHOUT ROWID'); } };
const failing: Migration = { version: 3, up: (db) => { db.exec('CREATE TABLE half (x INTEGER) STRICT; SELECT nonsense()'); } };

function schemaOf(db: Database): string {
  const rows = db.prepare<[], { readonly sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').all();
  return `${rows.map(({ sql }) => sql.split('\n').map((line) => line.trimEnd()).join('\n')).join(';\n\n')};\n`;
}

describe('migrating', () => {
  test('every step moves the version by one', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('ends in the shape that is written down', async () => {
    const store = aStore();
    store.close();
    const db = new Sqlite(store.path, { readonly: true });
    onTestFinished(() => { db.close(); });

    await expect(schemaOf(db)).toMatchFileSnapshot('schema.sql');
    expect([db.pragma('application_id', { simple: true }), db.pragma('user_version', { simple: true })]).toEqual([0x4d4c4d57, migrations.length]);
  });

  test('half a copy that a killed program left never looks like one, and makes room for a whole one', () => {
    const store = aStore();
    store.close();
    writeFileSync(`${store.path}.v1-backup.half`, 'half');
    openFile(store.path, { now, migrations: [...migrations, second] }).close();
    const copies = readdirSync(dirname(store.path)).filter((name) => name.includes('backup'));

    expect(copies.map((name) => name.slice(name.indexOf('.v1')))).toEqual(['.v1-backup']);
  });

  test('an older file is brought to the newest shape, after a copy of it was put beside it', () => {
    const store = aStore();
    store.append([rating('F')], { author: anna });
    store.close();
    const file = openFile(store.path, { now, migrations: [...migrations, second] });
    const shape = [file.db.pragma('user_version', { simple: true }), file.db.prepare('SELECT count(*) FROM mark').pluck().get(), file.db.prepare('SELECT count(*) FROM event').pluck().get()];
    file.close();
    const again = openFile(store.path, { now, migrations: [...migrations, second] });
    again.close();

    expect(shape).toEqual([migrations.length + 1, 0, 2]);
    expect([file.backup, again.backup]).toEqual([`${store.path}.v${migrations.length}-backup`, null]);
    expect(open(file.backup ?? '').events()).toEqual(store.events());
    expect(open(store.path).notice?.kind).toBe('newer-file');
  });

  test('a step that fails leaves the file at the version before it, and the copy', () => {
    const store = aStore();
    store.close();

    expect(() => openFile(store.path, { now, migrations: [...migrations, second, failing] })).toThrow('nonsense');
    const file = openFile(store.path, { now, migrations: [...migrations, second] });
    onTestFinished(file.close);
    expect([file.db.pragma('user_version', { simple: true }), file.db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()]).toEqual([2, 0]);
    expect(existsSync(`${store.path}.v1-backup`)).toBe(true);
  });

  test('a new file needs no copy, and one that cannot be made leaves nothing', () => {
    const path = newPath();
    createFile(path, { now }).close();
    const other = newPath();

    expect(readdirSync(dirname(path))).toEqual(['评估 a.maturity']);
    expect(() => createFile(other, { now, migrations: [failing] })).toThrow('nonsense');
    expect(readdirSync(dirname(other))).toEqual([]);
  });
});
