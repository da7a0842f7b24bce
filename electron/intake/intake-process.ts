/** The process that takes files in: touches the chosen files and the staging file, never the assessment. */
import { createStaging } from '../storage/staging.ts';
import type { FromTaker, ToTaker } from './messages.ts';
import { accountFor } from './take-in.ts';

const cancelled = new AbortController();

process.on('message', (message: ToTaker) => {
  if (message.kind === 'cancel') cancelled.abort();
  else void run(message);
});
// Whoever asked is gone: nothing that is done here will be adopted.
process.on('disconnect', () => { process.exit(); });

async function run({ sources, staging: path, known, takenPaths, limits }: Extract<ToTaker, { readonly kind: 'take' }>): Promise<void> {
  try {
    const staging = createStaging(path);
    const stored = new Set(known);
    const account = await accountFor(sources.map((source) => ({ path: source })), {
      staging, known: (artefact) => stored.has(artefact), takenPaths: new Map(takenPaths), limits, signal: cancelled.signal,
      progress: (told) => { say({ kind: 'progress', told }); },
    });
    staging.finish();
    say({ kind: 'done', account });
  } catch (thrown) {
    say({ kind: 'failed', code: codeOf(thrown), message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) });
  }
}

function say(message: FromTaker): void {
  process.send?.(message);
}

function codeOf(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
}
