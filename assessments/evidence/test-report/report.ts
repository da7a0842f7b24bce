import type { Fact, FactOf } from '../facts.ts';
import { withoutHomes } from '../home-folder.ts';
import type { Place } from '../place.ts';
import type { Lines } from '../markdown-document.ts';
import { aboutNames, layerOf } from './layers.ts';
import { sumOf } from './written.ts';

export type Outcome = 'passed' | 'failed' | 'error' | 'skipped';

/** One test case as any of the formats has it; `group` is its class, module, file or suite. */
export type TestCase = {
  readonly group: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** It failed first and passed when repeated. */
  readonly repeated: boolean;
  readonly seconds: number | null;
  readonly lines: Lines;
};

/** A file of test results before it is counted; what the file does not state is null. */
export type TestReport = {
  readonly system: string;
  readonly name: string | null;
  readonly cases: readonly TestCase[];
  readonly declared: number | null;
  readonly seconds: number | null;
  readonly at: string | null;
  readonly commit: string | null;
  readonly repository: string | null;
  readonly run: string | null;
  readonly place: Place;
};

/** One fact for the run, recounted from its cases, and one for each group of cases, in the order of their first case. */
export function testReportFacts(report: TestReport): readonly Fact[] {
  const groups = [...Map.groupBy(report.cases, ({ group }) => group)];
  return [runFact(report, groups.length), ...groups.map(([group, cases]) => groupFact(report.place.file, group, cases))];
}

const failuresTold = 50;

function runFact(report: TestReport, groups: number): FactOf<'test.run'> {
  const { cases, place, system, declared, seconds, at, repository, commit, run } = report;
  const failures = cases.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  const counts = countsOf(cases);
  return {
    type: 'test.run', place, also: [], system, name: shown(report.name ?? '') || fileName(place.file),
    repository, commit, run,
    cases: cases.length, declared, ...counts, groups,
    empty: counts.skipped === cases.length,
    rerun: cases.filter(({ repeated }) => repeated).length,
    failures: failures.slice(0, failuresTold).map(({ group, name }) => shown(group === '' || name.includes(group) ? name : `${group}.${name}`)),
    durationSeconds: seconds ?? total(cases), at,
  };
}

function groupFact(file: string, group: string, cases: readonly TestCase[]): FactOf<'test.case.group'> {
  const { passed, failed, errors, skipped } = countsOf(cases);
  const suite = shown(group) || fileName(file);
  const first = cases.reduce((least, { lines }) => Math.min(least, lines[0]), Infinity);
  const last = cases.reduce((most, { lines }) => Math.max(most, lines[1]), 1);
  return {
    type: 'test.case.group', place: { file, lines: [first, last] }, also: [],
    suite, layer: layerOf(group, file),
    cases: cases.length, passed, failed: failed + errors, skipped,
    about: aboutNames([group, ...cases.slice(0, 200).map(({ name }) => name)]),
    durationSeconds: total(cases),
  };
}

function countsOf(cases: readonly TestCase[]): Readonly<Record<'passed' | 'failed' | 'errors' | 'skipped', number>> {
  const having = (wanted: Outcome) => cases.filter(({ outcome }) => outcome === wanted).length;
  return { passed: having('passed'), failed: having('failed'), errors: having('error'), skipped: having('skipped') };
}

function total(cases: readonly TestCase[]): number | null {
  return sumOf(cases.map(({ seconds }) => seconds));
}

function shown(name: string): string {
  return withoutHomes(name.trim().slice(0, 200)).toWellFormed();
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
