import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from './folders.ts';

export type RunFolder = { readonly path: string; readonly remove: () => void };

/**
 * A private folder for the temporary files of this run (uploads, reports before they are saved). Those left behind by a
 * process that was killed are swept away first.
 */
export function openRunFolder(userFolder: string): RunFolder {
  const runs = makePrivateFolder(join(userFolder, 'runs'));
  for (const name of readdirSync(runs)) {
    if (!isAlive(Number(name.split('-')[0]))) rmSync(join(runs, name), { recursive: true, force: true });
  }
  const path = mkdtempSync(join(runs, `${process.pid}-`));
  return { path, remove: () => { rmSync(path, { recursive: true, force: true }); } };
}

function isAlive(pid: number): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
