import Sqlite from 'better-sqlite3';

/** The bytes of an SQLite database that these statements make; they may tamper with its schema. */
export function database(statements: string): Buffer {
  const made = new Sqlite(':memory:');
  try {
    made.unsafeMode(true).exec(statements);
    return made.serialize();
  } finally {
    made.close();
  }
}
