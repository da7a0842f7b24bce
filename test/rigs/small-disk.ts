import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lacks } from './machine.ts';
import { startProcess } from './processes.ts';
import type { Outcome, Rig } from './rig.ts';
import type { SmallDiskTask } from './small-disk-process.ts';

/** A disk that really is small. */
export const smallDisk: Rig = {
  name: 'small-disk',
  promise: 'On a disk that is full the user is told, nothing is there by half, and work goes on when there is room again',
  cannotRun: () => lacks('linux', 'root', 'namespaces'),
  breaks: ['swallow'],
  run: async ({ folder, sabotage, long }) => {
    const kilobytes = long ? [16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384] : [32, 128, 512, 2_048, 6_144];
    const task: SmallDiskTask = { disk: join(folder, 'disk'), outside: join(folder, 'outside'), kilobytes };
    for (const path of [task.disk, task.outside]) mkdirSync(path);
    return await startProcess({ entry: 'small-disk-process.ts', task, sabotage, through: ['unshare', '--mount', '--propagation', 'private'] }).result() as Outcome;
  },
};
