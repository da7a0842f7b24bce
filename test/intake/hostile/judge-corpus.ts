import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { writeCorpus } from './corpus.ts';
import type { Held } from './holding-process.ts';
import { onWindows, temporaryFolder } from '../taking.ts';

const holding = fileURLToPath(new URL('./holding-process.ts', import.meta.url));

/** Writes the corpus, takes it in as an application does, and compares every verdict. Gives what was measured. */
export async function judgeCorpus({ long }: { readonly long: boolean }): Promise<Held> {
  const work = temporaryFolder();
  const folder = join(work, 'evidence');
  mkdirSync(folder);
  const expected = await writeCorpus(folder, { long });
  if (!onWindows) onTestFinished(() => { chmodSync(join(folder, 'special', 'closed'), 0o700); });

  const { stdout } = await promisify(execFile)(process.execPath, [holding, folder, join(work, 'a.maturity')], { maxBuffer: 64 * 1024 * 1024 });
  const held = JSON.parse(stdout) as Held;

  expect(held.verdicts).toEqual(expected);
  expect(held.accounted).toBe(held.offered);
  expect(held.grown).toBeLessThan(100);
  return held;
}
