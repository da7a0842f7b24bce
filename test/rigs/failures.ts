import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildFailingCalls, calls } from './failing-calls.ts';
import type { FailingTask } from './failing-process.ts';
import { lacks } from './machine.ts';
import { startProcess } from './processes.ts';
import { type Aim, type Outcome, type Rig, together } from './rig.ts';

type Failures = FailingTask['failures'];

/** Every step the user takes, with one call after the other failing. */
export const failures: Rig = {
  name: 'io-error',
  promise: 'An error of the disk is told, whichever call it hits, and damages nothing',
  cannotRun: () => lacks('linux', 'compiler'),
  breaks: ['swallow'],
  run: (aim) => scan(aim, [[{ error: 'EIO', sticky: false }], [{ error: 'EIO', sticky: true }]], aim.long ? everything : gate),
};

/** As before with a full disk, which is nothing to be afraid of: when there is room again the program goes on. */
export const fullDisk: Rig = {
  name: 'no-space',
  promise: 'A full disk is told, whichever call finds it, and the program goes on when there is room again',
  cannotRun: () => lacks('linux', 'compiler'),
  breaks: ['swallow'],
  run: (aim) => scan(aim, [[{ error: 'ENOSPC', sticky: false, kinds }], [{ error: 'ENOSPC', sticky: true, kinds }]], aim.long ? everything : gateForSpace),
};
const kinds = calls.write + calls.make;

/** Syncs alone. */
export const failedSyncs: Rig = {
  name: 'failed-sync',
  promise: 'After a sync failed nothing more is written to the assessment, and the user is told',
  cannotRun: () => lacks('linux', 'compiler'),
  breaks: ['retry'],
  run: (aim) => scan(aim, [[{ error: 'EIO', sticky: false, kinds: calls.sync }], [{ error: 'EIO', sticky: true, kinds: calls.sync }]], (['rate', 'undo', 'importMuch', 'purge'] as const).map((step) => ({ step, every: aim.long ? 1 : 3 }))),
};

const everything: FailingTask['steps'] = (['create', 'open', 'rate', 'link', 'import', 'importMuch', 'undo', 'redo', 'report', 'copy', 'purge', 'backup', 'restore', 'close'] as const).map((step) => ({ step, every: 1 }));
/** Some of the calls, other ones each time; fewer where a step takes long. */
const gate: FailingTask['steps'] = everything.map(({ step }) => ({ step, every: ['import', 'importMuch', 'report', 'backup', 'restore'].includes(step) ? 60 : 20 }));

const gateForSpace = gate.map(({ step, every }) => ({ step, every: every * 3 }));

/** Scans the steps in two processes side by side. */
async function scan({ folder, sabotage, step: only }: Aim, lanes: readonly Failures[], steps: FailingTask['steps']): Promise<Outcome> {
  return together(await Promise.all(lanes.map(async (lane, index) => {
    const outside = join(folder, `outside-${index}`);
    const task: FailingTask = { folder: join(folder, `program-${index}`), outside, steps: steps.filter(({ step }) => only === null || step === only), failures: lane };
    mkdirSync(outside);
    const running = startProcess({ entry: 'failing-process.ts', task, sabotage, env: buildFailingCalls(outside, task.folder) });
    return await running.result() as Outcome;
  })));
}
