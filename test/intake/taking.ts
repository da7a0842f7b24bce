import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type TakeInOptions, takeIn } from '../../electron/intake/take-in.ts';
import type { EarlierFile } from '../../electron/intake/evidence-paths.ts';
import type { TakenIn } from '../../electron/intake/ledger.ts';
import { createStaging, readStaging, stagingPath } from '../../electron/storage/staging.ts';

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

/** Writes files under a new folder named `name`; gives its path. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>, name = 'evidence'): string {
  const folder = join(temporaryFolder(), name);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Windows has no pipes among files, no names that are not Unicode, and fewer names at all. */
export const onWindows = process.platform === 'win32';

export function makePipe(path: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export type Taken = TakenIn & { readonly staged: readonly string[] };

/** Takes in with a real staging file; tells which artefacts it held afterwards. */
export async function take(paths: string | readonly string[], options: Partial<TakeInOptions> = {}): Promise<Taken> {
  const path = stagingPath(join(temporaryFolder(), 'a.maturity'), 'test');
  const staging = createStaging(path);
  const taken = await takeIn([paths].flat().map((source) => ({ path: source })), {
    staging, known: () => false, takenPaths: new Map(), progress: () => undefined, signal: new AbortController().signal, ...options,
  });
  staging.finish();
  const read = readStaging(path);
  read.close();
  return { ...taken, staged: read.artefacts.map(({ artefact }) => artefact) };
}

/** What became of every path, in one look; and that the sum is right. */
export function fates(taken: TakenIn): Readonly<Record<string, string>> {
  const sum = taken.files.length + taken.duplicates + taken.refusals.length;
  return {
    ...Object.fromEntries(taken.files.map(({ path }) => [path, 'taken'])),
    ...Object.fromEntries(taken.refusals.map(({ path, kind }) => [path, kind])),
    '': `${taken.offered} offered, ${sum} accounted for`,
  };
}

/** The assessment's files after these intakes, as the next one is told of them. */
export function pathsOf(...taken: readonly TakenIn[]): ReadonlyMap<string, EarlierFile> {
  return new Map(taken.flatMap(({ files, label }) => files.map(({ path, artefact }) => [path, { artefact, label }] as const)));
}
