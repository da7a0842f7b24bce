import type { Breathe } from './breathing.ts';
import type { ArtefactSink } from './contents.ts';
import type { PathGiver } from './evidence-paths.ts';
import type { Ledger } from './ledger.ts';
import type { IntakeLimits } from './limits.ts';

/** What all steps of one intake share. */
export type Intake = {
  readonly sink: ArtefactSink;
  readonly known: (artefact: string) => boolean;
  readonly limits: IntakeLimits;
  readonly breathe: Breathe;
  readonly paths: PathGiver;
  readonly ledger: Ledger;
  readonly report: (current: string) => void;
  /** Memory of this size, the same at every call. */
  readonly buffer: (size: number) => Buffer;
};
