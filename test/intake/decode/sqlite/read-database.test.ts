import { expect, test } from 'vitest';
import { databaseLimits } from '../../../../electron/intake/decode/decode-limits.ts';
import { DatabaseDamaged, readDatabase } from '../../../../electron/intake/decode/sqlite/read-database.ts';
import { database } from '../../../builders/database.ts';

/** Every value of a table, without the numbers of its rows. */
async function valuesOf(bytes: Uint8Array, name = 't'): Promise<unknown> {
  return (await readDatabase(bytes)).tables.find((table) => table.name === name)?.rows.map(({ values }) => values);
}

test('ordinary tables are read by name, their rows by number, binary values as null', async () => {
  const bytes = database(`
    CREATE TABLE runs (run_uuid VARCHAR(32) PRIMARY KEY, status TEXT, start_time BIGINT, artifact BLOB);
    INSERT INTO runs (rowid, run_uuid, status, start_time, artifact) VALUES (7, 'b', 'FAILED', 1700000000000, x'00ff'), (2, 'a', '完成', NULL, NULL);
    CREATE TABLE "odd ""name"" [x]" ("a b" REAL, "select" INT); INSERT INTO "odd ""name"" [x]" VALUES (0.5, 1);
    CREATE TABLE none (a); CREATE INDEX i ON runs (status);
    CREATE VIEW v AS SELECT * FROM runs;
  `);

  expect(await readDatabase(bytes)).toEqual({
    kind: 'tables', complete: true, tables: [
      { name: 'none', columns: ['a'], rows: [] },
      { name: 'odd "name" [x]', columns: ['a b', 'select'], rows: [{ rowid: 1, values: [0.5, 1] }] },
      { name: 'runs', columns: ['run_uuid', 'status', 'start_time', 'artifact'], rows: [{ rowid: 2, values: ['a', '完成', null, null] }, { rowid: 7, values: ['b', 'FAILED', 1_700_000_000_000, null] }] },
    ],
  });
});

test('whole numbers beyond what a number holds stay exact, and so does infinity', async () => {
  expect(await valuesOf(database('CREATE TABLE t (a); INSERT INTO t VALUES (9223372036854775807), (9007199254740991), (9e999), (-9e999), (1e3)'))).toEqual([['9223372036854775807'], [9_007_199_254_740_991], ['Infinity'], ['-Infinity'], [1000]]);
});

test('a column may be called like the row number, and a table may have none', async () => {
  const bytes = database(`
    CREATE TABLE t (rowid TEXT, _rowid_ TEXT); INSERT INTO t VALUES ('x', 'y');
    CREATE TABLE u (rowid, _rowid_, oid); INSERT INTO u VALUES (9, 8, 7), (1, 2, 3);
    CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO w VALUES ('b', 1), ('a', 2);
  `);

  expect((await readDatabase(bytes)).tables.map(({ rows }) => rows)).toEqual([
    [{ rowid: 1, values: ['x', 'y'] }], [{ rowid: 1, values: [9, 8, 7] }, { rowid: 2, values: [1, 2, 3] }], [{ rowid: 1, values: ['a', 2] }, { rowid: 2, values: ['b', 1] }],
  ]);
});

test('nothing the database brings along is run: no view, no computed column, no virtual table, no trigger', async () => {
  const endless = '(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)';
  const bytes = database(`
    CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (length(zeroblob(1000000000)) + a) VIRTUAL, CHECK (length(randomblob(900000000)) > 0)) ;
    CREATE VIEW v AS SELECT ${endless} AS x;
    CREATE VIRTUAL TABLE f USING fts5(body); INSERT INTO f VALUES ('said');
    CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT ${endless}; END;
  `);

  const { tables } = await readDatabase(bytes);

  expect(tables.map(({ name, columns }) => [name, columns.length]).filter(([name]) => name === 't' || name === 'f' || name === 'v')).toEqual([['t', 1]]);
});

test('a database that was written with a write-ahead log is read as it stands', async () => {
  const bytes = database('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
  bytes.set([2, 2], 18);

  expect([await valuesOf(bytes), bytes[18]]).toEqual([[[1]], 2]);
});

test('a database is not read where it is damaged, cut off, or none at all', async () => {
  const whole = database('CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i || \'abcdefgh\' FROM n');
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 4096, 4096 + 200);
  const schema = database("CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a'");

  const outcomes = await Promise.all([whole, damaged, whole.subarray(0, 20_000), whole.subarray(0, 100), Buffer.from('SQLite format 3\0'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]), schema]
    .map((bytes) => readDatabase(bytes).then(({ tables }) => tables.length, (thrown: unknown) => thrown instanceof DatabaseDamaged ? 'damaged' : thrown)));

  expect(outcomes).toEqual([1, 'damaged', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged']);
});

test('what is more than there is room for is cut off, and said', async () => {
  const bytes = database(`
    CREATE TABLE a (x); INSERT INTO a VALUES (1), (2), (3), (4);
    CREATE TABLE b (x, y, z); INSERT INTO b VALUES ('12345', 2, 3), (4, 5, 6);
    CREATE TABLE c (x); CREATE TABLE d (x);
  `);
  const read = async (limits: object): Promise<unknown> => {
    const { complete, tables } = await readDatabase(bytes, { ...databaseLimits, ...limits });
    return [complete, ...tables.map(({ columns, rows }) => `${columns.length}x${rows.length}`), tables[1]?.rows[0]?.values[0]];
  };

  expect(await Promise.all([{}, { rows: 3 }, { cells: 7 }, { cells: 2 }, { cellCharacters: 3 }, { characters: 5 }, { tables: 3 }, { columns: 2 }].map(read))).toEqual([
    [true, '1x4', '3x2', '1x0', '1x0', '12345'], [false, '1x3', '3x2', '1x0', '1x0', '12345'], [false, '1x4', '3x1', '1x0', '1x0', '12345'], [false, '1x2', '3x0', '1x0', '1x0', undefined],
    [false, '1x4', '3x2', '1x0', '1x0', '123'], [false, '1x4', '3x1', '1x0', '1x0', '12345'], [false, '1x4', '3x2', '1x0', '12345'], [false, '1x4', '2x2', '1x0', '1x0', '12345'],
  ]);
});
