import { basename } from 'node:path';
import type { Problem } from '#contract';
import { StorageError, codeOf } from '../storage/problems.ts';
import { problem } from './problems.ts';

/** The problem behind what was thrown, where the user can mend it; undefined for a bug. */
export function problemThrown(error: unknown): Problem | undefined {
  // Storage names the file by its path; the renderer is to know its name only.
  if (error instanceof StorageError) return { ...error.problem, place: error.problem.place === null ? null : basename(error.problem.place) };
  if (error instanceof Error && error.name === 'AbortError') return problem('cancelled');
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full');
  return /^(EACCES|EPERM|EROFS|EIO|EMFILE|ENFILE|ENOENT|EBUSY)$/.test(code) ? problem('io') : undefined;
}
