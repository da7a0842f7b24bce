/**
 * Cuts the power, so many times: the program works on an ext4 of its own in a file, is stopped at a random moment, and a
 * copy of that file is what the disk would be after a power cut. The journal of ext4 is told to wait as long as it can,
 * so that nothing is on the disk by chance.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Running, freeze, give, startProcess, taskOf } from './processes.ts';
import type { Outcome } from './rig.ts';
import type { ScriptedTask } from './scripted-process.ts';
import { examine } from './workbench/examine.ts';
import type { Mix } from './workbench/steps.ts';

export type PowerCutTask = { readonly folder: string; readonly sabotage: string | null; readonly cuts: number; readonly mix: Mix | undefined };

const { folder, sabotage, cuts, mix } = taskOf<PowerCutTask>();
const [disk, cut, list, listThen] = ['disk.img', 'cut.img', 'outside/promises', 'promises-then'].map((name) => join(folder, name)) as [string, string, string, string];
const [mounted, mountedCut] = [join(folder, 'disk'), join(folder, 'cut')];
const task: ScriptedTask = { folder: join(mounted, 'program'), outside: join(folder, 'outside'), ...(mix === undefined ? {} : { mix }) };
let working: Running | undefined;
process.once('exit', () => { working?.kill(); });

for (const path of [mounted, mountedCut, task.outside]) mkdirSync(path);
run('truncate', '--size=256M', disk);
run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', disk);
run('mount', '-o', 'loop,commit=300', disk, mounted);
mkdirSync(task.folder);
await give(await cutting());

async function cutting(): Promise<Outcome> {
  let promises = 0;
  for (let count = 1; count <= cuts; count += 1) {
    await workUntilTheCut();
    const found = lookAtTheCut();
    promises = found.promises;
    if (found.findings.length > 0) return { counts: { cuts: count, promises }, findings: found.findings };
  }
  return { counts: { cuts, promises }, findings: [] };
}

async function workUntilTheCut(): Promise<void> {
  working = startProcess({ entry: 'scripted-process.ts', task, sabotage });
  await working.says('working');
  await wait(randomInt(100, 1_200));
  await freeze(working);
  if (existsSync(list)) copyFileSync(list, listThen);
  run('cp', '--sparse=always', disk, cut);
  working.kill();
  const how = await working.ended;
  if (how !== 'SIGKILL') await working.result();
}

/** Mounting replays the journal of ext4, as the next start of the machine would. */
function lookAtTheCut(): { readonly promises: number; readonly findings: readonly string[] } {
  run('mount', '-o', 'loop', cut, mountedCut);
  try {
    return examine(join(mountedCut, 'program'), listThen);
  } finally {
    run('umount', mountedCut);
    rmSync(cut, { force: true });
  }
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}
