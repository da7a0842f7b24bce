import { crossRead } from './contradictions/cross-read.ts';
import type { Fact } from './facts.ts';
import type { Diagnostic } from './file.ts';
import type { FileReading } from './read-evidence.ts';
import { assembleSets } from './sets/assemble-sets.ts';

/** All that an assessment's evidence says. `diagnostics` are only those found while putting files together. */
export type CompletedFacts = { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] };

/**
 * What the readings of all files say together: the facts of each file in the order of the readings, then those of things
 * that lie in several files, then the contradictions. Pure; which facts there are does not depend on the order of the files.
 */
export function completeFacts(readings: readonly FileReading[]): CompletedFacts {
  const own = readings.flatMap(({ facts }) => facts);
  const { facts: assembled, diagnostics } = assembleSets(readings.flatMap(({ fragments }) => fragments));
  const read = [...own, ...assembled];
  return { facts: [...read, ...crossRead(read)], diagnostics };
}
