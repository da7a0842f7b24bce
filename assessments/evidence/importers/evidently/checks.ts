import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, placeOf, wholeAt } from '../../spot.ts';
import { type ListedCase, listedReportFacts } from '../../test-report/listed.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { namesOf } from './drift.ts';
import type { EvidentlyReport, EvidentlyTest } from './forms.ts';

/** The tests of a suite as a run of tests, and those over data as a validation; none where there is no test and no count of tests. */
export function checkFacts(report: EvidentlyReport): readonly Fact[] {
  const { root, tests, summary } = report;
  const declared = wholeAt(summary, 'total_tests');
  if (tests.length === 0 && declared === null) return [];
  const names = namesOf(report);
  const run = listedReportFacts({ system: 'evidently', name: report.name, declared, seconds: null, at: names.at, commit: null, repository: null, run: names.run, place: placeOf(root) }, tests.map(caseOf));
  const overData = tests.filter(({ group, about }) => !/^(?:regression|classification|ranking|recsys)$/.test(group) && !ofModel.test(about));
  return overData.length === 0 && tests.length > 0 ? run : [...run, validationFact(report, overData)];
}

const ofModel = /^(?:Accuracy|Precision|Recall|F1|TPR|TNR|FPR|FNR|RocAuc|LogLoss|MAE|RMSE|MAPE|MeanError|R2Score|AbsMaxError)/;
const outcomes: Readonly<Record<string, ListedCase['outcome']>> = { SUCCESS: 'passed', WARNING: 'passed', FAIL: 'failed', ERROR: 'error', SKIPPED: 'skipped' };

function caseOf({ name, group, status, spot }: EvidentlyTest): ListedCase {
  return { group, name, outcome: outcomes[status] ?? 'error', seconds: null, place: placeOf(spot) };
}

/** The summary counts where it speaks of these tests alone; else what is listed. */
function validationFact(report: EvidentlyReport, tests: readonly EvidentlyTest[]): FactOf<'data.validation'> {
  const { root, summary } = report;
  const whole = tests.length === report.tests.length;
  const counted = (statuses: RegExp) => tests.filter(({ status }) => statuses.test(status)).length;
  const stated = (key: string) => (whole ? wholeAt(summary, key) : null);
  const { dataset, run, at: moment } = namesOf(report);
  return {
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, dataset, run, at: moment,
    suite: report.name, system: 'evidently', kind: 'result', success: whole ? verdictOf(summary) : null,
    evaluated: stated('total_tests') ?? tests.length, passed: stated('success_tests') ?? counted(/^(?:SUCCESS|WARNING)$/), failed: stated('failed_tests') ?? counted(/^(?:FAIL|ERROR)$/),
    listed: tests.length, failedChecks: tests.filter(({ status }) => /^(?:FAIL|ERROR)$/.test(status)).map(({ name, column }) => (column === null || name.includes(column) ? name : `${name} ${column}`).slice(0, 200).toWellFormed()).slice(0, 50),
    columns: new Set(tests.map(({ column }) => column).filter((column) => column !== null)).size,
    kinds: [...new Set(tests.map(({ name, about }) => kindOf(`${name} ${about}`)).filter((kind) => kind !== null))],
  };
}

function verdictOf(summary: Spot): boolean | null {
  const { value } = at(summary, 'all_passed');
  return typeof value === 'boolean' ? value : null;
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['distribution', /drift|distribution|quantile/i],
  ['not_null', /missing|null|empty/i],
  ['row_count', /number of rows|row ?count/i],
  ['column_count', /number of columns|column ?count/i],
  ['unique', /duplicate|unique/i],
  ['type', /column types?|types/i],
  ['range', /out.of.range|range|min|max/i],
  ['in_set', /out.of.list|in list|category/i],
  ['format', /regexp|matching/i],
  ['comparison', /correlation/i],
  ['statistic', /mean|median|std|most common/i],
];

function kindOf(name: string): string | null {
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
