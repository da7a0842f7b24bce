import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { completeFacts, type Diagnostic, type Fact, type FileReading } from '#assessments';
import { stagedBytes } from '../handlers/staged-bytes.ts';
import { analyse } from '../intake/analyse.ts';
import type { Entry, TakenIn } from '../intake/ledger.ts';
import { takeIn } from '../intake/take-in.ts';
import { createStaging } from '../storage/staging.ts';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** What was read out of files without any assessment: every offered file is in `entries`, a duplicate, or has a refusal among the diagnostics. */
export type Gathered = {
  readonly entries: readonly Entry[]; readonly readings: readonly FileReading[];
  readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[];
};

/** Intake and importers only. The bytes pass through a temporary file that is gone afterwards. */
export async function gather(terminal: Terminal, { context }: Workplace, paths: readonly string[]): Promise<Gathered> {
  const sources = existingSources(terminal, paths);
  const { signal } = new AbortController();
  const staging = createStaging(join(context.surroundings.runFolder, 'gather'));
  const taken = await takeIn(sources, { staging, known: () => false, takenPaths: new Map(), progress: () => undefined, signal });
  staging.finish();
  const staged = stagedBytes(staging.path);
  try {
    const readings = await analyse(taken.files.map((entry) => ({ entry, bytes: () => staged.find(entry.artefact) ?? new Uint8Array() })), { progress: () => undefined, signal });
    const { facts, diagnostics } = completeFacts(readings);
    return { entries: taken.files, readings, facts, diagnostics: [...diagnosticsOf(taken, readings), ...diagnostics] };
  } finally {
    staged.discard();
  }
}

/** The sources as absolute paths; one that does not exist is told before anything is read. */
export function existingSources(terminal: Terminal, paths: readonly string[]): readonly { readonly path: string }[] {
  return paths.map((path) => {
    const absolute = terminal.resolve(path);
    if (!existsSync(absolute)) throw new Refusal({ zh: `找不到“${path}”；请检查证据的路径。`, en: `There is nothing at “${path}”; check the path of the evidence.` });
    return { path: absolute };
  });
}

function diagnosticsOf({ refusals, warnings }: TakenIn, readings: readonly FileReading[]): readonly Diagnostic[] {
  return [...refusals.map((refusal) => ({ ...refusal, place: null })), ...warnings, ...readings.flatMap(({ diagnostics }) => diagnostics)];
}
