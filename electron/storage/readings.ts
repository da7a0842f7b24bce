import type { Database } from 'better-sqlite3';
import type { Diagnostic, Fact, FileReading, Fragment } from '#assessments';

/** What the importers read out of one file of an intake. Derived: can be dropped and read again at any time. */
export type ReadingRow = FileReading & { readonly intake: string };

export type Readings = {
  /** In the order they were saved. A row that cannot be read is left out, to be read again from the evidence. */
  readonly all: () => readonly ReadingRow[];
  /** Keeps readings; a file read again replaces what was read of it before. */
  readonly save: (rows: readonly ReadingRow[]) => void;
  /** Drops everything derived, and makes room for it again. */
  readonly drop: () => void;
};
type Row = { readonly intake: string; readonly path: string; readonly importer: string | null; readonly facts: string; readonly diagnostics: string; readonly fragments: string };

/** To be raised with every change of the table or of what importers find: older readings are then dropped. */
const derivedVersion = '8';

/** The table that holds what can be computed again. */
export const derivedTable = 'reading';
const dropTable = 'DROP TABLE IF EXISTS reading';
/** Not part of the migrations: what can be computed again is never migrated. */
const createTable = `CREATE TABLE reading (
    position INTEGER PRIMARY KEY,
    intake TEXT NOT NULL,
    path TEXT NOT NULL,
    importer TEXT,
    facts TEXT NOT NULL,
    diagnostics TEXT NOT NULL,
    fragments TEXT NOT NULL,
    UNIQUE (intake, path)
  ) STRICT`;

/** The readings of a file. In one that is read only, those there are, where their shape is today's. */
export function readings(db: Database): Readings {
  const current = isCurrent(db);
  if (db.readonly) return { all: current ? reader(db) : () => [], save: () => undefined, drop: () => undefined };

  const recreate = db.transaction(() => {
    db.exec(`${dropTable};${createTable}`);
    db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('derived', ?)").run(derivedVersion);
  });
  if (!current) recreate();
  const insert = db.prepare<[string, string, string | null, string, string, string]>('INSERT OR REPLACE INTO reading (intake, path, importer, facts, diagnostics, fragments) VALUES (?, ?, ?, ?, ?, ?)');
  const save = db.transaction((rows: readonly ReadingRow[]) => {
    for (const { intake, path, importer, facts, diagnostics, fragments } of rows) insert.run(intake, path, importer, JSON.stringify(facts), JSON.stringify(diagnostics), JSON.stringify(fragments));
  });
  return { all: reader(db), save: (rows) => { save.immediate(rows); }, drop: () => { recreate.immediate(); } };
}

function isCurrent(db: Database): boolean {
  const version = db.prepare<[], string>("SELECT value FROM meta WHERE name = 'derived'").pluck().get();
  return version === derivedVersion && db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'reading'").pluck().get() === createTable;
}

function reader(db: Database): () => readonly ReadingRow[] {
  const all = db.prepare<[], Row>('SELECT intake, path, importer, facts, diagnostics, fragments FROM reading ORDER BY position');
  return () => all.all().flatMap(asReading);
}

function asReading({ intake, path, importer, facts, diagnostics, fragments }: Row): readonly ReadingRow[] {
  try {
    return [{ intake, path, importer, facts: JSON.parse(facts) as readonly Fact[], diagnostics: JSON.parse(diagnostics) as readonly Diagnostic[], fragments: JSON.parse(fragments) as readonly Fragment[] }];
  } catch {
    return [];
  }
}
