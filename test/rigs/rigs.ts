import { halves, kills } from './kills.ts';
import { powerCuts } from './power-cuts.ts';
import type { Rig } from './rig.ts';

/** All rigs, in the order they are run. Add yours here. */
export const rigs: readonly Rig[] = [kills, halves, powerCuts];
