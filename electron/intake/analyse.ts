import type { FileReading } from '#assessments';
import type { ChildHost } from './child.ts';
import { databaseLog, decodedMediaTypes, promisesText, seenMediaTypes, unreadMediaTypes } from './decode/media-type.ts';
import type { Entry } from './ledger.ts';
import { type ReadingLimits, readingLimits } from './limits.ts';
import { type FileToRead, type Reader, startReader } from './reader.ts';
import { repositoriesIn } from './repositories.ts';
import { type Reason, diagnostic } from './sentences.ts';

type AnalyseProgress = { readonly phase: 'reading'; readonly done: number; readonly total: number; readonly bytesDone: number; readonly bytesTotal: number; readonly current: string | null };

export type AnalyseOptions = {
  readonly progress: (told: AnalyseProgress) => void;
  readonly signal: AbortSignal;
  readonly limits?: Partial<ReadingLimits>;
  readonly host?: ChildHost;
  /** A process started before, to save the wait; it stays open. */
  readonly reader?: Reader;
  /** Files that were read already, by path; a repository is read again, as a whole. */
  readonly known?: ReadonlyMap<string, FileReading>;
  /** The program of the reading process; for tests. */
  readonly entry?: URL;
};

const pauseBetweenReports = 100;

/**
 * Decodes files and runs the importers over them, in a process of their own with limits on heap and time: a file that
 * breaks it costs one diagnostic, and the next file is read. Readings come in the order of the files. Rejects with the
 * signal's reason when cancelled.
 */
export async function analyse(files: readonly FileToRead[], options: AnalyseOptions): Promise<readonly FileReading[]> {
  options.signal.throwIfAborted();
  const limits = { ...readingLimits, ...options.limits };
  const repositories = repositoriesIn(files, limits);
  const readings = files.map(({ entry }, index) => repositories.readingOf(index) ?? options.known?.get(entry.path) ?? readingWithoutContent(entry, limits));
  const left = files.map((file, index) => ({ ...repositories.withBeside(file, index), index })).filter(({ index }) => readings[index] === undefined);
  const advance = reporter(files, left, options.progress);
  if (left.length === 0) return readings.flatMap((reading) => reading ?? []);

  const reader = options.reader ?? startReader({ ...limits, ...(options.entry && { entry: options.entry }), ...(options.host && { host: options.host }) });
  try {
    await reader.read(left, {
      signal: options.signal,
      done: (position, outcome) => {
        const file = left[position];
        if (file === undefined) return;
        const reading = repositories.signed(file.index, typeof outcome === 'string' ? saying(file.entry, outcome) : outcome);
        readings[file.index] = reading;
        if (reading.importer === null) for (const index of repositories.othersOf(file.index)) readings[index] = unclaimed(readings[index]);
        advance(file.entry);
      },
    });
  } finally {
    if (options.reader === undefined) reader.close();
  }
  return readings.flatMap((reading) => reading ?? []);
}

/** What can be said of a file without looking into it; undefined where it has to be read. */
function readingWithoutContent(entry: Entry, limits: ReadingLimits): FileReading | undefined {
  if (unreadMediaTypes.has(entry.mediaType)) return saying(entry, 'unreadFormat');
  if (entry.mediaType === databaseLog) return saying(entry, 'databaseLog');
  if (decodedMediaTypes.has(entry.mediaType)) return entry.size > limits.decodedBytes ? saying(entry, seenMediaTypes.has(entry.mediaType) ? 'recordingTooLarge' : 'contentTooLarge') : undefined;
  if (entry.encoding === null) return saying(entry, entry.mediaType === 'application/octet-stream' && promisesText(entry.path) ? 'notText' : null);
  return entry.size > limits.textBytes ? saying(entry, 'textTooLarge') : undefined;
}

/** A repository that could not be read claims none of its files. */
function unclaimed(reading: FileReading | undefined): FileReading | undefined {
  return reading === undefined ? undefined : { ...reading, importer: null };
}

function saying({ path }: Entry, reason: Reason | null): FileReading {
  return { path, importer: null, facts: [], diagnostics: reason === null ? [] : [diagnostic(path, reason)], fragments: [] };
}

/** Tells the beginning, at most ten steps a second, and the end. */
function reporter(files: readonly FileToRead[], left: readonly FileToRead[], progress: AnalyseOptions['progress']): (entry: Entry) => void {
  const sizeOf = (some: readonly FileToRead[]): number => some.reduce((sum, { entry }) => sum + entry.size, 0);
  const bytesTotal = sizeOf(files);
  let done = files.length - left.length;
  let bytesDone = bytesTotal - sizeOf(left);
  let last = 0;
  progress({ phase: 'reading', done, total: files.length, bytesDone, bytesTotal, current: null });
  return (entry) => {
    done += 1;
    bytesDone += entry.size;
    const now = performance.now();
    if (now - last < pauseBetweenReports && done < files.length) return;
    last = now;
    progress({ phase: 'reading', done, total: files.length, bytesDone, bytesTotal, current: entry.path });
  };
}
