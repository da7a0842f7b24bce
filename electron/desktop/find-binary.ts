import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of the Electron binary in the package's folder, or undefined where it has not been fetched. Looks at the files
 * only: asking the package itself would download it.
 */
export function findElectron(folder: string): string | undefined {
  const told = join(folder, 'path.txt');
  if (!existsSync(told)) return undefined;
  const path = join(folder, 'dist', readFileSync(told, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}
