/**
 * Takes each step again and again, and at each time another call of the library that it makes fails: the first, the
 * second, until a step ends without a failure. After each the user must have been told by a problem, or the step be
 * done; what stands in the folder must be whole, and open again.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Problem, Reply } from '#contract';
import { type Failure, failingCalls, nodeWithFailingCalls } from './failing-calls.ts';
import { give, taskOf } from './processes.ts';
import { type Outcome, together } from './rig.ts';
import { type Bench, close, create, open, openBench, sitDown, valueOf } from './workbench/bench.ts';
import { examine } from './workbench/examine.ts';
import { openProduct } from './workbench/product.ts';
import { type Step, steps } from './workbench/steps.ts';

export type Scanned = Step | 'open' | 'close';
export type FailingTask = {
  readonly folder: string; readonly outside: string;
  /** The steps, and of how many calls one fails. */
  readonly steps: readonly { readonly step: Scanned; readonly every: number }[];
  readonly failures: readonly Pick<Failure, 'sticky' | 'error' | 'kinds'>[];
};

/** What must have happened for a step to make sense. */
const preludes: Readonly<Partial<Record<Scanned, readonly Scanned[]>>> = {
  rate: ['open'], link: ['open', 'link'], import: ['open'], importMuch: ['open'], undo: ['open', 'rate'], redo: ['open', 'rate', 'undo'], report: ['open', 'report'], copy: ['open'], purge: ['open'], backup: ['open'], restore: ['open', 'backup'], close: ['open', 'rate'],
};

/** The place of what this process, as a shell does, told by itself. */
const shell = 'shell';
const task = taskOf<FailingTask>();
const { folder, outside } = task;
const sabotage = process.env['RIG_BREAK'];
const mostFindings = sabotage === undefined ? 20 : 1;
mkdirSync(join(folder, 'copies'), { recursive: true });
const calls = failingCalls();
const product = openProduct(folder);
const bench = openBench(product, outside);
process.execPath = nodeWithFailingCalls(outside);
await sitDown(bench);
const base = await makeBase(bench);
await give(await scanAll());

/** An assessment with something of everything, closed; what every attempt begins with. */
async function makeBase(at: Bench): Promise<{ readonly file: string; readonly bytes: Buffer; readonly promises: Buffer }> {
  const { fileName } = valueOf(await create(at));
  for (const step of ['rate', 'import', 'link', 'rate', 'undo'] as const) valueOf<unknown>(await steps[step](at));
  valueOf(await close(at));
  return { file: fileName, bytes: readFileSync(join(product.folders.assessments, fileName)), promises: readFileSync(at.list) };
}

async function scanAll(): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const failure of task.failures) {
    for (const { step, every } of task.steps) {
      outcomes.push(await scan(step, every, failure));
      if (sabotage !== undefined && together(outcomes).findings.length > 0) return together(outcomes);
    }
  }
  return together(outcomes);
}

/** Lets one call of a step fail after the other. Stops early where enough is wrong. */
async function scan(step: Scanned, every: number, failure: Omit<Failure, 'turn'>): Promise<Outcome> {
  const findings: string[] = [];
  let failed = 0;
  for (let turn = 1 + randomInt(every); findings.length < mostFindings; turn += every) {
    const found = await attempt(step, { ...failure, turn });
    if (found === null) break;
    failed += 1;
    findings.push(...found);
  }
  return { counts: { 'failed calls': failed }, findings };
}

/** What does not hold after one call of a step failed; null where the step made fewer calls than that. */
async function attempt(step: Scanned, failure: Failure): Promise<readonly string[] | null> {
  await beginAgain();
  for (const prelude of preludes[step] ?? []) valueOf<unknown>(await take(prelude));
  const before = readdirSync(product.runFolder);
  calls.set(failure);
  const reply = await take(step);
  const { hits, last } = calls.rest();
  const told: string[] = [];
  if (!reply.ok) told.push(...judge(reply.problem));
  if (bench.open !== null) told.push(...await goOn(reply, last));
  if (!reply.ok && !failure.sticky && reply.problem.place !== shell) told.push(...readdirSync(product.runFolder).filter((name) => !before.includes(name)).map((name) => `left behind: runs/${name}`));
  // Where nothing can be removed, nothing is.
  told.push(...examine(folder, bench.list).findings.filter((finding) => !failure.sticky || !finding.startsWith('left behind')));
  clear();
  if (hits === 0) return told.length === 0 ? null : [`${step} without a failure: ${told.join('; ')}`];
  return told.map((finding) => `${step}, ${failure.error}${failure.sticky ? ' from' : ' at'} call ${failure.turn} (${last.replace(folder, '…')}): ${finding}`);
}

async function beginAgain(): Promise<void> {
  bench.open = null;
  writeFileSync(join(product.folders.assessments, base.file), base.bytes);
  writeFileSync(bench.list, base.promises);
  await Promise.resolve();
}

function clear(): void {
  for (const place of [product.folders.assessments, join(folder, 'copies'), product.runFolder]) {
    for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/** A step as the user takes it. What a shell throws on the way counts as told, where it is an error of the disk. */
async function take(step: Scanned): Promise<Reply<unknown>> {
  try {
    const reply = step === 'open' ? await open(bench, base.file) : step === 'close' ? await close(bench) : await steps[step](bench);
    return sabotage === 'swallow' && !reply.ok ? swallowed() : reply;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'EIO' || thrown.code === 'ENOSPC')) return { ok: false, problem: { kind: 'io', place: shell, zh: thrown.message, en: thrown.message } };
    throw thrown;
  }
}

/** A program that says done whatever happened. */
function swallowed(): Reply<unknown> {
  writeFileSync(bench.list, Buffer.concat([readFileSync(bench.list), Buffer.from(`${JSON.stringify({ kind: 'recorded', file: base.file, token: 'never saved' })}\n`)]));
  return { ok: true, value: null };
}

function judge(problem: Problem): readonly string[] {
  if (problem.kind === 'unexpected') return [`told as a bug: ${lastBug()}`];
  return problem.zh === '' && problem.en === '' ? [`told without words: ${problem.kind}`] : [];
}

/**
 * After a sync of the assessment failed, nothing more may be written and the user be told so. After anything else it
 * goes on, or says why not. In the end the assessment can be closed.
 */
async function goOn(reply: Reply<unknown>, last: string): Promise<readonly string[]> {
  const syncFailed = !reply.ok && isSyncOfAssessment(last);
  if (syncFailed && sabotage === 'retry') {
    await close(bench);
    valueOf(await open(bench, base.file));
  }
  const findings = judgeNext(reply, await take('rate'), syncFailed);
  const closed = bench.open === null ? null : await take('close');
  return closed?.ok === false && !syncFailed ? [...findings, `closing: ${closed.problem.kind}`] : findings;
}

function isSyncOfAssessment(last: string): boolean {
  return /^f(data)?sync /.test(last) && ['', '-wal', '-journal'].some((ending) => last.endsWith(`/assessments/${base.file}${ending}`));
}

function judgeNext(reply: Reply<unknown>, next: Reply<unknown>, syncFailed: boolean): readonly string[] {
  if (next.ok) return syncFailed ? ['a rating was taken after a sync had failed'] : [];
  if (next.problem.kind === 'unexpected') return [`the next rating is told as a bug: ${lastBug()}`];
  const full = !reply.ok && reply.problem.kind === 'disk-full';
  return full ? [`no rating is taken after there is room again: ${next.problem.kind}`] : [];
}

function lastBug(): string {
  const log = join(product.folders.user, 'workbench.log');
  if (!existsSync(log)) return 'no log';
  copyFileSync(log, join(outside, basename(log)));
  return (readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '').slice(0, 700);
}
