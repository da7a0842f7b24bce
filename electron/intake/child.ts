import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** The program that runs child processes, and its environment: this one, unless a shell knows better. */
export type ChildHost = { readonly execPath: string; readonly env: Readonly<Record<string, string>> };

/** A process of our own that does one kind of work and can be killed at any moment. `exited` resolves when it is gone. */
export type Child<Sent> = {
  readonly send: (message: Sent) => void;
  readonly kill: () => void;
  readonly exited: Promise<Exit>;
};
/** `misspoke`: it said what it may not say, and was killed for it. */
export type Exit = { readonly signal: string | null; readonly lastWords: string; readonly misspoke: boolean };

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
  const child = fork(fileURLToPath(entry), [], {
    execPath: host.execPath, env: host.env, execArgv: [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning', ...(confined ? confinement(host) : [])],
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], windowsHide: true,
  });
  let misspoke = false;
  child.on('message', (message) => {
    const said = misspoke ? undefined : speaks.safeParse(message);
    if (said?.success === true) heard(said.data);
    else child.kill('SIGKILL');
    misspoke ||= said?.success === false;
  });
  return {
    // A child that dies while a message is on its way is reported by `exited`.
    send: (message) => { if (child.connected) child.send(message as object, () => undefined); },
    kill: () => { child.kill('SIGKILL'); },
    exited: exitOf(child).then((exit) => ({ ...exit, misspoke })),
  };
}

/** The program that runs now. Electron's binary behaves as Node when told so. */
function thisHost(): ChildHost {
  const kept = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const env = Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return { execPath: process.execPath, env: 'electron' in process.versions ? { ...env, ELECTRON_RUN_AS_NODE: '1' } : env };
}

/**
 * Node's own permissions, where the program that runs the child has them. Reading is needed to load the program,
 * wherever its packages lie, and the library that reads databases is native.
 */
function confinement({ execPath }: ChildHost): readonly string[] {
  const has = execPath === process.execPath && !('electron' in process.versions) && process.allowedNodeEnvironmentFlags.has('--permission');
  return has ? ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=PERM0001'] : [];
}

function exitOf(child: ChildProcess): Promise<Omit<Exit, 'misspoke'>> {
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { lastWords = (lastWords + text).slice(-4000); });
  return new Promise((resolve) => {
    child.once('error', (problem) => { resolve({ signal: null, lastWords: problem.message }); });
    child.once('close', (_code, signal) => { resolve({ signal, lastWords }); });
  });
}
