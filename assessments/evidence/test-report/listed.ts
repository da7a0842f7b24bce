import type { Fact } from '../facts.ts';
import type { Place } from '../place.ts';
import { type Outcome, type TestReport, testReportFacts } from './report.ts';

/** A test case that stands in a parsed file, not on lines. */
export type ListedCase = { readonly group: string; readonly name: string; readonly outcome: Outcome; readonly seconds: number | null; readonly place: Place };

/** As `testReportFacts`, for results in JSON: a group has the place of its first case and `also` that of its last. */
export function listedReportFacts(report: Omit<TestReport, 'cases'>, cases: readonly ListedCase[]): readonly Fact[] {
  const [run, ...groups] = testReportFacts({ ...report, cases: cases.map((one) => ({ ...one, repeated: false, lines: [1, 1] as const })) });
  const places = [...Map.groupBy(cases, ({ group }) => group).values()].map((own) => own.map(({ place }) => place));
  const placed = groups.map((group, index) => {
    const own = places[index] ?? [];
    const [first = report.place] = own;
    return { ...group, place: first, also: own.length > 1 ? own.slice(-1) : [] };
  });
  return run === undefined ? [] : [run, ...placed];
}
