import { failedSyncs, failures, fullDisk } from './failures.ts';
import { flippedBits } from './flipped-bits.ts';
import { halves, kills } from './kills.ts';
import { migrating } from './migrating.ts';
import { powerCuts } from './power-cuts.ts';
import type { Rig } from './rig.ts';
import { settings } from './settings.ts';
import { smallDisk } from './small-disk.ts';
import { syncs } from './syncs.ts';
import { twoWriters } from './two-writers.ts';

/** All rigs, in the order they are run. Add yours here. */
export const rigs: readonly Rig[] = [settings, syncs, twoWriters, flippedBits, migrating, kills, halves, powerCuts, failures, failedSyncs, fullDisk, smallDisk];
