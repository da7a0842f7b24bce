import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { SourceFile } from '#assessments';
import { sourceFile } from '../builders/source-file.ts';

const root = new URL('../fixtures/importers/', import.meta.url);

/** The samples of one format, without their golden facts. */
export function samplesOf(format: string): readonly SourceFile[] {
  const names = readdirSync(new URL(`${format}/`, root)).filter((name) => !name.endsWith('.facts.json')).sort();
  return names.map((name) => sourceFile(name, readFileSync(new URL(`${format}/${name}`, root), 'utf8')));
}

export function goldenPath(format: string, name: string): string {
  return new URL(`${format}/${name}.facts.json`, root).pathname;
}

export const formats = readdirSync(root).sort();

/** Looked up before any test runs, because a snapshot that is missing is written. */
export const samplesWithoutGolden = formats.flatMap((format) => samplesOf(format).map(({ path }) => goldenPath(format, path))).filter((path) => !existsSync(path));
