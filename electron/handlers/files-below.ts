import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files in a folder and those below it. Level by level, which works inside a packaged program's archive too. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
