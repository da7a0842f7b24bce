import type { XmlElement } from '../xml-document.ts';
import { instantOf } from '../instant.ts';
import { isWholeCommit } from '../digest.ts';
import { valueOf } from '../xml-value.ts';

/** Seconds as writers spell them: `1.5`, `1,234.5`, `00:01:02.5`; null where it is none of these. */
export function secondsIn(element: XmlElement, ...names: readonly string[]): number | null {
  const written = valueOf(element, ...names) ?? '';
  const [, hours, minutes, seconds] = /^([0-9]{1,4}):([0-9]{2}):([0-9]{2}(?:\.[0-9]{1,9})?)$/.exec(written) ?? [];
  if (seconds !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const plain = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(written) ? written.replaceAll(',', '') : written;
  return /^(?:[0-9]{1,12}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})(?:[eE]-?[0-9]{1,2})?$/.test(plain) ? Number(plain) : null;
}

const mailDate = /^[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/;

/** A moment as ISO 8601 or as mail headers have it (`Sat, 03 Dec 2022 23:10:07 GMT`). */
export function instantIn(element: XmlElement, ...names: readonly string[]): string | null {
  const written = valueOf(element, ...names);
  if (written === null || !mailDate.test(written)) return instantOf(written);
  const milliseconds = Date.parse(written);
  return Number.isNaN(milliseconds) ? null : instantOf(milliseconds / 1000);
}

export type Origin = { readonly commit: string | null; readonly repository: string | null; readonly run: string | null };

/** Commit and run that properties of a suite name, as build servers spell them. */
export function originIn(properties: ReadonlyMap<string, string>): Origin {
  const first = (names: readonly string[]) => names.map((name) => properties.get(name)).find((value) => value !== undefined && value !== '') ?? null;
  const commit = first(['git.commit', 'git.commit.id', 'GIT_COMMIT', 'GITHUB_SHA', 'CI_COMMIT_SHA', 'BUILD_SOURCEVERSION', 'commit']);
  return {
    commit: commit !== null && isWholeCommit(commit) ? commit : null,
    repository: first(['GITHUB_REPOSITORY', 'CI_PROJECT_PATH']),
    run: first(['GITHUB_RUN_ID', 'CI_PIPELINE_ID', 'BUILD_BUILDID']),
  };
}

/** The sum of what is stated, to the microsecond; null where nothing is. */
export function sumOf(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null);
  return stated.length === 0 ? null : Math.round(stated.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}

/** Assemblies are named by their path on the machine that ran them. */
export function baseName(path: string | null): string | null {
  return path === null ? null : path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) || null;
}
