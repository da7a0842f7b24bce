import { statSync } from 'node:fs';
import { startChild } from '../../intake/child.ts';
import { childEntry } from '../../intake/child-entry.ts';
import { asStorageError, storageError } from '../../storage/problems.ts';
import { type FileAnswer, type FileTask, fileAnswer } from './messages.ts';

const heapMegabytes = 1_024;
/** A file is read through several times at most; a slow stick reads a few megabytes a second. */
const atLeastMs = 120_000;
const bytesPerMs = 2_000;

type Answer<Kind extends FileAnswer['kind']> = Extract<FileAnswer, { readonly kind: Kind }>;

/**
 * Has something done in a process of its own, so that ratings are answered meanwhile and no damaged file can take the
 * program down. Throws the problem where there is one the user can mend; a process that broke down or took far too
 * long was killed, which is told as `damaged`.
 */
export async function askFileProcess<Kind extends FileAnswer['kind']>(task: FileTask, expected: Kind, { about, signal }: { readonly about: string; readonly signal?: AbortSignal }): Promise<Answer<Kind>> {
  const said: FileAnswer[] = [];
  const child = startChild<FileTask, FileAnswer>({
    entry: childEntry('file-process'), heapMegabytes, confined: false, speaks: fileAnswer,
    heard: (message) => { said.push(message); child.kill(); },
  });
  const late = setTimeout(() => { child.kill(); }, patience(about));
  signal?.addEventListener('abort', child.kill, { once: true });
  if (signal?.aborted === true) child.kill();
  child.send(task);
  const { lastWords } = await child.exited;
  clearTimeout(late);
  signal?.removeEventListener('abort', child.kill);
  signal?.throwIfAborted();
  const [answer] = said;
  if (answer?.kind === expected) return answer as Answer<Kind>;
  throw failure(answer, about, lastWords);
}

function failure(answer: FileAnswer | undefined, about: string, lastWords: string): unknown {
  if (answer?.kind !== 'failed') return storageError('damaged', about, new Error(lastWords));
  if (answer.problem !== null) return storageError(answer.problem, about, new Error(answer.message));
  return asStorageError(Object.assign(new Error(answer.message), { code: answer.code }), about);
}

function patience(path: string): number {
  return atLeastMs + (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / bytesPerMs;
}
