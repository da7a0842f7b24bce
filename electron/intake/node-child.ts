import { type ChildProcess, fork } from 'node:child_process';
import type { Ended, Start, Started } from './child.ts';

/** Starts a child process with Node's own means. */
export function forkNode({ entry, heapMegabytes, confined, host, heard }: Start): Started {
  const child = fork(entry, [], {
    execPath: host.execPath, env: host.env, execArgv: [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning', ...(confined ? confinement(host.execPath) : [])],
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], windowsHide: true,
  });
  child.on('message', heard);
  return {
    // A child that dies while a message is on its way is reported by `ended`.
    send: (message) => { if (child.connected) child.send(message as object, () => undefined); },
    kill: () => { child.kill('SIGKILL'); },
    ended: endOf(child),
  };
}

/**
 * Node's own permissions, where the program that runs the child has them. Reading is needed to load the program,
 * wherever its packages lie, and the library that reads databases is native.
 */
function confinement(execPath: string): readonly string[] {
  const has = execPath === process.execPath && process.allowedNodeEnvironmentFlags.has('--permission');
  return has ? ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=PERM0001'] : [];
}

function endOf(child: ChildProcess): Promise<Ended> {
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { lastWords = (lastWords + text).slice(-4000); });
  return new Promise((resolve) => {
    child.once('error', (problem) => { resolve({ signal: null, lastWords: problem.message }); });
    child.once('close', (_code, signal) => { resolve({ signal, lastWords }); });
  });
}
