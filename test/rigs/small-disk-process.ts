/**
 * Works on a disk in memory, in a mount namespace of its own, that is made so small that little more fits on it. When the
 * program has told that it is full, the disk gets room again, and the same open assessment must go on.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { give, taskOf } from './processes.ts';
import type { Outcome } from './rig.ts';
import { type Bench, close, create, keep, open, openBench, opened, sitDown, valueOf } from './workbench/bench.ts';
import { examine } from './workbench/examine.ts';
import { openProduct } from './workbench/product.ts';
import { type Step, steps } from './workbench/steps.ts';

export type SmallDiskTask = { readonly disk: string; readonly outside: string; readonly kilobytes: readonly number[] };

const { disk, outside, kilobytes } = taskOf<SmallDiskTask>();
const work: readonly Step[] = ['rate', 'importMuch', 'copy', 'link', 'import', 'backup', 'undo', 'importMuch', 'restore', 'rate', 'purge', 'importMuch'];
run('mount', '-t', 'tmpfs', '-o', 'size=512m', 'tmpfs', disk);
const folder = join(disk, 'program');
mkdirSync(join(folder, 'copies'), { recursive: true });
const product = openProduct(folder);
const bench = openBench(product, outside);
await sitDown(bench);
valueOf(await create(bench));
await give(await fillAll(bench));

async function fillAll(at: Bench): Promise<Outcome> {
  const findings: string[] = [];
  let full = 0;
  for (const room of kilobytes) {
    const { told, wrong } = await fill(at, room);
    full += told;
    findings.push(...wrong.map((finding) => `with ${room} kB of room: ${finding}`));
  }
  valueOf(await close(at));
  findings.push(...examine(folder, at.list).findings);
  return { counts: { disks: kilobytes.length, 'times full': full }, findings: full === 0 ? ['the disk was never full'] : findings };
}

/** Works until the disk is full, and on when it has room again. */
async function fill(at: Bench, room: number): Promise<{ readonly told: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  let told = 0;
  const { file } = opened(at);
  const left = readdirSync(product.runFolder);
  resize(usedKilobytes() + room);
  for (const step of [...work, ...work]) {
    const reply = await take(at, step);
    if (reply === 'disk-full') told += 1;
    else if (reply !== 'done') wrong.push(`${step}: ${reply}`);
    if (told >= 4) break;
  }
  wrong.push(...readdirSync(product.runFolder).filter((name) => !left.includes(name)).map((name) => `left behind: runs/${name}`));
  resize(512 * 1_024);
  if (at.open === null) valueOf(await open(at, file));
  const again = await steps.rate(at);
  if (!again.ok) wrong.push(`a rating is refused although there is room again: ${again.problem.kind} ${again.problem.en}`);
  return { told, wrong };
}

async function take(at: Bench, step: Step): Promise<string> {
  try {
    const reply = await steps[step](at);
    if (reply.ok || (step === 'link' && reply.problem.kind === 'not-found')) return 'done';
    if (process.env['RIG_BREAK'] === 'swallow') keep(at, [{ kind: 'recorded', file: opened(at).file, token: 'never saved' }]);
    return reply.problem.kind === 'disk-full' ? 'disk-full' : `${reply.problem.kind}: ${reply.problem.en}`;
  } catch (thrown) {
    // What this process does in place of a shell.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC') return 'disk-full';
    throw thrown;
  }
}

function usedKilobytes(): number {
  const { blocks, bfree, bsize } = statfsSync(disk);
  return Math.ceil(((blocks - bfree) * bsize) / 1_024);
}

function resize(kilobyte: number): void {
  run('mount', '-o', `remount,size=${kilobyte}k`, disk);
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}
