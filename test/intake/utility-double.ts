/** What Electron's fork of utility processes does, with a process of Node that is given a `parentPort`: same messages, same order of events. */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ForkOptions, utilityProcess } from 'electron';

export type Forked = { readonly entry: string; readonly options: ForkOptions | undefined };

/** The stand-in, and what it was called with. */
export function utilityDouble(): { readonly fork: typeof utilityProcess.fork; readonly forked: readonly Forked[] } {
  const forked: Forked[] = [];
  return {
    forked,
    fork: (entry, _words, options) => {
      forked.push({ entry, options });
      return standIn(entry, options) as unknown as Electron.UtilityProcess;
    },
  };
}

function standIn(entry: string, options: ForkOptions | undefined): EventEmitter {
  const flags = (options?.execArgv ?? []).map((word) => word.replace(/^--js-flags=/, ''));
  const child = fork(entry, [], {
    env: options?.env as NodeJS.ProcessEnv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [...flags, '--disable-warning=ExperimentalWarning', '--import', fileURLToPath(new URL('./utility-port.mjs', import.meta.url))],
  });
  const utility = Object.assign(new EventEmitter(), {
    pid: undefined as number | undefined,
    stderr: null as NodeJS.ReadableStream | null,
    postMessage: (message: unknown) => { child.send(message as object); },
    kill: () => (utility.pid === undefined ? false : child.kill('SIGKILL')),
  });
  setImmediate(() => {
    utility.pid = child.pid;
    utility.stderr = child.stderr;
    utility.emit('spawn');
  });
  child.on('message', (message) => utility.emit('message', message));
  child.once('close', (code) => { utility.pid = undefined; utility.emit('exit', code ?? 0); });
  return utility;
}
