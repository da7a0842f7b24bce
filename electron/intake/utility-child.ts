import { createRequire } from 'node:module';
import type { UtilityProcess, utilityProcess } from 'electron';
import type { Ended, Start, Started } from './child.ts';

/** Called after Electron is ready; only there does the module exist. */
type Fork = typeof utilityProcess.fork;
const electronsOwn = (): Fork => (createRequire(import.meta.url)('electron') as { readonly utilityProcess: { readonly fork: Fork } }).utilityProcess.fork;

/**
 * Starts a child process as a utility process of Electron: Node without windows, without the fuse that would let anyone
 * run the program as Node. Node's permissions do not exist there; the process boundary, the limits and the check of
 * every word it says do.
 */
export function forkUtility({ entry, heapMegabytes, host, heard }: Start, fork: Fork = electronsOwn()): Started {
  const child = fork(entry, [], {
    // An empty environment would mean the whole of ours. V8 is told through Chromium's switch, Node's own does nothing here.
    env: { NO_COLOR: '1', ...host.env }, execArgv: [`--js-flags=--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe'], serviceName: 'MLOps Maturity',
  });
  let ended = false;
  child.once('exit', () => { ended = true; });
  child.on('message', heard);
  return {
    send: (message) => { if (!ended) child.postMessage(message); },
    kill: () => {
      if (ended) return;
      // Until it has been spawned there is nothing to kill.
      if (child.pid === undefined) child.once('spawn', () => { child.kill(); });
      else child.kill();
    },
    ended: endOf(child),
  };
}

function endOf(child: UtilityProcess): Promise<Ended> {
  let lastWords = '';
  const hear = (text: string): void => { lastWords = (lastWords + text).slice(-4000); };
  child.once('spawn', () => { child.stderr?.on('data', (bytes: Buffer) => { hear(bytes.toString('utf8')); }); });
  // V8 gave up, which it does where memory is full; what stands in the report may be long and is of no use here.
  child.on('error', (_type, location) => { hear(`fatal error: ${location}`); });
  return new Promise((resolve) => {
    // What it said last may still be in the pipe.
    child.once('exit', () => { setImmediate(() => { resolve({ signal: null, lastWords }); }); });
  });
}
