import type { FileReading } from '#assessments';
import type { TakenIn } from '../intake/ledger.ts';
import { archivesOf } from './purge-plan.ts';

const sentence = {
  kind: 'purged',
  zh: '该内容已从本评估永久清除，不会再次导入；如确需使用，请放到另一个评估中。', en: 'These bytes were purged from this assessment and are not taken in again; if they are needed after all, put them into another assessment.',
} as const;

/**
 * An intake without what was purged before: files with purged bytes, and archives that hold such a file, are refused.
 * Other members of such an archive are files of their own and stay.
 */
export function withoutPurged(taken: TakenIn, purged: ReadonlySet<string>): TakenIn {
  const hit = taken.files.filter(({ artefact }) => purged.has(artefact)).map(({ path }) => path);
  if (hit.length === 0) return taken;
  const refused = new Set([...hit, ...hit.flatMap(archivesOf)]);
  return {
    ...taken,
    files: taken.files.filter(({ path }) => !refused.has(path)),
    changed: taken.changed.filter((path) => !refused.has(path)),
    warnings: taken.warnings.filter(({ path }) => !refused.has(path)),
    refusals: [...taken.refusals, ...taken.files.filter(({ path }) => refused.has(path)).map(({ path }) => ({ path, ...sentence }))],
  };
}

/** The readings of files that were taken. */
export function readingsTaken(readings: readonly FileReading[], { files }: TakenIn): readonly FileReading[] {
  const paths = new Set(files.map(({ path }) => path));
  return readings.filter(({ path }) => paths.has(path));
}
