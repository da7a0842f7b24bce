import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { groupEnds, startProcess } from './processes.ts';
import { type Aim, type Outcome, type Rig, together } from './rig.ts';
import type { ScriptedTask } from './scripted-process.ts';
import { examine } from './workbench/examine.ts';
import type { Mix } from './workbench/steps.ts';

/** A day's work, killed at random moments. */
export const kills: Rig = {
  name: 'kill',
  promise: 'What was said to be done survives kill -9, whatever was being done',
  cannotRun: () => null,
  breaks: ['liar'],
  run: async (aim) => together(await Promise.all([0, 1].map((lane) => killing(aim, `day-${lane}`, aim.long ? 110 : 30, aim.sabotage === null ? undefined : { rate: 1 })))),
};

/** The steps that change most at once, each killed in its midst: what there is afterwards is before or after, never between. */
const heavy: Readonly<Record<string, Mix>> = {
  import: { rate: 1, import: 4, undo: 1 }, 'much evidence': { importMuch: 3, rate: 1 }, 'several ratings': { rate: 1 }, undo: { rate: 1, undo: 2, redo: 2 },
  copy: { copy: 1 }, create: { create: 1 }, purge: { import: 1, purge: 3 }, backup: { rate: 1, backup: 3 }, restore: { rate: 1, backup: 1, restore: 3 }, closing: { rate: 1, reopen: 2 },
};

export const halves: Rig = {
  name: 'halves',
  promise: 'Imports, undoing, purges, copies, backups and new assessments are there whole or not at all',
  cannotRun: () => null,
  breaks: ['no-transaction'],
  run: async (aim) => {
    // What is broken shows soonest where a batch has several events.
    if (aim.sabotage !== null) return killing(aim, 'several ratings', 40, heavy['several ratings']);
    const names = Object.keys(heavy);
    const lanes = [0, 1].map((lane) => names.filter((_name, index) => index % 2 === lane));
    const outcomes = await Promise.all(lanes.map(async (lane) => {
      const done: Outcome[] = [];
      for (const name of lane) done.push(await killing(aim, name, aim.long ? 12 : 2, heavy[name]));
      return done;
    }));
    return together(outcomes.flat());
  },
};

/** Starts the program, kills it, and looks at what it left; so many times over one folder, or until something is found. */
async function killing({ folder, sabotage }: Aim, name: string, times: number, mix?: Mix): Promise<Outcome> {
  const task: ScriptedTask = { folder: join(folder, name), outside: join(folder, `${name}-outside`), ...(mix === undefined ? {} : { mix }) };
  const list = join(task.outside, 'promises');
  let promises = 0;
  for (let killed = 1; killed <= times; killed += 1) {
    const outlived = await workAndDie(task, sabotage);
    const found = examine(task.folder, list);
    promises = found.promises;
    const findings = [...outlived, ...found.findings];
    if (findings.length > 0) return { counts: { kills: killed, promises }, findings };
  }
  return { counts: { kills: times, promises }, findings: [] };
}

/** What went wrong in the dying: a process that lives on although the program it worked for is dead. */
async function workAndDie(task: ScriptedTask, sabotage: string | null): Promise<readonly string[]> {
  const running = startProcess({ entry: 'scripted-process.ts', task, sabotage });
  // Every fifth dies while it opens the file, which is when it takes in what the one before it left in the log.
  const early = randomInt(5) === 0;
  await running.says(early ? 'opening' : 'working');
  await wait(early ? randomInt(200) : randomInt(50, 900));
  running.child.kill('SIGKILL');
  const how = await running.ended;
  if (how !== 'SIGKILL') await running.result();
  const outlived = await groupEnds(running);
  running.kill();
  return outlived.map((process) => `a process outlived the program that had started it: ${process}`);
}
