import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lacks } from './machine.ts';
import { startProcess } from './processes.ts';
import type { Aim, Rig } from './rig.ts';
import type { ScriptedTask } from './scripted-process.ts';

const ratings = 40;

/** The kernel counts. */
export const syncs: Rig = {
  name: 'syncs',
  promise: 'Every rating is saved with a sync of its own, as the kernel counts them',
  cannotRun: () => lacks('linux', 'tracing'),
  breaks: ['normal-sync'],
  run: async (aim) => {
    const [without, withRatings] = [await countSyncs(aim, 0), await countSyncs(aim, ratings)];
    const own = withRatings - without;
    return { counts: { ratings, syncs: own }, findings: own >= ratings ? [] : [`${ratings} ratings were saved with ${own} syncs`] };
  },
};

async function countSyncs({ folder, sabotage }: Aim, count: number): Promise<number> {
  const trace = join(folder, `trace-${count}`);
  const task: ScriptedTask = { folder: join(folder, `program-${count}`), outside: join(folder, `outside-${count}`), script: Array.from({ length: count }, () => 'rate' as const) };
  await startProcess({ entry: 'scripted-process.ts', task, sabotage, through: ['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace] }).result();
  return readFileSync(trace, 'utf8').split('\n').filter((line) => /sync\(.*= 0/.test(line) || /sync resumed.*= 0/.test(line)).length;
}
