import type { z } from 'zod';
import { sourceControlFacts } from '../facts/source-control.ts';
import { messageMarks } from './message-marks.ts';

/** A commit as far as histories are counted; `author` tells people apart and is never told. */
export type CountedCommit = {
  readonly parents: number;
  readonly at: string | null;
  readonly author: string | number;
  readonly message: string;
  /** Null where the source does not show signatures. */
  readonly signed: boolean | null;
  /** Null where the source does not list the files of this commit. */
  readonly changed: { readonly code: number; readonly data: number } | null;
};

export const historyNumbersSchema = sourceControlFacts['code.history'].pick({
  commits: true, merges: true, authors: true, authorsOfHalf: true, requests: true, issues: true, conventional: true, reverts: true, signed: true, dataWithCode: true, firstAt: true, lastAt: true,
}).readonly();
type HistoryNumbers = z.infer<typeof historyNumbersSchema>;

/** A history in numbers. */
export function historyNumbers(commits: readonly CountedCommit[]): HistoryNumbers {
  const marks = commits.map(({ message }) => messageMarks(message));
  const listed = commits.flatMap(({ changed }) => changed ?? []);
  const times = commits.flatMap(({ at }) => at ?? []).sort();
  const perAuthor = [...Map.groupBy(commits, ({ author }) => author).values()].map((own) => own.length);
  return {
    commits: commits.length, merges: commits.filter(({ parents }) => parents > 1).length,
    authors: perAuthor.length, authorsOfHalf: authorsOfHalf(perAuthor, commits.length),
    requests: marks.filter(({ request }) => request !== null).length, issues: marks.filter(({ issue }) => issue).length,
    conventional: marks.filter(({ conventional }) => conventional).length, reverts: marks.filter(({ revert }) => revert).length,
    signed: commits.some(({ signed }) => signed !== null) ? commits.filter(({ signed }) => signed === true).length : null,
    dataWithCode: listed.length === 0 ? null : listed.filter(({ code, data }) => code > 0 && data > 0).length,
    firstAt: times[0] ?? null, lastAt: times.at(-1) ?? null,
  };
}

/** How few authors together made at least half of the commits. */
function authorsOfHalf(perAuthor: readonly number[], commits: number): number {
  let left = commits / 2;
  return perAuthor.toSorted((one, other) => other - one).filter((own) => {
    const counts = left > 0;
    left -= own;
    return counts;
  }).length;
}
