/**
 * Takes every step and asks after each all open connections of this process for their settings: in SQL, past whatever
 * the program believes to have set.
 */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { give, taskOf } from './processes.ts';
import { create, open, openBench, opened, sitDown, valueOf } from './workbench/bench.ts';
import { openProduct } from './workbench/product.ts';
import { type Step, steps } from './workbench/steps.ts';

export type SettingsTask = { readonly folder: string; readonly outside: string };

const { folder, outside } = taskOf<SettingsTask>();
const reading = { foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0 } as const;
const writing = { synchronous: 2, journal_mode: 'wal', locking_mode: 'exclusive' } as const;
const seen = new Set<Sqlite.Database>();
const database = Sqlite.prototype as unknown as { prepare: (this: Sqlite.Database, source: string) => Sqlite.Statement };
const { prepare } = database;
database.prepare = function remember(source) {
  seen.add(this);
  return prepare.call(this, source);
};

mkdirSync(join(folder, 'copies'), { recursive: true });
const product = openProduct(folder);
const bench = openBench(product, outside);
await sitDown(bench);
const findings: string[] = [];
let asked = 0;
valueOf(await create(bench));
ask('create');
const walk: readonly Step[] = ['rate', 'import', 'importMuch', 'rate', 'undo', 'copy', 'backup', 'restore', 'purge', 'reopen', 'importMuch', 'reopen'];
for (const step of walk) {
  valueOf<unknown>(await steps[step](bench));
  ask(step);
}
const { file } = opened(bench);
await product.close();
const again = openProduct(folder);
valueOf(await open({ ...bench, product: again }, file));
ask('opened by another run');
await again.close();
await give({ counts: { steps: walk.length + 2, 'connections asked': asked }, findings: asked === 0 ? ['no connection was asked'] : findings });

/** What every connection must be set to, and what one that writes must be as well. */
function ask(step: string): void {
  for (const db of seen) {
    if (!db.open) {
      seen.delete(db);
      continue;
    }
    asked += 1;
    const wanted = db.readonly ? reading : { ...reading, ...writing };
    for (const [name, value] of Object.entries(wanted)) {
      const found: unknown = prepare.call(db, `PRAGMA ${name}`).pluck().get();
      if (found !== value) findings.push(`after ${step}, ${basename(db.name)}: ${name} is ${String(found)}`);
    }
  }
}
