import { database } from '../../builders/database.ts';
import { type HostileFile, file, longFile } from './hostile-file.ts';

const rows = (count: number): string => `CREATE TABLE t (a, b); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) INSERT INTO t SELECT i, 'row ' || i FROM n;`;
const endless = '(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)';
const tampered = (change: string): string => `${rows(3)} PRAGMA writable_schema = 1; ${change}`;

function changed(bytes: Buffer, change: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

const damaged = 'taken: malformed';
const made = (name: string, statements: string, verdict = 'taken'): HostileFile => file(`${name}.db`, () => database(statements), verdict);
const broken = (name: string, change: (copy: Buffer) => unknown, verdict = damaged): HostileFile => file(`${name}.db`, () => changed(database(rows(5000)), change), verdict);

export const sqliteFiles: readonly HostileFile[] = [
  made('endless-view', `${rows(3)} CREATE VIEW v AS SELECT ${endless} AS x;`),
  made('endless-trigger', `${rows(3)} CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT ${endless}; END;`),
  made('virtual-table', "CREATE VIRTUAL TABLE f USING fts5(body); INSERT INTO f VALUES ('x');"),
  made('rtree', 'CREATE VIRTUAL TABLE r USING rtree(id, a, b); INSERT INTO r VALUES (1, 2, 3);'),
  made('huge-generated', `CREATE TABLE t (a INT, b GENERATED ALWAYS AS (a) VIRTUAL); INSERT INTO t(a) VALUES (1); PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, '(a)', '(zeroblob(900000000))');`),
  made('check-with-zeroblob', 'CREATE TABLE t (a INT, CHECK (length(zeroblob(10)) = 10)); INSERT INTO t VALUES (1);'),
  made('big-value', "CREATE TABLE t (a); INSERT INTO t VALUES (replace(hex(zeroblob(1000000)), '0', 'x'));", 'taken: partial'),
  made('many-tables', Array.from({ length: 600 }, (_, index) => `CREATE TABLE t${index} (a);`).join(''), 'taken: partial'),
  made('many-columns', `CREATE TABLE t (${Array.from({ length: 1500 }, (_, index) => `c${index}`).join(',')}); INSERT INTO t (c0) VALUES (1);`, 'taken: partial'),
  made('many-rows', rows(60_000), 'taken: partial'),
  made('odd-names', 'CREATE TABLE "a""; DROP TABLE x; --" ("b""c", "__proto__", "constructor"); INSERT INTO "a""; DROP TABLE x; --" VALUES (1, 2, 3);'),
  made('rowid-taken', 'CREATE TABLE t (rowid, _rowid_, oid); INSERT INTO t VALUES (1, 2, 3);'),
  made('huge-rowid', 'CREATE TABLE t (a); INSERT INTO t(rowid, a) VALUES (9223372036854775807, 1);', 'taken: partial'),
  made('bad-utf-8', "CREATE TABLE t (a); INSERT INTO t VALUES (CAST(x'ff00fe' AS TEXT));"),
  made('schema-not-sql', tampered("UPDATE sqlite_schema SET sql = 'this is no SQL'"), damaged),
  made('schema-root-outside', tampered('UPDATE sqlite_schema SET rootpage = 99999'), damaged),
  made('schema-root-itself', tampered('UPDATE sqlite_schema SET rootpage = 1'), damaged),
  made('schema-type-lie', tampered("UPDATE sqlite_schema SET type = 'index'"), damaged),
  made('schema-null', tampered('UPDATE sqlite_schema SET sql = NULL'), damaged),
  made('attach-in-schema', tampered("INSERT INTO sqlite_schema VALUES ('trigger', 'g', 't', 0, 'CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT load_extension(''/tmp/x''); END')")),
  made('extension-in-view', `${rows(3)} CREATE VIEW v AS SELECT load_extension('/tmp/x');`),
  broken('cut-page', (copy) => copy.fill(0, 4096, 8192)),
  broken('ones-page', (copy) => copy.fill(0xff, 8192, 8292)),
  broken('page-size-lie', (copy) => copy.writeUInt16BE(512, 16)),
  broken('page-size-nonsense', (copy) => copy.writeUInt16BE(7, 16)),
  broken('free-list-loop', (copy) => { copy.writeUInt32BE(2, 32); copy.writeUInt32BE(9, 36); }),
  broken('write-ahead', (copy) => { copy[18] = 2; copy[19] = 2; }, 'taken'),
  broken('newer-format', (copy) => { copy[18] = 9; copy[19] = 9; }),
  broken('encoding-nonsense', (copy) => copy.writeUInt32BE(77, 56), 'taken'),
  file('cut.db', () => database(rows(5000)).subarray(0, 20_000), damaged),
  file('only-head.db', 'SQLite format 3\0', damaged),
  file('head-and-text.db', `SQLite format 3\0${'text '.repeat(1000)}`, damaged),
  file('renamed.txt', () => database(rows(3)), 'taken'),
  file('log.db-wal', () => Buffer.concat([Buffer.from('377f0682002de218', 'hex'), Buffer.alloc(100)]), 'taken: unread-format'),
  longFile('large.db', () => database(`CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) INSERT INTO t SELECT zeroblob(1000000) FROM n;`), 'taken'),
  longFile('over-64-megabytes.db', () => database(`CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80) INSERT INTO t SELECT zeroblob(1000000) FROM n;`), 'taken: too-large'),
];
