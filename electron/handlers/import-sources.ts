import { join } from 'node:path';
import { rmSync } from 'node:fs';
import type { Source } from './handles.ts';
import { plantUpload } from './upload-tree.ts';

/** What an import is made from: paths of this machine, and uploaded files that could not be put among them. */
export type Together = { readonly sources: readonly { readonly path: string }[]; readonly unsafe: readonly string[]; readonly discard: () => void };

/** Puts uploads into private folders, so that intake sees chosen and uploaded files alike. */
export function takeTogether(runFolder: string, intake: string, sources: readonly Source[]): Together {
  const root = join(runFolder, `import-${intake}`);
  const found = sources.map((source, index) => (source.kind === 'path' ? { folders: [source.path], unsafe: [] } : plantUpload(join(root, String(index)), source.label, source.files)));
  return {
    sources: found.flatMap(({ folders }) => folders.map((path) => ({ path }))),
    unsafe: found.flatMap(({ unsafe }) => unsafe),
    discard: () => { rmSync(root, { recursive: true, force: true }); },
  };
}
