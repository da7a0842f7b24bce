import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { forkNode } from './node-child.ts';
import { forkUtility } from './utility-child.ts';

/** The program that runs child processes, and its environment: this one, unless a caller knows better. */
export type ChildHost = { readonly execPath: string; readonly env: Readonly<Record<string, string>> };

/** A process of our own that does one kind of work and can be killed at any moment. `exited` resolves when it is gone. */
export type Child<Sent> = {
  readonly send: (message: Sent) => void;
  readonly kill: () => void;
  readonly exited: Promise<Exit>;
};
/** `misspoke`: it said what it may not say, and was killed for it. */
export type Exit = Ended & { readonly misspoke: boolean };
/** How a process ended; `signal` is null where it did so by itself, or nobody knows. */
export type Ended = { readonly signal: string | null; readonly lastWords: string };

/** A process as it was started, whoever did it. */
export type Started = { readonly send: (message: unknown) => void; readonly kill: () => void; readonly ended: Promise<Ended> };
export type Start = { readonly entry: string; readonly heapMegabytes: number; readonly confined: boolean; readonly host: ChildHost; readonly heard: (message: unknown) => void };

type Work<Received> = {
  readonly entry: URL;
  readonly heapMegabytes: number;
  /** Whether it may write no file and start no process. */
  readonly confined: boolean;
  /** What the child may say; anything else kills it. */
  readonly speaks: z.ZodType<Received>;
  readonly heard: (message: Received) => void;
};

/** Starts a child process. It gets next to nothing of the environment, so that no setting changes how it runs. */
export function startChild<Sent, Received>({ entry, heapMegabytes, confined, speaks, heard }: Work<Received>, host: ChildHost = thisHost()): Child<Sent> {
  let misspoke = false;
  const child = starter()({
    entry: fileURLToPath(entry), heapMegabytes, confined, host,
    heard: (message) => {
      const said = misspoke ? undefined : speaks.safeParse(message);
      if (said?.success === true) heard(said.data);
      else child.kill();
      misspoke ||= said?.success === false;
    },
  });
  return { send: child.send, kill: child.kill, exited: child.ended.then((ended) => ({ ...ended, misspoke })) };
}

/** Electron's binary is not allowed to behave as Node (a fuse); it has processes of its own for such work. */
function starter(): (start: Start) => Started {
  return 'electron' in process.versions ? forkUtility : forkNode;
}

/** The program that runs now. */
function thisHost(): ChildHost {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  return { execPath: process.execPath, env: Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))) };
}
