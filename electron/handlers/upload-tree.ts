import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { safeFileName } from './file-names.ts';
import type { UploadedFile } from './handles.ts';

export type Planted = {
  /** Folders to take in, one unless paths collide. */
  readonly folders: readonly string[];
  /** Files whose path cannot stand in a folder of this machine. */
  readonly unsafe: readonly string[];
};

/**
 * Puts uploaded files into folders as they lay where they came from, so that intake finds the same paths as from a
 * folder of this machine. A path that would leave the folder, or that no file system takes, stays out and is told.
 */
export function plantUpload(root: string, label: string, files: readonly UploadedFile[]): Planted {
  const folders: string[] = [];
  const unsafe: string[] = [];
  const name = safeFileName([label], 'upload');
  for (const file of files) {
    const segments = safeSegments(file.path);
    if (segments === undefined) unsafe.push(file.path);
    else plant(root, name, folders, segments, file.absolute);
  }
  return { folders, unsafe };
}

/** Each folder has a parent of its own: the folder's name is what the user sees. */
function plant(root: string, name: string, folders: string[], segments: readonly string[], from: string): void {
  const free = folders.find((folder) => !existsSync(join(folder, ...segments))) ?? join(root, `tree-${folders.length}`, name);
  if (!folders.includes(free)) folders.push(free);
  const to = join(free, ...segments);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  renameSync(from, to);
}

function safeSegments(path: string): readonly string[] | undefined {
  const segments = path.split('/');
  return segments.every(isSafe) ? segments : undefined;
}

function isSafe(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..' || segment.includes('\0') || !segment.isWellFormed() || Buffer.byteLength(segment) > 255) return false;
  return process.platform !== 'win32' || !/[<>:"\\|?*]|[. ]$/.test(segment);
}
