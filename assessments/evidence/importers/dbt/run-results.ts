import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, items, numberAt, placeOf, textAt } from '../../spot.ts';
import { type ListedCase, listedReportFacts } from '../../test-report/listed.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { isArtifact, kindOfNode, shortName } from './artifact.ts';
import { dbtTestKind } from './test-kind.ts';

export function isRunResults(root: Spot): boolean {
  return isArtifact(root, 'run-results');
}

/** The run itself, and the tests among its nodes as a run of tests and as checks over data. */
export function runResultFacts(root: Spot): readonly Fact[] {
  const results = items(at(root, 'results'));
  const tests = results.filter((result) => /^(?:test|unit_test)$/.test(kindOfNode(idOf(result))));
  const run = textAt(root, 'metadata', 'invocation_id');
  const moment = instantOf(textAt(root, 'metadata', 'generated_at'));
  const asked = textAt(root, 'args', 'which') === 'test';
  const report = listedReportFacts({ system: 'dbt', name: root.file, declared: null, seconds: asked ? numberAt(root, 'elapsed_time') : null, at: moment, commit: null, repository: null, run, place: placeOf(root) }, tests.map(caseOf)).map(layered);
  return [runFact(root, results, run, moment), ...(tests.length > 0 || asked ? [...report, validationFact(root, tests, run, moment)] : [])];
}

function idOf(result: Spot): string {
  return textAt(result, 'unique_id') ?? '';
}

const outcomes: Readonly<Record<string, ListedCase['outcome']>> = { pass: 'passed', success: 'passed', warn: 'passed', fail: 'failed', error: 'error', 'runtime error': 'error', skipped: 'skipped' };

/** A warning is a test whose failure was declared to be only that. */
function caseOf(result: Spot): ListedCase {
  const id = idOf(result);
  return { group: `${id.split('.')[1] ?? ''}${kindOfNode(id) === 'unit_test' ? unitTests : ''}`, name: shortName(id), outcome: outcomes[statusOf(result)] ?? 'error', seconds: numberAt(result, 'execution_time'), place: placeOf(result) };
}

const unitTests = ' unit tests';

/** dbt tests data, but for the unit tests of its models. */
function layered(fact: Fact): Fact {
  return fact.type === 'test.case.group' ? { ...fact, layer: fact.suite.endsWith(unitTests) ? 'unit' : 'data' } : fact;
}

function statusOf(result: Spot): string {
  return (textAt(result, 'status') ?? '').toLowerCase();
}

function runFact(root: Spot, results: readonly Spot[], run: string | null, endedAt: string | null): FactOf<'pipeline.run'> {
  const failed = results.filter((result) => /^(?:error|fail|runtime error)$/.test(statusOf(result)));
  const built = results.filter((result) => /^(?:model|snapshot|seed)$/.test(kindOfNode(idOf(result))) && statusOf(result) === 'success');
  return {
    type: 'pipeline.run', place: placeOf(root), also: [], ...unstatedRun, system: 'dbt', run: run ?? root.file, pipeline: null, job: textAt(root, 'args', 'which'),
    status: results.length === 0 ? 'unknown' : failed.length > 0 ? 'failed' : 'succeeded', empty: results.length === 0, outputs: built.length,
    steps: results.length, failedSteps: failed.map((result) => shortName(idOf(result))).slice(0, 50), endedAt, durationSeconds: numberAt(root, 'elapsed_time'),
  };
}

function validationFact(root: Spot, tests: readonly Spot[], run: string | null, moment: string | null): FactOf<'data.validation'> {
  const having = (statuses: RegExp) => tests.filter((test) => statuses.test(statusOf(test)));
  const failed = having(/^(?:fail|error|runtime error)$/);
  return {
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, run, suite: root.file, system: 'dbt', kind: 'result',
    evaluated: tests.length - having(/^skipped$/).length, passed: having(/^(?:pass|success)$/).length, failed: failed.length, listed: tests.length,
    failedChecks: failed.map((test) => shortName(idOf(test)).slice(0, 200).toWellFormed()).slice(0, 50), kinds: [...new Set(tests.map((test) => dbtTestKind(genericName(shortName(idOf(test))))))], at: moment,
  };
}

/** The name of a generic test begins with it: `not_null_orders_order_id`, `dbt_utils_accepted_range_…`; other tests are somebody's own. */
function genericName(name: string): string {
  return /^(?:source_)?(?:dbt_utils_|dbt_expectations_)?(not_null|unique|accepted_values|relationships|accepted_range|expect_\w{1,80})/.exec(name)?.[1] ?? 'custom';
}
