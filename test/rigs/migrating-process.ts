/** Opens a file with a program that knows one more shape, which takes long to make. */
import Sqlite from 'better-sqlite3';
import { openFile } from '../../electron/storage/database.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import type { Migration } from '../../electron/storage/migrations/migration.ts';
import { verifyFile } from '../../electron/storage/verify.ts';
import { give, say, taskOf } from './processes.ts';

export type MigratingTask = { readonly file: string };

/** The shape after today's: writes every event anew and much besides, in many steps. */
export const heavier: Migration = {
  version: migrations.length + 1,
  up: (db) => {
    db.exec('ALTER TABLE event ADD COLUMN mark TEXT; CREATE TABLE heavy (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
    for (let part = 0; part < 40; part += 1) {
      db.exec(`UPDATE event SET mark = '${part}'; INSERT INTO heavy (bytes) WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20) SELECT randomblob(10000) FROM n`);
    }
  },
};

/** All that a file says, in any shape; `half`: whether the newer shape was begun in a file that is of an older version. */
export function toldBy(path: string, known: readonly Migration[]): { readonly version: number; readonly content: string; readonly half: boolean } {
  const half = isHalf(path);
  const { db, close } = openFile(path, { now: new Date(), migrations: known.slice(0, versionOf(path)) });
  try {
    const { ok, faults } = verifyFile(db);
    if (!ok) throw new Error(`does not verify: ${faults.map(({ kind, where }) => `${kind} ${where}`).join(', ')}`);
    const rows = (sql: string): unknown => db.prepare(sql).all();
    const content = JSON.stringify([rows('SELECT position, id, hash, sig, body FROM event ORDER BY position'), rows('SELECT lower(hex(hash)) AS hash FROM artefact ORDER BY artefact'), rows('SELECT pack, path, text FROM pack_text ORDER BY position')]);
    return { version: versionOf(path, db), content, half };
  } finally {
    close();
  }
}

function versionOf(path: string, open?: Sqlite.Database): number {
  const db = open ?? new Sqlite(path, { fileMustExist: true });
  try {
    return db.pragma('user_version', { simple: true }) as number;
  } finally {
    if (open === undefined) db.close();
  }
}

function isHalf(path: string): boolean {
  const db = new Sqlite(path, { fileMustExist: true });
  try {
    const heavy = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'heavy'").pluck().get() === 1;
    const filled = heavy && db.prepare('SELECT count(*) FROM heavy').pluck().get() === 800;
    const version = db.pragma('user_version', { simple: true });
    return version === heavier.version ? !filled : heavy;
  } finally {
    db.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const { file } = taskOf<MigratingTask>();
  say('opening');
  openFile(file, { now: new Date(), migrations: [...migrations, heavier] }).close();
  await give({ done: true });
}
