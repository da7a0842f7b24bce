import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Handles, UploadedFile } from '../handlers/handles.ts';
import { makePrivateFolder } from '../user/folders.ts';

/** Bounds of what a browser may send; intake has its own. */
export type UploadLimits = { readonly fileBytes: number; readonly totalBytes: number; readonly files: number };
export const uploadLimits: UploadLimits = { fileBytes: 2 * 1024 ** 3, totalBytes: 8 * 1024 ** 3, files: 200_000 };

type Upload = { readonly folder: string; readonly files: UploadedFile[]; bytes: number; opened: number };

export type Uploads = {
  readonly start: () => string;
  /** Streams one file to disk; the HTTP status to answer with. A file that breaks off or is too large leaves nothing. */
  readonly receive: (handle: string, path: string, modified: string | null, request: IncomingMessage) => Promise<204 | 400 | 404 | 413>;
  readonly finish: (handle: string) => string | undefined;
};

/** Files on their way from a browser: stored under opaque names in a private folder, their paths kept only as text. */
export function createUploads(runFolder: string, handles: Handles, limits: UploadLimits = uploadLimits): Uploads {
  const uploads = new Map<string, Upload>();
  return {
    start: () => {
      const handle = randomBytes(18).toString('base64url');
      uploads.set(handle, { folder: makePrivateFolder(join(runFolder, `upload-${handle}`)), files: [], bytes: 0, opened: 0 });
      return handle;
    },
    receive: async (handle, path, modified, request) => {
      const upload = uploads.get(handle);
      if (upload === undefined) return 404;
      if (path === '' || path.length > 4_096) return 400;
      if (upload.opened >= limits.files) return 413;
      return receiveFile(upload, { path, modified }, request, limits);
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

async function receiveFile(upload: Upload, told: { readonly path: string; readonly modified: string | null }, request: IncomingMessage, limits: UploadLimits): Promise<204 | 413> {
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
