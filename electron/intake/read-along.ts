import type { FileReading } from '#assessments';
import { type AnalyseOptions, analyse } from './analyse.ts';
import { type FileToRead, startReader } from './reader.ts';

/** Reads files while others are still taken in, in a process that is started at once. */
export type ReadingAlong = {
  readonly add: (files: readonly FileToRead[]) => void;
  /** The readings of all these files, in their order; reads what is left, and repositories, which are only whole at the end. */
  readonly finish: (files: readonly FileToRead[], progress: AnalyseOptions['progress']) => Promise<readonly FileReading[]>;
  /** To be called in any case, also where `finish` was not reached. */
  readonly close: () => void;
};

/** A few at a time, so that the end of the taking waits for a few only. */
const inOneGo = 200;

export function readAlong(options: Pick<AnalyseOptions, 'signal' | 'limits' | 'host' | 'entry'>): ReadingAlong {
  const reader = startReader({ ...options.limits, ...(options.entry && { entry: options.entry }), ...(options.host && { host: options.host }) });
  const known = new Map<string, FileReading>();
  const waiting: FileToRead[] = [];
  let finishing = false;
  let working: Promise<void> | null = null;

  const work = async (): Promise<void> => {
    while (waiting.length > 0 && !finishing) {
      const files = waiting.splice(0, inOneGo);
      for (const reading of await analyse(files, { ...options, reader, progress: () => undefined })) known.set(reading.path, reading);
    }
    working = null;
  };
  return {
    add: (files) => {
      waiting.push(...files.filter(({ entry }) => !headsRepository(entry.path)));
      // What goes wrong here goes wrong again at the end, where somebody waits for it.
      working ??= work().catch(() => { finishing = true; });
    },
    finish: async (files, progress) => {
      finishing = true;
      await working;
      return analyse(files, { ...options, reader, known, progress });
    },
    close: reader.close,
  };
}

function headsRepository(path: string): boolean {
  return path === 'HEAD' || path.endsWith('/HEAD');
}
