import type { Database } from 'better-sqlite3';

/**
 * One step of the file's shape. Released steps are frozen and self-contained: they never call today's program on
 * yesterday's data. `version` is the `user_version` after it.
 */
export type Migration = { readonly version: number; readonly up: (db: Database) => void };
