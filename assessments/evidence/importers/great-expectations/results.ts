import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, isMapping, items, members, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { checkKind, columnsOf, distinct, expectationType } from './expectations.ts';

type Validation = FactOf<'data.validation'>;

/** Results of single expectations; where the list is empty, the statistics tell. */
export function isResult(root: Spot): boolean {
  const results = at(root, 'results');
  if (!Array.isArray(results.value)) return false;
  const listed = items(results);
  return listed.length === 0 ? wholeAt(root, 'statistics', 'evaluated_expectations') !== null : listed.every((result) => isMapping(at(result, 'expectation_config').value));
}

/** The answer of a checkpoint or validation operator: several results by their identifier, or the list of 1.x. */
export function isRunResult(root: Spot): boolean {
  return nestedResults(root).length > 0;
}

export function runResultFacts(root: Spot): readonly Fact[] {
  return nestedResults(root).map(validationFact);
}

export function resultFacts(root: Spot): readonly Fact[] {
  return [validationFact(root)];
}

function nestedResults(root: Spot): readonly Spot[] {
  const named = members(at(root, 'run_results')).map(([, run]) => (isMapping(at(run, 'validation_result').value) ? at(run, 'validation_result') : run));
  const listed = items(at(root, 'validation_results'));
  return [...named, ...listed].filter((result) => isResult(result) || isDescribed(result));
}

/** What `CheckpointResult.describe` of 1.x writes: the results stand under `expectations`. */
function isDescribed(result: Spot): boolean {
  return Array.isArray(at(result, 'expectations').value) && wholeAt(result, 'statistics', 'evaluated_expectations') !== null;
}

/** Statistics as they stand, apart from what is really listed: either may be missing, and they may disagree. */
function validationFact(result: Spot): Validation {
  const listed = items(Array.isArray(at(result, 'results').value) ? at(result, 'results') : at(result, 'expectations'));
  const checks = listed.map((one) => ({ expectation: isMapping(at(one, 'expectation_config').value) ? at(one, 'expectation_config') : one, success: at(one, 'success').value }));
  const failed = checks.filter(({ success }) => success === false);
  const counted = listed.length > 0;
  return {
    type: 'data.validation', place: placeOf(result), also: [], release: null,
    ...dataOf(at(result, 'meta')), ...runOf(at(result, 'meta')),
    suite: suiteOf(result), system: 'great-expectations', kind: 'result',
    success: verdict(result),
    evaluated: wholeAt(result, 'statistics', 'evaluated_expectations'),
    passed: wholeAt(result, 'statistics', 'successful_expectations') ?? (counted ? checks.filter(({ success }) => success === true).length : null),
    failed: wholeAt(result, 'statistics', 'unsuccessful_expectations') ?? (counted ? failed.length : null),
    listed: listed.length,
    failedChecks: distinct(failed.map(({ expectation }) => checkName(expectation)), 50),
    columns: new Set(checks.flatMap(({ expectation }) => columnsOf(expectation))).size,
    kinds: distinct(checks.map(({ expectation }) => checkKind(expectationType(expectation) ?? ''))).filter((kind) => kind !== ''),
    gating: null, decision: null, owner: null,
  };
}

function verdict(result: Spot): boolean | null {
  const { value } = at(result, 'success');
  return value === undefined || value === null ? null : saysTrue(result, 'success');
}

function suiteOf(result: Spot): string {
  return textAt(result, 'meta', 'expectation_suite_name') ?? textAt(result, 'suite_name') ?? result.file;
}

function checkName(expectation: Spot): string {
  const kind = checkKind(expectationType(expectation) ?? 'unknown');
  return [kind, ...columnsOf(expectation)].join(' ').slice(0, 200).toWellFormed();
}

/** The asset or table; of a file only its name, since its path leads into somebody's home. */
function dataOf(meta: Spot): Pick<Validation, 'dataset' | 'datasetVersion' | 'datasetHash'> {
  const asset = textAt(meta, 'data_asset_name') ?? textAt(meta, 'active_batch_definition', 'data_asset_name')
    ?? textAt(meta, 'batch_kwargs', 'data_asset_name') ?? textAt(meta, 'batch_kwargs', 'table') ?? textAt(meta, 'batch_spec', 'table_name')
    ?? lastSegment(textAt(meta, 'batch_kwargs', 'path') ?? textAt(meta, 'batch_spec', 'path'));
  return { dataset: asset, datasetVersion: null, datasetHash: null };
}

function lastSegment(path: string | null): string | null {
  return path?.split(/[/\\]/).findLast((segment) => segment !== '') ?? null;
}

/** `run_id` is a text up to 0.10, later a name with a time; the name may be missing. */
function runOf(meta: Spot): Pick<Validation, 'run' | 'at'> {
  const run = at(meta, 'run_id');
  const name = textAt(run) ?? textAt(run, 'run_name');
  const times = [textAt(run, 'run_time'), textAt(meta, 'validation_time'), textAt(run), textAt(meta, 'batch_markers', 'ge_load_time')];
  return { run: name, at: times.map((time) => instantOf(time)).find((time) => time !== null) ?? null };
}
