import { rm } from 'node:fs/promises';
import { type Child, type ChildHost, startChild } from './child.ts';
import { childEntry } from './child-entry.ts';
import type { EarlierFile } from './evidence-paths.ts';
import { type Entry, type IntakeProgress, type Note, type TakenIn, inWords } from './ledger.ts';
import type { StagedPlace } from '../storage/staging.ts';
import type { IntakeLimits } from './limits.ts';
import { type AccountPart, type FromTaker, type ToTaker, fromTaker } from './messages.ts';
import type { IntakeSource } from './take-in.ts';

/** A file as it was taken, with where its bytes are staged; null where the assessment has them. */
export type StagedFile = { readonly entry: Entry; readonly place: StagedPlace | null };

export type IntakeOptions = {
  /** Where the staging file is to be; must not exist. Removed again unless the intake comes to its end. */
  readonly stagingPath: string;
  /** The artefacts the assessment stores. */
  readonly known: Iterable<string>;
  /** The files the assessment has, by path. */
  readonly takenPaths: ReadonlyMap<string, EarlierFile>;
  readonly progress: (told: IntakeProgress) => void;
  /** Told files as they are taken, so that they can be read while others still are. */
  readonly taken?: (files: readonly StagedFile[]) => void;
  readonly signal: AbortSignal;
  readonly limits?: Partial<IntakeLimits>;
  readonly host?: ChildHost;
};

/** Heap of the process; file contents are outside of it. */
const heapMegabytes = 512;
/** A cancelled process gets this long to stop by itself. */
const patience = 1000;

/**
 * `takeIn` in a process of its own, so that the caller stays free to answer. Afterwards the staging file holds the new
 * artefacts, to be adopted with the events. Rejects with the signal's reason when cancelled, and with an error that
 * carries the file system's `code` (ENOSPC …) where staging failed; the staging file is gone then.
 */
export async function startIntake(sources: readonly IntakeSource[], options: IntakeOptions): Promise<TakenIn> {
  options.signal.throwIfAborted();
  try {
    return await conversation(sources, options);
  } catch (thrown) {
    await rm(options.stagingPath, { force: true });
    options.signal.throwIfAborted();
    throw thrown;
  }
}

async function conversation(sources: readonly IntakeSource[], { stagingPath, known, takenPaths, progress, taken, signal, limits, host }: IntakeOptions): Promise<TakenIn> {
  let last: FromTaker | null = null;
  const lists: Lists = { files: [], changed: [], gone: [], refused: [], warned: [] };
  const child: Child<ToTaker> = startChild({
    entry: childEntry('intake-process'), heapMegabytes, confined: false, speaks: fromTaker,
    heard: (message) => {
      if (message.kind === 'progress') progress(message.told);
      else if (message.kind === 'part') join(lists, message.part);
      else if (message.kind === 'files') {
        lists.files.push(...message.files.map(({ entry }) => entry));
        taken?.(message.files.map(({ entry, chunks }) => ({ entry, place: chunks === null ? null : { path: stagingPath, chunks } })));
      } else finish(message);
    },
  }, host);
  const finish = (message: FromTaker): void => {
    last = message;
    child.kill();
  };
  const cancel = (): void => {
    child.send({ kind: 'cancel' });
    setTimeout(child.kill, patience).unref();
  };
  signal.addEventListener('abort', cancel, { once: true });
  child.send({ kind: 'take', sources: sources.map(({ path }) => path), staging: stagingPath, known: [...known], takenPaths: [...takenPaths], limits: limits ?? {} });
  const exit = await child.exited;
  signal.removeEventListener('abort', cancel);
  return outcome(last, lists, exit.lastWords);
}

type Lists = { readonly files: Entry[]; readonly changed: string[]; readonly gone: string[]; readonly refused: Note[]; readonly warned: Note[] };

function join(lists: Lists, part: AccountPart): void {
  lists.changed.push(...part.changed);
  lists.gone.push(...part.gone);
  lists.refused.push(...part.refused);
  lists.warned.push(...part.warned);
}

function outcome(last: FromTaker | null, lists: Lists, lastWords: string): TakenIn {
  if (last?.kind === 'done') return inWords({ ...last.account, ...lists });
  if (last?.kind === 'failed') throw Object.assign(new Error(last.message), last.code === null ? {} : { code: last.code });
  throw new Error(`the taking process ended without a result: ${lastWords}`);
}
