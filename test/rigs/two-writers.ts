import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HoldingTask } from './holding-process.ts';
import { broken, preloads, startProcess, type Running } from './processes.ts';
import type { Aim, Outcome, Rig } from './rig.ts';
import type { ScriptedTask } from './scripted-process.ts';
import { examine } from './workbench/examine.ts';
import type { Shell } from './workbench/product.ts';

/** Two programs of the same and of different kinds want the same file. */
export const twoWriters: Rig = {
  name: 'two-writers',
  promise: 'Only one program writes a file: a second is refused and told who has it, a dead one holds nothing, a copy is another file',
  cannotRun: () => null,
  breaks: ['no-lock', 'no-note'],
  run: async (aim) => {
    const file = await anAssessment(aim);
    const outcomes: (readonly string[])[] = [];
    for (const shell of ['browser', 'electron'] as const) outcomes.push(await secondIsRefused(aim, file, shell));
    outcomes.push(await importGoesOn(aim, file), await deadHolderHoldsNothing(aim, file), await copyIsAnother(aim, file));
    const { promises, findings } = examine(join(aim.folder, 'program'), join(aim.folder, 'outside', 'promises'));
    return { counts: { cases: cases, promises }, findings: [...outcomes.flat(), ...findings] } satisfies Outcome;
  },
};

let cases = 0;

async function anAssessment({ folder }: Aim): Promise<string> {
  const task: ScriptedTask = { folder: join(folder, 'program'), outside: join(folder, 'outside'), script: ['rate', 'import', 'rate'] };
  await startProcess({ entry: 'scripted-process.ts', task }).result();
  cases = 0;
  const assessments = join(task.folder, 'assessments');
  return join(assessments, readdirSync(assessments).find((name) => name.endsWith('.maturity')) ?? '');
}

/** A program that opens the file and keeps it, or says why it cannot. */
function holder({ folder, sabotage }: Aim, task: Omit<HoldingTask, 'user' | 'list' | 'outside'>): Running {
  cases += 1;
  return startProcess({ entry: 'holding-process.ts', task: { ...task, user: join(folder, `user-${cases}`), outside: join(folder, 'outside'), list: join(folder, 'outside', 'promises') } satisfies HoldingTask, sabotage });
}

async function whileHeld<Value>(running: Running, run: () => Promise<Value>): Promise<Value> {
  await running.says('held');
  if (running.child.exitCode !== null) throw new Error(`the holder could not open the file: ${JSON.stringify(await running.result())}`);
  try {
    return await run();
  } finally {
    running.child.send('end');
    await running.ended;
  }
}

async function secondIsRefused(aim: Aim, file: string, shell: Shell): Promise<readonly string[]> {
  const first = holder(aim, { file, shell, act: 'hold' });
  return whileHeld(first, async () => {
    const found = await Promise.all((['browser', 'electron'] as const).map(async (second) => refusal(`${second} after ${shell}`, first, await saidBy(holder(aim, { file, shell: second, act: 'try' })))));
    return [...found.flat(), ...refusal(`command after ${shell}`, first, byCommand(aim, file))];
  });
}

/** The refusal must name the process that has the file. */
function refusal(who: string, { child }: Running, said: string): readonly string[] {
  if (!/"kind":"locked"|held open by|正由/.test(said)) return [`${who} was not refused: ${said}`];
  return said.includes(String(child.pid)) ? [] : [`${who} was not told who has it: ${said}`];
}

/** What a program gave as its result, or that it broke. */
async function saidBy(running: Running): Promise<string> {
  try {
    return JSON.stringify(await running.result());
  } catch (thrown) {
    return String(thrown).slice(0, 300);
  }
}

/** The command of the real program. */
function byCommand({ folder, sabotage }: Aim, file: string): string {
  cases += 1;
  const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
  const ratings = join(folder, 'ratings.csv');
  writeFileSync(ratings, 'requirement,value,assessor,confidence,rationale\n2.2.2-L1-1,F,韩梅,,\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...preloads(sabotage), main, 'rate', file, '--from', ratings], {
    encoding: 'utf8', env: { ...process.env, ...broken(sabotage), MATURITY_USER_FOLDER: join(folder, 'user-command') },
  });
  return status === 2 ? stderr : `exit code ${status}: ${stdout}${stderr}`;
}

/** Those who are refused must not sweep away what the one who has the file is taking in. */
async function importGoesOn(aim: Aim, file: string): Promise<readonly string[]> {
  const first = holder(aim, { file, shell: 'browser', act: 'import' });
  const result = saidBy(first);
  await first.says('held');
  let tries = 0;
  for (; first.child.exitCode === null && tries < 6; tries += 1) await holder(aim, { file, shell: 'browser', act: 'try' }).ended;
  const said = await result;
  return said === '{"done":true}' ? [] : [`an import failed while ${tries} others asked for the file: ${said}`];
}

async function deadHolderHoldsNothing(aim: Aim, file: string): Promise<readonly string[]> {
  const first = holder(aim, { file, shell: 'browser', act: 'hold' });
  await first.says('held');
  first.child.kill('SIGKILL');
  await first.ended;
  const note = aim.sabotage !== null || existsSync(`${file}.lock`) ? [] : ['the killed holder left no note, so this case says nothing'];
  const said = await saidBy(holder(aim, { file, shell: 'electron', act: 'try' }));
  return said === '{"done":true}' ? note : [`after its holder was killed the file does not open: ${said}`];
}

/** A copy is taken with the note of who has the file, as somebody who copies the whole folder would. */
async function copyIsAnother(aim: Aim, file: string): Promise<readonly string[]> {
  const elsewhere = join(aim.folder, 'elsewhere');
  mkdirSync(elsewhere);
  return whileHeld(holder(aim, { file, shell: 'browser', act: 'hold' }), async () => {
    const copy = join(elsewhere, 'copy.maturity');
    for (const ending of ['', '-wal', '.lock'].filter((one) => existsSync(file + one))) cpSync(file + ending, copy + ending);
    const said = await saidBy(holder(aim, { file: copy, shell: 'browser', act: 'try' }));
    return said === '{"done":true}' ? [] : [`a copy in another folder does not open: ${said}`];
  });
}
