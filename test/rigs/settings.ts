import { join } from 'node:path';
import { startProcess } from './processes.ts';
import type { Outcome, Rig } from './rig.ts';
import type { SettingsTask } from './settings-process.ts';

/** Every connection to a database is asked what it is set to, after every step. */
export const settings: Rig = {
  name: 'settings',
  promise: 'However a file was opened, every commit is synced, strangers\' files can do nothing, and nobody else writes',
  cannotRun: () => null,
  breaks: ['normal-sync', 'trusting', 'no-lock'],
  run: async ({ folder, sabotage }) => {
    const task: SettingsTask = { folder: join(folder, 'program'), outside: join(folder, 'outside') };
    return await startProcess({ entry: 'settings-process.ts', task, sabotage }).result() as Outcome;
  },
};
