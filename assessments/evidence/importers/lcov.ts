import { type CoveredFile, type Share, coverageFact, summed } from '../coverage.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { linesOf } from '../text-lines.ts';

/** lcov trace files (`lcov.info`), as lcov, istanbul, cargo-llvm-cov, Dart and others write them. */
export const lcov: Importer = {
  id: 'lcov',
  title: { zh: 'lcov 覆盖率报告', en: 'lcov coverage report' },
  recognises: ({ text }, documents) => documents.kind === 'none' && text !== null && isTrace(text),
  read: ({ path, text }) => ({ facts: [reportFact(path, linesOf(text ?? ''))], diagnostics: [] }),
};

function isTrace(text: string): boolean {
  return /^\s*(?:#[^\r\n]*[\r\n]+){0,20}(?:TN:[^\r\n]*[\r\n]+)?SF:/.test(text.slice(0, 10_000)) && /^end_of_record\s*$/m.test(text);
}

type Traced = {
  readonly lines: Map<string, boolean>;
  readonly branches: Map<string, boolean>;
  readonly stated: { LF: number; LH: number; BRF: number; BRH: number };
};

/** One file can have a record for each test; a line counts once and is covered where any test ran it. */
function reportFact(file: string, lines: readonly string[]): FactOf<'coverage.report'> {
  const files = tracedFiles(lines);
  const covered = [...files].map(([name, traced]): CoveredFile => ({ name, lines: shareOf(traced.lines, traced.stated.LH, traced.stated.LF) }));
  const branches = [...files.values()].map((traced) => shareOf(traced.branches, traced.stated.BRH, traced.stated.BRF)).filter(({ total }) => total > 0);
  return coverageFact({ system: 'lcov', place: { file, lines: [1, lines.length] }, at: null, lines: summed(covered.map((one) => one.lines)), branches: summed(branches), files: covered });
}

function tracedFiles(lines: readonly string[]): ReadonlyMap<string, Traced> {
  const files = new Map<string, Traced>();
  let traced: Traced | null = null;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const key = colon === -1 ? line.trim() : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).trim();
    if (key === 'SF') {
      traced = files.get(value) ?? { lines: new Map(), branches: new Map(), stated: { LF: 0, LH: 0, BRF: 0, BRH: 0 } };
      files.set(value, traced);
    } else if (key === 'end_of_record') traced = null;
    else if (traced !== null) take(traced, key, value);
  }
  return files;
}

function take({ lines, branches, stated }: Traced, key: string, value: string): void {
  const parts = value.split(',');
  switch (key) {
    case 'DA': mark(lines, parts[0] ?? '', parts[1]); break;
    case 'BRDA': mark(branches, parts.slice(0, -1).join(','), parts.at(-1)); break;
    case 'LF': case 'LH': case 'BRF': case 'BRH': stated[key] = Math.max(stated[key], /^[0-9]{1,9}$/.test(value) ? Number(value) : 0); break;
  }
}

function mark(listed: Map<string, boolean>, key: string, hits: string | undefined): void {
  listed.set(key, listed.get(key) === true || isHit(hits));
}

/** `-` is a branch that was never reached. */
function isHit(written: string | undefined): boolean {
  return /^[0-9.eE+]*[1-9]/.test(written ?? '');
}

/** Counted where single lines are listed, else as the sums state. */
function shareOf(listed: ReadonlyMap<string, boolean>, covered: number, total: number): Share {
  return listed.size > 0 ? { covered: [...listed.values()].filter(Boolean).length, total: listed.size } : { covered, total };
}
