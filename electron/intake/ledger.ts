import type { Diagnostic } from '#assessments';
import type { Contents } from './contents.ts';
import { type Reason, type Refusal, diagnostic, refusal } from './sentences.ts';

/** A file that was taken. */
export type Entry = { readonly path: string; readonly artefact: string; readonly size: number; readonly mediaType: string; readonly encoding: string | null };

/** The outcome of an intake: `offered` = files + duplicates + refusals, always. `warnings` are about files that were taken. */
export type TakenIn = {
  readonly offered: number;
  readonly files: readonly Entry[];
  readonly duplicates: number;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Diagnostic[];
  /** What the intake is called in lists: the name of the folder or file, or of the first ones. */
  readonly label: string;
};

export type IntakeProgress = { readonly phase: 'listing' | 'storing'; readonly done: number; readonly total: number | null; readonly bytesDone: number; readonly bytesTotal: number | null; readonly current: string | null };

/** Keeps the books of an intake. What is offered is counted where it is found, what becomes of it where that is decided. */
export type Ledger = {
  readonly offer: (files: number, bytes: number) => void;
  readonly take: (path: string, contents: Contents, mediaType: string) => void;
  readonly duplicate: () => void;
  readonly refuse: (path: string, reason: Reason) => void;
  readonly warn: (path: string, reason: Reason) => void;
  readonly passed: (bytes: number) => void;
  readonly result: (label: string) => TakenIn;
  readonly progress: (current: string | null) => IntakeProgress;
};

export function openLedger(): Ledger {
  const files: Entry[] = [];
  const refusals: Refusal[] = [];
  const warnings: Diagnostic[] = [];
  let offered = 0;
  let duplicates = 0;
  let bytesOffered = 0;
  let bytesPassed = 0;
  const done = (): number => files.length + duplicates + refusals.length;
  return {
    offer: (count, bytes) => {
      offered += count;
      bytesOffered += bytes;
    },
    take: (path, { artefact, size, encoding }, mediaType) => { files.push({ path, artefact, size, mediaType, encoding }); },
    duplicate: () => { duplicates += 1; },
    refuse: (path, reason) => { refusals.push(refusal(path, reason)); },
    warn: (path, reason) => { warnings.push(diagnostic(path, reason)); },
    passed: (bytes) => { bytesPassed += bytes; },
    result: (label) => ({ offered, files, duplicates, refusals, warnings, label }),
    progress: (current) => ({ phase: 'storing', done: done(), total: offered, bytesDone: bytesPassed, bytesTotal: bytesOffered, current }),
  };
}
