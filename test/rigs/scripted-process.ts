/**
 * The program at work until it is killed, or for so many steps: opens an assessment of its folder, or makes one, and does
 * what a person does, through the API. After each thing it said was done it adds to the list of promises.
 */
import { mkdirSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { assessmentsOf, create, open, openBench, sitDown, valueOf } from './workbench/bench.ts';
import { openProduct } from './workbench/product.ts';
import { type Mix, type Step, aDay, anyOf, steps } from './workbench/steps.ts';
import { give, say, taskOf } from './processes.ts';

export type ScriptedTask = {
  readonly folder: string; readonly outside: string;
  readonly mix?: Mix;
  /** These steps and no others, then an orderly end; otherwise on and on. */
  readonly script?: readonly Step[];
};

const { folder, outside, mix = aDay, script } = taskOf<ScriptedTask>();
say('opening');
mkdirSync(join(folder, 'copies'), { recursive: true });
const product = openProduct(folder);
const bench = openBench(product, outside, process.env['RIG_BREAK'] === 'liar');
await sitDown(bench);
const names = assessmentsOf(product);
const first = names[randomInt(Math.max(1, names.length))];
const begun = first === undefined ? undefined : await open(bench, first);
// A file whose making was cut short does not open, and is none that was promised.
if (begun?.ok !== true) valueOf(await create(bench));
say('working');

async function take(step: Step): Promise<void> {
  say(step);
  const reply = await steps[step](bench);
  if (!reply.ok && step !== 'link') throw new Error(`${step}: ${reply.problem.kind}: ${reply.problem.en}`);
}

if (script === undefined) for (;;) await take(anyOf(mix));
for (const step of script) await take(step);
await product.close();
await give({ done: script.length });
