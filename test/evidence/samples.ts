import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Decoded, SourceFile } from '#assessments';
import { sourceFile } from '../builders/source-file.ts';

/**
 * Samples of a format lie in `test/fixtures/importers/<format>/`, in folders where a thing lies in several files. The
 * facts of each file stand beside it in `<file>.facts.json`, what the files say together in `together.facts.json`. What
 * the machine's side makes of bytes (a workbook, a database, a repository) is kept as `<file>.decoded.json`.
 */
const root = new URL('../fixtures/importers/', import.meta.url);

/** The samples of one format, without their golden facts; paths are relative to the folder of the format. */
export function samplesOf(format: string): readonly SourceFile[] {
  const folder = new URL(`${format}/`, root);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.facts.json'));
  return names.map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.pathname.length).replace(/^\/+/, '')).sort().map((path) => sample(folder, path));
}

function sample(folder: URL, path: string): SourceFile {
  const text = readFileSync(`${folder.pathname}${path}`, 'utf8');
  if (!path.endsWith('.decoded.json')) return sourceFile(path, text);
  return { ...sourceFile(path.replace(/\.decoded\.json$/, ''), null), decoded: JSON.parse(text) as Decoded };
}

export function goldenPath(format: string, name: string): string {
  return new URL(`${format}/`, root).pathname + `${name}.facts.json`;
}

export const formats = readdirSync(root).sort();

/** Looked up before any test runs, because a snapshot that is missing is written. */
export const samplesWithoutGolden = formats.flatMap((format) => samplesOf(format).map(({ path }) => goldenPath(format, path))).filter((path) => !existsSync(path));
