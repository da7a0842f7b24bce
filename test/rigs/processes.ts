import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Starting = {
  /** The file of this folder to run, and what it is told. */
  readonly entry: string; readonly task: object;
  readonly sabotage?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** A program that starts Node in its turn, with its arguments. */
  readonly through?: readonly string[];
};
export type Running = {
  readonly child: ChildProcess;
  /** Resolves when the process says this word, or has ended. */
  readonly says: (word: string) => Promise<void>;
  /** The signal that ended it, or its exit code. */
  readonly ended: Promise<NodeJS.Signals | number>;
  /** What it gave as its result; throws where it ended without one. */
  readonly result: () => Promise<unknown>;
  /** Ends it with everything it started. */
  readonly kill: () => void;
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Starts a process in a group of its own. It says words and gives its result over a channel, and ends when that closes. */
export function startProcess({ entry, task, sabotage = null, env = {}, through = [] }: Starting): Running {
  const [program = process.execPath, ...args] = [...through, process.execPath, '--disable-warning=ExperimentalWarning', ...preloads(sabotage), here(entry), JSON.stringify(task)];
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'maturity-rigs-cache'), ...broken(sabotage), ...env } });
  const said: unknown[] = [];
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { lastWords = (lastWords + text).slice(-4_000); });
  child.on('message', (message) => { said.push(message); });
  const ended = new Promise<NodeJS.Signals | number>((resolve) => {
    child.once('error', (error) => { lastWords += error.message; resolve(-1); });
    child.once('close', (code, signal) => { resolve(signal ?? code ?? -1); });
  });
  return {
    child, ended,
    says: async (word) => {
      if (said.includes(word)) return;
      await Promise.race([ended, new Promise<void>((resolve) => { child.on('message', (message) => { if (message === word) resolve(); }); })]);
    },
    result: async () => {
      const how = await ended;
      const found = said.find((message) => typeof message === 'object' && message !== null && 'result' in message);
      if (found === undefined) throw new Error(`${entry} ended without a result (${how}): ${lastWords}`);
      return (found as { readonly result: unknown }).result;
    },
    kill: () => { killGroup(child); },
  };
}

/** Node's arguments that put what is broken on purpose before everything else. */
export function preloads(sabotage: string | null): readonly string[] {
  return sabotage === null ? [] : ['--import', new URL('broken/preload.ts', import.meta.url).href];
}

export function broken(sabotage: string | null): Readonly<Record<string, string>> {
  return sabotage === null ? {} : { RIG_BREAK: sabotage };
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/**
 * Waits until everything a killed process had started has noticed and ended by itself, and gives what had not in time.
 * What it started writes until then.
 */
export async function groupEnds({ child }: Running, patienceMs = 60_000): Promise<readonly string[]> {
  const until = performance.now() + patienceMs;
  while (isGroupAlive(child.pid ?? 0)) {
    if (performance.now() > until) return membersOf(child.pid ?? 0);
    await wait(10);
  }
  return [];
}

/** What the processes of a group were started with. */
function membersOf(group: number): readonly string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.trim().startsWith(`${group} `));
}

function isGroupAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** Stops a process and all of its group, and waits until none of them is in the middle of a call. */
export async function freeze({ child }: Running): Promise<void> {
  const group = child.pid ?? 0;
  process.kill(-group, 'SIGSTOP');
  for (let tries = 0; tries < 2_000 && ['R', 'D', 'S'].includes(stateOf(group)); tries += 1) await wait(1);
}

/** The letter by which Linux tells what a process does; T is stopped. */
function stateOf(pid: number): string {
  try {
    return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '?';
  } catch {
    return '?';
  }
}

/** The task of this process, as `startProcess` gave it. The process ends when the one that started it does. */
export function taskOf<Task>(): Task {
  process.on('disconnect', () => { process.exit(1); });
  return JSON.parse(process.argv[2] ?? '{}') as Task;
}

/** Says a word to the process that started this one. */
export function say(word: string): void {
  process.send?.(word);
}

/** Gives the result and ends. */
export async function give(result: unknown): Promise<void> {
  await new Promise<void>((resolve) => { process.send?.({ result }, () => { resolve(); }); });
  process.disconnect();
}

/** The folder in which this file stands, for what is beside it. */
export const rigsFolder = dirname(fileURLToPath(import.meta.url));
