import Database from 'better-sqlite3';

/** The version of SQLite that reads and writes assessment files. */
export function sqliteVersion(): string {
  const database = new Database(':memory:');
  try {
    return String(database.prepare('select sqlite_version()').pluck().get());
  } finally {
    database.close();
  }
}
