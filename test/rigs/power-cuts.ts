import { lacks } from './machine.ts';
import type { PowerCutTask } from './power-cut-process.ts';
import { startProcess } from './processes.ts';
import type { Outcome, Rig } from './rig.ts';

/** The power goes while the program works on a disk of its own, and the disk is looked at as it was at that moment. */
export const powerCuts: Rig = {
  name: 'power-cut',
  promise: 'What was said to be done survives a power cut at any moment',
  cannotRun: () => lacks('linux', 'root', 'namespaces', 'loops'),
  breaks: ['normal-sync', 'unsynced-intake', 'unsynced-copies'],
  run: async ({ folder, sabotage, long }) => {
    const cuts = sabotage === null && !long ? 10 : 40;
    const task: PowerCutTask = { folder, sabotage, cuts, mix: mixes[sabotage ?? ''] ?? mixes[''] };
    // In a mount namespace of its own: whatever happens to the rig, its mounts go with it.
    const running = startProcess({ entry: 'power-cut-process.ts', task, through: ['unshare', '--mount', '--propagation', 'private'] });
    return await running.result() as Outcome;
  },
};

/** What is done most is what is broken, so that the power goes in its midst. */
const mixes: Readonly<Record<string, PowerCutTask['mix']>> = {
  '': { create: 1, rate: 16, link: 2, import: 2, importMuch: 2, undo: 3, redo: 2, copy: 2, purge: 1, backup: 1, restore: 1, reopen: 1 },
  'unsynced-intake': { rate: 1, importMuch: 4 },
  'unsynced-copies': { copy: 1 },
};
