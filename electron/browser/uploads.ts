import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Handles, UploadedFile } from '../handlers/handles.ts';
import { makePrivateFolder } from '../user/folders.ts';
import type { Limits } from './limits.ts';

type Upload = { readonly folder: string; readonly files: UploadedFile[]; bytes: number; opened: number; underWay: number; lastUsed: number };

export type Uploads = {
  /** A handle for a new upload; undefined where too many are under way. Those a page has left behind are swept away. */
  readonly start: () => string | undefined;
  /** Streams one file to disk; the HTTP status to answer with. A file that breaks off or is too large leaves nothing. */
  readonly receive: (handle: string, path: string, modified: string | null, request: IncomingMessage) => Promise<204 | 400 | 404 | 413>;
  readonly finish: (handle: string) => string | undefined;
};

/** Files on their way from a browser: stored under opaque names in a private folder, their paths kept only as text. */
export function createUploads(runFolder: string, handles: Handles, limits: Limits, now: () => number = () => performance.now()): Uploads {
  const uploads = new Map<string, Upload>();
  return {
    start: () => {
      sweep(uploads, now() - limits.uploadIdleMs);
      if (uploads.size >= limits.uploads) return undefined;
      const handle = randomBytes(18).toString('base64url');
      uploads.set(handle, { folder: makePrivateFolder(join(runFolder, `upload-${handle}`)), files: [], bytes: 0, opened: 0, underWay: 0, lastUsed: now() });
      return handle;
    },
    receive: async (handle, path, modified, request) => {
      const upload = uploads.get(handle);
      if (upload === undefined) return 404;
      if (path === '' || path.length > limits.pathLength) return 400;
      if (upload.opened >= limits.files) return 413;
      upload.underWay += 1;
      return receiveFile(upload, { path, modified }, request, limits).finally(() => { upload.underWay -= 1; upload.lastUsed = now(); });
    },
    finish: (handle) => {
      const upload = uploads.get(handle);
      if (upload === undefined) return undefined;
      uploads.delete(handle);
      const { label, files } = belowOneFolder(upload.files);
      return handles.issue({ kind: 'upload', label, files, discard: () => { rmSync(upload.folder, { recursive: true, force: true }); } });
    },
  };
}

/** A page that was closed or loaded again never finishes its upload. */
function sweep(uploads: Map<string, Upload>, before: number): void {
  for (const [handle, { folder, underWay, lastUsed }] of uploads) {
    if (underWay > 0 || lastUsed > before) continue;
    uploads.delete(handle);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function receiveFile(upload: Upload, told: { readonly path: string; readonly modified: string | null }, request: IncomingMessage, limits: Limits): Promise<204 | 413> {
  const absolute = join(upload.folder, String(upload.opened));
  upload.opened += 1;
  const file = await open(absolute, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      upload.bytes += chunk.length;
      if (size > limits.fileBytes || upload.bytes > limits.totalBytes) break;
      await file.write(chunk);
    }
    if (size > limits.fileBytes || upload.bytes > limits.totalBytes) { discard(upload, absolute, size); return 413; }
  } catch (error) {
    discard(upload, absolute, size);
    throw error;
  } finally {
    await file.close();
  }
  upload.files.push({ path: told.path, absolute, modified: told.modified });
  return 204;
}

function discard(upload: Upload, absolute: string, size: number): void {
  upload.bytes -= size;
  rmSync(absolute, { force: true });
}

/**
 * A browser names files from the chosen folder on (`evidence/a/b.yaml`); a dialog of the desktop shell gives the folder
 * itself. So that both give the same paths, a folder that holds everything becomes the label and leaves the paths.
 */
function belowOneFolder(files: readonly UploadedFile[]): { readonly label: string; readonly files: readonly UploadedFile[] } {
  const [first] = files;
  if (first === undefined) return { label: '', files };
  const top = first.path.split('/')[0] ?? '';
  if (files.every(({ path }) => path.startsWith(`${top}/`))) return { label: top, files: files.map((file) => ({ ...file, path: file.path.slice(top.length + 1) })) };
  return { label: files.length === 1 ? first.path : `${top} +${files.length - 1}`, files };
}
