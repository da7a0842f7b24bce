import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, type Product } from '../../../electron/shell/assemble.ts';

export type Shell = 'electron' | 'browser';

/** The program as a shell has it, with all its folders inside one. */
export function openProduct(folder: string, shell: Shell = 'browser'): Product {
  return assemble({ shell, file: undefined, folders: foldersIn(folder) });
}

export function foldersIn(folder: string): Product['folders'] {
  const folders = { user: join(folder, 'user'), assessments: join(folder, 'assessments') };
  for (const path of Object.values(folders)) mkdirSync(path, { recursive: true });
  return folders;
}
