import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { compiler } from './machine.ts';
import { rigsFolder } from './processes.ts';

/** Errors as Linux numbers them. */
export const errors = { EIO: 5, ENOSPC: 28 } as const;
/** The kinds of calls that can be made to fail, as failing-calls.c numbers them. */
export const calls = { write: 1, sync: 2, cut: 4, rename: 8, remove: 16, make: 32 } as const;
const allCalls = Object.values(calls).reduce((sum, kind) => sum + kind, 0);

/** Which call fails, counted from 1 since it was set; `sticky`: and all after it. */
export type Failure = { readonly turn: number; readonly sticky: boolean; readonly error: keyof typeof errors; readonly kinds?: number };
export type FailingCalls = {
  readonly set: (failure: Failure) => void;
  /** Lets all calls be again; how many failed since they were set, and the last of them, as `pwrite64 /path`. */
  readonly rest: () => { readonly hits: number; readonly last: string };
};

const folderAt = 32;
const lastAt = 512;
const size = 1_024;

/** Builds the library in a folder and gives the environment under which a program's calls below `risked` can be failed. */
export function buildFailingCalls(folder: string, risked: string): Readonly<Record<string, string>> {
  const [library, control] = [join(folder, 'failing-calls.so'), join(folder, 'control')];
  const { status, stderr } = spawnSync(compiler() ?? 'cc', ['-shared', '-fPIC', '-O1', '-o', library, join(rigsFolder, 'failing-calls.c'), '-ldl'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`failing-calls.c does not compile: ${stderr}`);
  const file = openSync(control, 'w', 0o600);
  ftruncateSync(file, size);
  writeSync(file, risked, folderAt);
  closeSync(file);
  return { LD_PRELOAD: library, FAILING_CALLS: control, UV_USE_IO_URING: '0' };
}

/**
 * A program that runs Node under the same library, for the child processes of the product: they get next to nothing of
 * the environment, so it is given to them on the way.
 */
export function nodeWithFailingCalls(folder: string): string {
  const path = join(folder, 'node');
  const environment = ['LD_PRELOAD', 'FAILING_CALLS', 'UV_USE_IO_URING'].map((name) => `${name}='${process.env[name] ?? ''}'`).join(' ');
  writeFileSync(path, `#!/bin/sh\n${environment} exec '${process.execPath}' "$@"\n`);
  chmodSync(path, 0o700);
  return path;
}

/** The calls of this process, which was started under the library, and of its children. */
export function failingCalls(): FailingCalls {
  const file = openSync(process.env['FAILING_CALLS'] ?? '', 'r+');
  const write = (armed: boolean, { turn, sticky, error, kinds = allCalls }: Failure): void => {
    const numbers = Buffer.alloc(folderAt);
    [0, turn, 0, 0, Number(sticky), errors[error], kinds].forEach((number, index) => { numbers.writeInt32LE(number, index * 4); });
    writeSync(file, numbers, 0, numbers.length, 0);
    numbers.writeInt32LE(Number(armed), 0);
    writeSync(file, numbers, 0, 4, 0);
  };
  return {
    set: (failure) => {
      writeSync(file, Buffer.alloc(size - lastAt), 0, size - lastAt, lastAt);
      write(true, failure);
    },
    rest: () => {
      writeSync(file, Buffer.alloc(4), 0, 4, 0);
      const all = Buffer.alloc(size);
      readSync(file, all, 0, size, 0);
      return { hits: all.readInt32LE(12), last: all.subarray(lastAt).toString('utf8').replaceAll('\0', '') };
    },
  };
}
