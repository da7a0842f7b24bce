import type { FactOf } from './facts.ts';
import { withoutHomes } from './home-folder.ts';

/** How much of something tests ran through; `total` 0 where nothing counts. */
export type Share = { readonly covered: number; readonly total: number };
export type CoveredFile = {
  readonly name: string;
  readonly lines: Share;
  /** Where lines are not listed: the rate of the file says that nothing in it ran. */
  readonly untouched?: boolean;
};

export type Coverage = Pick<FactOf<'coverage.report'>, 'system' | 'place' | 'at'> & {
  readonly lines: Share | null;
  readonly branches: Share | null;
  /** Percent as the file states them; used only where nothing can be counted. */
  readonly statedLines?: number | null;
  readonly statedBranches?: number | null;
  readonly files: readonly CoveredFile[];
  /** Where the files do not tell: their folders are taken. */
  readonly packages?: readonly string[];
};

const packagesTold = 50;

/** The fact of one coverage report; percent from covered and total where both are known. */
export function coverageFact({ system, place, at, lines, branches, statedLines = null, statedBranches = null, files, packages }: Coverage): FactOf<'coverage.report'> {
  const named = packages ?? files.map(({ name }) => folderOf(name));
  return {
    type: 'coverage.report', place, also: [], system, repository: null, commit: null,
    linePercent: lines === null ? statedLines : percentOf(lines),
    branchPercent: branches === null ? statedBranches : percentOf(branches),
    linesCovered: lines?.covered ?? null, linesTotal: lines?.total ?? null,
    files: files.length, uncoveredFiles: files.filter(isUncovered).length,
    packages: [...new Set(named.map((name) => withoutHomes(name.slice(0, 200)).toWellFormed()))].filter((name) => name !== '').slice(0, packagesTold),
    at,
  };
}

/** A file without a line that counts has nothing that could be covered. */
function isUncovered({ lines, untouched }: CoveredFile): boolean {
  return untouched ?? (lines.total > 0 && lines.covered === 0);
}

/** Percent to four places; null of nothing. */
function percentOf({ covered, total }: Share): number | null {
  return total <= 0 ? null : roundedPercent(covered / total);
}

/** A rate between 0 and 1 as percent; null where it is none. */
export function roundedPercent(rate: number | null): number | null {
  return rate === null || !Number.isFinite(rate) || rate < 0 || rate > 1 ? null : Math.round(rate * 1_000_000) / 10_000;
}

/** The sum of shares; null where there are none. */
export function summed(shares: readonly Share[]): Share | null {
  return shares.length === 0 ? null : shares.reduce((sum, { covered, total }) => ({ covered: sum.covered + covered, total: sum.total + total }), { covered: 0, total: 0 });
}

function folderOf(path: string): string {
  const last = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return last <= 0 ? '' : path.slice(0, last);
}
