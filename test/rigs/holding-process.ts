/** Opens the file it is told and keeps it open until it is told to end, imports into it, or only tries; gives `done`, or the problem it was told. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assemble } from '../../electron/shell/assemble.ts';
import { give, say, taskOf } from './processes.ts';
import { openBench, sitDown, valueOf } from './workbench/bench.ts';
import type { Shell } from './workbench/product.ts';
import { steps } from './workbench/steps.ts';

export type HoldingTask = { readonly file: string; readonly shell: Shell; readonly act: 'hold' | 'import' | 'try'; readonly user: string; readonly outside: string; readonly list: string };

const { file, shell, act, user, outside, list } = taskOf<HoldingTask>();
mkdirSync(user, { recursive: true });
const product = assemble({ shell, file: undefined, folders: { user, assessments: dirname(file) } });
const bench = openBench(product, join(outside, String(process.pid)));
await sitDown(bench);
const reply = await product.api.call('openAssessment', { file: product.handles.issue({ kind: 'path', path: file }) });
if (!reply.ok) await give(reply.problem);
else {
  say('held');
  const { assessment, fileName } = reply.value;
  const pack = valueOf(await product.api.call('readCatalogue', { assessment }));
  bench.open = { assessment, file: fileName, requirements: pack.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)), evidence: null };
  if (act === 'hold') process.once('message', () => { void product.close().then(() => give({ done: true })); });
  else {
    const done = act === 'import' ? await steps.importMuch({ ...bench, list }) : await steps.rate(bench);
    await product.close();
    await give(done.ok ? { done: true } : done.problem);
  }
}
