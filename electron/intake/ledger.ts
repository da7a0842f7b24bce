import type { Diagnostic } from '#assessments';
import type { Contents } from './contents.ts';
import { type Reason, type Refusal, diagnostic, refusal } from './sentences.ts';

/** A file that was taken. */
export type Entry = { readonly path: string; readonly artefact: string; readonly size: number; readonly mediaType: string; readonly encoding: string | null };

type Outcome = {
  readonly offered: number;
  readonly files: readonly Entry[];
  readonly duplicates: number;
  /** Paths of taken files that an earlier intake of the same source had with other bytes. */
  readonly changed: readonly string[];
  /** Paths that an earlier intake of the same source had and this one was not offered. */
  readonly gone: readonly string[];
  /** What the intake is called in lists: the name of the folder or file, or of the first ones. */
  readonly label: string;
};

/** The outcome of an intake: `offered` = files + duplicates + refusals, always. `warnings` are about files that were taken. */
export type TakenIn = Outcome & { readonly refusals: readonly Refusal[]; readonly warnings: readonly Diagnostic[] };

/** The same with reasons instead of sentences: there may be many of them, and they travel between processes. */
export type Account = Outcome & { readonly refused: readonly Note[]; readonly warned: readonly Note[] };
export type Note = { readonly path: string; readonly reason: Reason };

export function inWords({ refused, warned, ...outcome }: Account): TakenIn {
  return { ...outcome, refusals: refused.map(({ path, reason }) => refusal(path, reason)), warnings: warned.map(({ path, reason }) => diagnostic(path, reason)) };
}

export type IntakeProgress = { readonly phase: 'listing' | 'storing'; readonly done: number; readonly total: number | null; readonly bytesDone: number; readonly bytesTotal: number | null; readonly current: string | null };

/** Keeps the books of an intake. What is offered is counted where it is found, what becomes of it where that is decided. */
export type Ledger = {
  readonly offer: (files: number, bytes: number) => void;
  readonly take: (path: string, contents: Contents, mediaType: string) => void;
  readonly change: (path: string) => void;
  readonly duplicate: () => void;
  readonly refuse: (path: string, reason: Reason) => void;
  readonly warn: (path: string, reason: Reason) => void;
  readonly passed: (bytes: number) => void;
  readonly account: (label: string) => Omit<Account, 'gone'>;
  readonly progress: (current: string | null) => IntakeProgress;
};

/** `taken` is told every file as it is taken. */
export function openLedger(taken: (entry: Entry) => void = () => undefined): Ledger {
  const files: Entry[] = [];
  const changed: string[] = [];
  const refused: Note[] = [];
  const warned: Note[] = [];
  let offered = 0;
  let duplicates = 0;
  let bytesOffered = 0;
  let bytesPassed = 0;
  const done = (): number => files.length + duplicates + refused.length;
  return {
    offer: (count, bytes) => {
      offered += count;
      bytesOffered += bytes;
    },
    take: (path, { artefact, size, encoding }, mediaType) => {
      const entry = { path, artefact, size, mediaType, encoding };
      files.push(entry);
      taken(entry);
    },
    change: (path) => { changed.push(path); },
    duplicate: () => { duplicates += 1; },
    refuse: (path, reason) => { refused.push({ path, reason }); },
    warn: (path, reason) => { warned.push({ path, reason }); },
    passed: (bytes) => { bytesPassed += bytes; },
    account: (label) => ({ offered, files, duplicates, changed, refused, warned, label }),
    progress: (current) => ({ phase: 'storing', done: done(), total: offered, bytesDone: bytesPassed, bytesTotal: bytesOffered, current }),
  };
}
