import type { SourceHandle, Told } from '#contract';
import type { Ask } from './browser-bridge.ts';
import { chosenFiles, droppedFiles, type Upload } from './chosen-files.ts';

const inFlight = 4;
/** The job under which an upload reports its progress and can be cancelled. */
export const uploadJob = 'upload';

export type Choice = { readonly multiple: boolean; readonly folder: boolean; readonly accept: string };
type Uploads = {
  readonly choose: (choice: Choice, kind: 'evidence' | 'assessment') => Promise<readonly SourceHandle[] | null>;
  readonly takeDropped: (transfer: unknown) => Promise<readonly SourceHandle[] | null>;
  /** Whether `job` was an upload under way, which is stopped. */
  readonly cancel: (job: string) => boolean;
};

/** Brings chosen and dropped files to the shell over HTTP, several at a time, telling the progress as an event. */
export function browserUploads(ask: Ask, tell: (event: Told) => void): Uploads {
  let running: AbortController | null = null;
  const send = async (files: readonly Upload[], kind: 'evidence' | 'assessment') => {
    if (files.length === 0) return null;
    running = new AbortController();
    return upload({ ask, tell, files, kind, signal: running.signal }).finally(() => { running = null; });
  };
  return {
    choose: async (choice, kind) => send(await chosenFiles(choice), kind),
    takeDropped: async (transfer) => (transfer instanceof DataTransfer ? send(await droppedFiles(transfer), 'evidence') : null),
    cancel: (job) => {
      if (job !== uploadJob || running === null) return false;
      running.abort();
      return true;
    },
  };
}

type Task = { readonly ask: Ask; readonly tell: (event: Told) => void; readonly files: readonly Upload[]; readonly kind: 'evidence' | 'assessment'; readonly signal: AbortSignal };

/** Sends all files under one handle; null where it was cancelled; throws where the shell could not be reached. */
export async function upload({ ask, tell, files, kind, signal }: Task): Promise<readonly SourceHandle[] | null> {
  const bytesTotal = files.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  let bytesDone = 0;
  // One file refused ends it for all of them: what is still under way is stopped and says nothing more.
  const refused = new AbortController();
  const ended = AbortSignal.any([signal, refused.signal]);
  const report = (current: string | null) => {
    if (!ended.aborted) tell({ kind: 'progress', job: uploadJob, phase: 'listing', done, total: files.length, bytesDone, bytesTotal, current, bytesPerSecond: null, secondsLeft: null });
  };
  const waiting = [...files];
  try {
    report(null);
    const { handle } = await json<{ readonly handle: string }>(ask(`/api/uploads?kind=${kind}`, { method: 'POST', signal }));
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await put(ask, handle, next, ended);
        done += 1;
        bytesDone += next.file.size;
        report(next.path);
      }
    };
    await Promise.all(Array.from({ length: Math.min(inFlight, files.length) }, worker));
    const { source } = await json<{ readonly source: SourceHandle }>(ask(`/api/uploads/${handle}/done`, { method: 'POST', signal }));
    return [source];
  } catch (error) {
    refused.abort();
    if (signal.aborted) return null;
    throw error;
  }
}

/** A file that did not reach the shell, by path; `status` null where the connection broke, which a refusal may also look like. */
export class RefusedUpload extends Error {
  readonly path: string;
  readonly status: number | null;
  constructor(path: string, status: number | null) {
    super(`upload refused: ${status ?? 'broken off'}`);
    this.path = path;
    this.status = status;
  }
}

async function put(ask: Ask, handle: string, { path, file }: Upload, signal: AbortSignal): Promise<void> {
  const address = `/api/uploads/${handle}?path=${encodeURIComponent(path)}&modified=${file.lastModified}`;
  const response = await ask(address, { method: 'PUT', body: file, signal, headers: { 'content-type': 'application/octet-stream' } }).catch(() => null);
  signal.throwIfAborted();
  if (response === null) throw new RefusedUpload(path, null);
  if (!response.ok) throw new RefusedUpload(path, response.status);
}

async function json<Value>(request: Promise<Response>): Promise<Value> {
  const response = await request;
  if (!response.ok) throw new Error(`upload refused: ${response.status}`);
  return (await response.json()) as Value;
}
