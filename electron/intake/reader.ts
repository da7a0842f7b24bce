import type { FileReading, RecordMapping } from '#assessments';
import { type Child, type ChildHost, type Exit, startChild } from './child.ts';
import { childEntry } from './child-entry.ts';
import type { BesideFile } from './git-folders.ts';
import type { Entry } from './ledger.ts';
import { type ReadingLimits, readingLimits } from './limits.ts';
import { type FromReader, type GivenFile, type ToReader, fromReader } from './messages.ts';
import type { StagedPlace } from '../storage/staging.ts';
import type { Reason } from './sentences.ts';

/** A file to be read; its bytes, or where they are staged, are asked for when its turn comes. Staged bytes never pass through this process. */
export type FileToRead = {
  readonly entry: Entry;
  readonly bytes: () => Uint8Array | StagedPlace;
  /** The HEAD of a repository is read with the files of its folder. */
  readonly beside?: () => readonly BesideFile[];
  /** How a person said that the table in it is read. */
  readonly mapping?: RecordMapping;
};
/** What became of a file: what was read, or why reading it had to be stopped. */
type Outcome = FileReading | Stopped;
type Stopped = Extract<Reason, 'tooSlow' | 'tooMuchMemory' | 'readerFailed'>;

/** A process that reads files, kept between calls; started again after a file brought it down. One call at a time. */
export type Reader = {
  /** Tells the outcome of every file, in their order. Rejects with the signal's reason when cancelled. */
  readonly read: (files: readonly FileToRead[], options: { readonly signal: AbortSignal; readonly done: (index: number, outcome: Outcome) => void }) => Promise<void>;
  readonly close: () => void;
};

export type ReaderOptions = Partial<ReadingLimits> & {
  readonly host?: ChildHost;
  /** The program of the process, where it is not the product's own. */
  readonly entry?: URL;
};

/** Starts the reading process; it warms up at once. */
export function startReader(options: ReaderOptions = {}): Reader {
  const limits = { ...readingLimits, ...options };
  let session = openSession(limits);
  return {
    read: async (files, { signal, done }) => {
      let aloneUntil = 0;
      for (let next = 0; next < files.length;) {
        signal.throwIfAborted();
        if (!session.alive()) session = openSession(limits);
        const stopped = await session.run(files, { first: next, aloneUntil }, signal, (index, reading) => {
          next = index + 1;
          done(index, reading);
        });
        if (stopped === null) continue;
        if (next >= aloneUntil) {
          // Answers that had not gone out are lost: whichever file it was shows itself when these are read one by one.
          aloneUntil = Math.min(files.length, next + filesAhead);
          continue;
        }
        done(next, stopped);
        next += 1;
      }
    },
    close: () => { session.close(); },
  };
}

type Session = {
  readonly alive: () => boolean;
  /**
   * Reads the files from `first` on; null when all are read, else why the process had to be stopped. Where it was stopped
   * before `aloneUntil`, the file after the last `done` was the cause.
   */
  readonly run: (files: readonly FileToRead[], range: Range, signal: AbortSignal, done: (index: number, reading: FileReading) => void) => Promise<Stopped | null>;
  readonly close: () => void;
};

type Range = { readonly first: number; readonly aloneUntil: number };

/** Enough that the process never waits for the next file, little enough that memory stays flat. */
const filesAhead = 256;
const bytesAhead = 4 * 1024 * 1024;
/** Loading the program; a file's own time begins after that. */
const startMilliseconds = 30_000;

function openSession(limits: ReadingLimits & ReaderOptions): Session {
  let ready = false;
  let alive = true;
  let heard: (message: FromReader) => void = () => undefined;
  const child: Child<ToReader> = startChild({
    entry: limits.entry ?? childEntry('analyse-process'), heapMegabytes: limits.heapMegabytes, confined: true, speaks: fromReader,
    heard: (message) => {
      ready ||= message.kind === 'ready';
      heard(message);
    },
  }, limits.host);
  void child.exited.then(() => { alive = false; });

  return {
    alive: () => alive,
    run: async (files, range, signal, done) => {
      const giver = fileGiver(child, files, range);
      const deadline = watch(child.kill);
      const step = (): void => {
        giver.fill();
        deadline.set(ready ? limits.millisecondsPerFile : startMilliseconds);
      };
      const finished = new Promise<null>((resolve) => {
        heard = (message) => {
          if (message.kind === 'read') for (const reading of message.readings) done(giver.answered(), reading);
          if (giver.allAnswered()) resolve(null);
          else step();
        };
      });
      signal.addEventListener('abort', child.kill, { once: true });
      step();
      const exit = await Promise.race([finished, child.exited]);
      deadline.clear();
      signal.removeEventListener('abort', child.kill);
      signal.throwIfAborted();
      if (exit === null) return null;
      if (!ready) throw new Error(`the reading process did not start: ${exit.lastWords}`);
      return deadline.passed() ? 'tooSlow' : causeOf(exit);
    },
    close: child.kill,
  };
}

/** A full heap says so and aborts; a system out of memory kills. */
function causeOf({ signal, lastWords, misspoke }: Exit): Stopped {
  return !misspoke && (signal === 'SIGKILL' || /heap|memory/i.test(lastWords)) ? 'tooMuchMemory' : 'readerFailed';
}

type FileGiver = { readonly fill: () => void; readonly answered: () => number; readonly allAnswered: () => boolean };

/** Sends files ahead of the answers, within bounds; answers come in the same order. Staged bytes do not travel, and weigh nothing. */
function fileGiver(child: Child<ToReader>, files: readonly FileToRead[], { first, aloneUntil }: Range): FileGiver {
  let sent = first;
  let answered = first;
  let bytesUnderway = 0;
  const weights: number[] = [];
  const give = (file: FileToRead): GivenFile => {
    const bytes = file.bytes();
    const beside = file.beside?.() ?? null;
    const weight = [bytes, ...(beside ?? []).map((one) => one.bytes)].reduce((sum, one) => sum + (one instanceof Uint8Array ? one.length : 0), 0);
    weights.push(weight);
    bytesUnderway += weight;
    const { path, artefact, mediaType } = file.entry;
    const alone = sent < aloneUntil;
    sent += 1;
    return { path, artefact, mediaType, bytes, beside, mapping: file.mapping ?? null, alone };
  };
  return {
    fill: () => {
      const given: GivenFile[] = [];
      for (let file = files[sent]; file !== undefined && (sent === answered || (sent - answered < filesAhead && bytesUnderway < bytesAhead)); file = files[sent]) given.push(give(file));
      if (given.length > 0) child.send({ kind: 'read', files: given });
    },
    answered: () => {
      bytesUnderway -= weights.shift() ?? 0;
      answered += 1;
      return answered - 1;
    },
    allAnswered: () => answered >= files.length,
  };
}

/** A last moment in which an answer may be found that came while this side was busy. */
const grace = 50;

/** Calls `late` once the time set last has passed and nothing new was set. */
function watch(late: () => void): { readonly set: (milliseconds: number) => void; readonly clear: () => void; readonly passed: () => boolean } {
  let timer: NodeJS.Timeout | undefined;
  let passed = false;
  const strike = (): void => {
    passed = true;
    late();
  };
  return {
    set: (milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(() => { timer = setTimeout(strike, grace); }, milliseconds);
    },
    clear: () => { clearTimeout(timer); },
    passed: () => passed,
  };
}
