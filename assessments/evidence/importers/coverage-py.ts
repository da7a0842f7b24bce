import { type CoveredFile, type Share, coverageFact, summed } from '../coverage.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { type Spot, at, isMapping, members, numberAt, placeOf, rootSpots, textAt, wholeAt } from '../spot.ts';

/** The JSON report of coverage.py (`coverage json`). */
export const coveragePy: Importer = {
  id: 'coverage-py',
  title: { zh: 'coverage.py 覆盖率报告', en: 'coverage.py report' },
  recognises: (file, documents) => rootSpots(file.path, documents).length === 1 && rootSpots(file.path, documents).every(isReport),
  read: (file, documents) => ({ facts: rootSpots(file.path, documents).map(reportFact), diagnostics: [] }),
};

function isReport(root: Spot): boolean {
  return isMapping(at(root, 'meta').value) && isMapping(at(root, 'files').value) && numberAt(root, 'totals', 'num_statements') !== null;
}

function reportFact(root: Spot): FactOf<'coverage.report'> {
  const files = members(at(root, 'files')).map(([name, file]): CoveredFile => ({ name, lines: shareAt(at(file, 'summary'), 'covered_lines', 'num_statements') ?? { covered: 0, total: 0 } }));
  const percent = numberAt(root, 'totals', 'percent_covered');
  return coverageFact({
    system: 'coverage.py', place: placeOf(root), at: instantOf(textAt(root, 'meta', 'timestamp')),
    lines: shareAt(at(root, 'totals'), 'covered_lines', 'num_statements') ?? summed(files.map(({ lines }) => lines)),
    branches: shareAt(at(root, 'totals'), 'covered_branches', 'num_branches'),
    statedLines: percent, files,
  });
}

function shareAt(spot: Spot, coveredKey: string, totalKey: string): Share | null {
  const [covered, total] = [wholeAt(spot, coveredKey), wholeAt(spot, totalKey)];
  return covered === null || total === null ? null : { covered, total };
}
