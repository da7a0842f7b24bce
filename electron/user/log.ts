import { appendFileSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const maximumBytes = 1_000_000;

/**
 * The local log of bugs, in the user's data folder. `bug` writes one JSON line and returns the reference under which it
 * can be found. Inputs, texts of assessments and tokens are never written; the home folder is shown as `~`.
 */
export type Log = { readonly bug: (where: string, error: unknown) => string };

export function openLog(userFolder: string, now: () => Date, newId: () => string): Log {
  const path = join(userFolder, 'workbench.log');
  return {
    bug: (where, error) => {
      const reference = newId().slice(-12);
      const line = JSON.stringify({ at: now().toISOString(), reference, where, error: told(error) });
      try {
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maximumBytes) renameSync(path, `${path}.1`);
        appendFileSync(path, `${line}\n`, { mode: 0o600 });
      } catch {
        // A log that cannot be written must not turn one failure into two.
      }
      return reference;
    },
  };
}

/** Name, message and stack without the home folder; JSON escapes control characters. */
function told(error: unknown): string {
  const text = error instanceof Error ? error.stack ?? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll(homedir(), '~').slice(0, 8_000);
}
