import { existsSync, renameSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { removeLeftovers } from './leftovers.ts';
import type { Migration } from './migrations/migration.ts';
import { syncFile } from './sync.ts';

/** The version of the shape a file has; 0 for one that has none yet. */
export function fileVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a file to the newest shape, each step and its version in one transaction: a step that fails leaves the file at
 * the version before it. The file must not be newer than the migrations.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  for (const { version, up } of migrations.slice(fileVersion(db))) {
    db.transaction(() => {
      up(db);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

/**
 * Copies an older file beside itself before it is migrated, and returns the path of the copy; null where there is
 * nothing to migrate. Through SQLite, because closing the file in any other way in this process would drop its locks.
 */
export function backUpBefore(db: Database, path: string, migrations: readonly Migration[]): string | null {
  const version = fileVersion(db);
  if (version === 0 || version >= migrations.length) return null;

  const wanted = `${path}.v${version}-backup`;
  const copy = freeName(wanted);
  // Under another name until it is whole, so that half a copy never looks like one.
  const half = `${wanted}.half`;
  const discardHalf = (): void => { removeLeftovers(`${half}-journal`, half); };
  discardHalf();
  try {
    db.prepare('VACUUM INTO ?').run(half);
    syncFile(half);
    renameSync(half, copy);
    syncFile(copy);
  } catch (thrown) {
    discardHalf();
    throw thrown;
  }
  return copy;
}

function freeName(wanted: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!existsSync(name)) return name;
  }
}
