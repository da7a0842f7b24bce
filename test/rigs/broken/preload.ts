/**
 * What is broken on purpose, before anything else is loaded: a rig that does not find it proves nothing. The product has
 * no switch for any of this; it is done to the libraries it stands on, from outside.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Sqlite from 'better-sqlite3';

type Pragma = (this: Sqlite.Database, source: string, options?: Sqlite.PragmaOptions) => unknown;
const database = Sqlite.prototype as unknown as { pragma: Pragma; transaction: (run: () => unknown) => unknown };
const pragma = database.pragma;

const sabotages: Readonly<Record<string, () => void>> = {
  /** Commits are in the log, but nobody waits until the disk has them. */
  'normal-sync': () => { answering({ 'synchronous = 2': () => 1, synchronous: () => 2 }); },
  /** Much evidence is taken in without waiting for the disk. */
  'unsynced-intake': () => {
    answering({ 'journal_mode = TRUNCATE': (db) => {
      pragma.call(db, 'synchronous = 0');
      return pragma.call(db, 'journal_mode = MEMORY', { simple: true });
    } });
  },
  /** Copies are left to the operating system. */
  'unsynced-copies': () => {
    fs.fsyncSync = () => undefined;
    syncBuiltinESMExports();
  },
  /** Nobody is kept out. */
  'no-lock': () => { answering({ 'locking_mode = EXCLUSIVE': () => 'normal', locking_mode: () => 'exclusive' }); },
  /** Nobody leaves word of who holds the file. */
  'no-note': () => {
    const write = fs.writeFileSync;
    fs.writeFileSync = (path, data, options) => { if (!(typeof path === 'string' && path.endsWith('.lock'))) write(path, data, options); };
    syncBuiltinESMExports();
  },
  /** Every step is written by itself, with time between them. */
  'no-transaction': () => {
    database.transaction = (run) => Object.assign(run, { immediate: run });
    const memory = new Sqlite(':memory:');
    const statement = Object.getPrototypeOf(memory.prepare('SELECT 1')) as { run: (...values: readonly unknown[]) => unknown };
    memory.close();
    const { run } = statement;
    statement.run = function pausing(...values) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      return run.call(this, ...values);
    };
  },
  /** What databases from strangers may do is not limited. */
  'trusting': () => { answering({ 'trusted_schema = 0': () => 0, 'cell_size_check = 1': () => 1, trusted_schema: () => 0, cell_size_check: () => 1 }); },
};

/** Answers some pragmas itself; the rest goes to SQLite. */
function answering(own: Readonly<Record<string, (db: Sqlite.Database) => unknown>>): void {
  database.pragma = function answer(source, options) {
    const mine = own[source];
    return mine === undefined ? pragma.call(this, source, options) : mine(this);
  };
}

sabotages[process.env['RIG_BREAK'] ?? '']?.();
