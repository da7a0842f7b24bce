import { readFileSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { StorageError } from '../../electron/storage/problems.ts';
import { verifyAt } from '../../electron/storage/verify-at.ts';
import { anna, rating } from '../builders/journal.ts';
import { aStore, open } from '../builders/stores.ts';

/** A closed file that somebody changed with a tool. */
function changed(change: (db: Database) => void): string {
  const store = aStore();
  store.append([rating('P')], { author: anna });
  store.close();
  const db = new Sqlite(store.path);
  change(db.unsafeMode(true));
  db.close();
  return store.path;
}

function problemOf(path: string): string | null {
  try {
    open(path).state();
    return null;
  } catch (thrown) {
    if (thrown instanceof StorageError) return thrown.problem.kind;
    throw thrown;
  }
}

const rewritten = (name: string, from: string, to: string) => (db: Database): void => {
  db.pragma('writable_schema = 1');
  db.prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?').run(from, to, name);
};

describe('a file with a schema that is not ours', () => {
  test.each<readonly [string, (db: Database) => void]>([
    ['a trigger that fires when something is recorded', (db) => { db.exec("CREATE TRIGGER evil AFTER INSERT ON event BEGIN UPDATE event SET sig = 'x'; END"); }],
    ['a trigger that fires when evidence goes', (db) => { db.exec("CREATE TRIGGER evil BEFORE DELETE ON artefact BEGIN SELECT raise(IGNORE); END"); }],
    ['a trigger on the derived table', (db) => { db.exec("CREATE TRIGGER evil AFTER DELETE ON reading BEGIN DELETE FROM event; END"); }],
    ['a view in the place of a table', (db) => { db.exec('ALTER TABLE event RENAME TO kept; CREATE VIEW event AS SELECT * FROM kept'); }],
    ['a view that never ends', (db) => { db.exec('DROP TABLE pack_text; CREATE VIEW pack_text AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS position, x AS pack, x AS path, x AS text FROM n'); }],
    ['a computed column', (db) => { db.exec("ALTER TABLE event ADD COLUMN more TEXT AS (hex(zeroblob(1000000))) VIRTUAL"); }],
    ['one table more', (db) => { db.exec('CREATE TABLE extra (x)'); }],
    ['a virtual table', (db) => { db.exec('CREATE VIRTUAL TABLE found USING fts5(text)'); }],
    ['an index on an expression', (db) => { db.exec('CREATE INDEX slow ON event (length(body))'); }],
    ['a check that is weaker', rewritten('artefact', 'CHECK (length(hash) = 32)', '')],
    ['a derived table that is none', (db) => { db.exec('DROP TABLE reading; CREATE VIEW reading AS SELECT * FROM event'); }],
  ])('is refused before anything of it is used, and left as it was: %s', (_what, change) => {
    const path = changed(change);
    const before = readFileSync(path);

    expect([problemOf(path), readFileSync(path).equals(before)]).toEqual(['damaged', true]);
    expect(verifyAt(path).faults.map(({ kind }) => kind)).toEqual(['schema']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('of a newer program is opened for reading, with tables we do not know but nothing that runs', () => {
    const newer = changed((db) => { db.exec('CREATE TABLE more (x TEXT) STRICT; ALTER TABLE event ADD COLUMN plain TEXT'); db.pragma('user_version = 7'); });
    const hostile = changed((db) => { db.exec('CREATE TABLE more (x TEXT) STRICT; CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM event; END'); db.pragma('user_version = 7'); });
    const computed = changed((db) => { db.exec("ALTER TABLE event ADD COLUMN more TEXT AS (hex(zeroblob(1000000))) VIRTUAL"); db.pragma('user_version = 7'); });

    expect([open(newer).notice?.kind, problemOf(hostile), problemOf(computed)]).toEqual(['newer-file', 'damaged', 'damaged']);
  });

  test.each([0, -1, -2_147_483_648])('with the version %i it cannot have is damaged', (version) => {
    expect(problemOf(changed((db) => { db.pragma(`user_version = ${version}`); }))).toBe('damaged');
  });

  test('but for a derived table of an earlier program, which is dropped', () => {
    const path = changed((db) => { db.exec("DROP TABLE reading; CREATE TABLE reading (old TEXT); INSERT INTO reading VALUES ('x'); DELETE FROM meta WHERE name = 'derived'"); });
    const store = open(path);

    expect([store.readings(), store.verify().ok]).toEqual([[], true]);
  });
});
