import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Language } from '#assessments';
import { run } from '../../electron/cli/program.ts';

/** How a command ended and what it said, line by line. */
export type Said = { readonly code: number; readonly out: readonly string[]; readonly error: string };

/** Runs a command in this process, in a folder that paths are taken from. */
export async function commandIn(folder: string, language: Language, words: readonly string[]): Promise<Said> {
  const said = { out: [] as string[], error: [] as string[] };
  const code = await run({ language, out: (text) => said.out.push(text), document: (text) => said.out.push(text), error: (text) => said.error.push(text), resolve: (path) => join(folder, path) }, words);
  return { code, out: said.out, error: said.error.join('\n') };
}

/** Commands of a user of their own in a folder of their own, for all tests of a file; what they say as one text. */
export function commandFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-command-'));
  beforeAll(() => { process.env['MATURITY_USER_FOLDER'] = join(folder, 'user'); });
  afterAll(() => {
    delete process.env['MATURITY_USER_FOLDER'];
    rmSync(folder, { recursive: true, force: true });
  });
  const maturityIn = async (language: Language, ...words: readonly string[]) => {
    const { out, ...said } = await commandIn(folder, language, words);
    return { ...said, out: out.join('\n') };
  };
  return { folder, maturityIn, maturity: (...words: readonly string[]) => maturityIn('en', ...words) };
}
