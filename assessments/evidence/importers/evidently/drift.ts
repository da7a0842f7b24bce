import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, isMapping, members, numberAt, oneOrMany, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedDrift } from '../../unstated-records.ts';
import type { EvidentlyMetric, EvidentlyReport, EvidentlyTest } from './forms.ts';

type Drift = FactOf<'drift.report'>;

/** One fact for the dataset, and one for each column that was compared by itself: a target or prediction, or any where nothing sums up. */
export function driftFacts(report: EvidentlyReport): readonly Drift[] {
  const { metrics } = report;
  const summed = metrics.filter(({ type }) => /^(?:DatasetDriftMetric|DatasetDrift|DataDriftTable|DriftedColumnsCount)$/.test(type));
  const columns = metrics.filter(({ type }) => type === 'ValueDrift');
  const single = metrics.filter(({ type }) => /^(?:ColumnDriftMetric|ColumnDrift|EmbeddingsDriftMetric)$/.test(type));
  const own = columns.filter((metric) => summed.length === 0 || sideOf(columnOf(metric)) !== 'data');
  return [...datasetFact(report, summed, columns), ...[...single, ...own].map((metric) => columnFact(report, metric))];
}

/** The preset writes a sum and a table of the same columns: one fact, with both places. */
function datasetFact(report: EvidentlyReport, summed: readonly EvidentlyMetric[], columns: readonly EvidentlyMetric[]): readonly Drift[] {
  const [first, ...others] = summed;
  if (first === undefined) return [];
  const byColumn = summed.flatMap(({ result }) => members(at(result, 'drift_by_columns')).map(([, column]) => column));
  const failed = report.tests.filter(({ about, status }) => about === 'ValueDrift' && status === 'FAIL').map(({ column }) => column).filter((column) => column !== null);
  const drifted = [...byColumn.filter((column) => at(column, 'drift_detected').value === true).map((column) => textAt(column, 'column_name') ?? ''), ...failed];
  const said = (read: (metric: EvidentlyMetric) => number | null) => summed.map(read).find((value) => value !== null) ?? null;
  return [{
    type: 'drift.report', place: placeOf(first.spot), ...unstatedDrift, also: others.map(({ spot }) => placeOf(spot)), ...namesOf(report), ...recordsOf(report),
    name: report.name, system: 'evidently', of: 'data',
    columns: said(({ result }) => wholeAt(result, 'number_of_columns')) ?? (columns.length > 0 ? columns.length : null),
    drifted: said(({ result }) => wholeAt(result, 'number_of_drifted_columns') ?? countIn(result, 'count')),
    driftedColumns: [...new Set(drifted)].slice(0, 50),
    share: said(({ result }) => numberAt(result, 'share_of_drifted_columns') ?? countIn(result, 'share')),
    threshold: said(({ settings }) => numberAt(settings, 'drift_share') ?? numberAt(settings, 'threshold')),
    method: methodsOf([...byColumn, ...columns.map(({ settings }) => settings)]),
    detected: summed.map(({ result }) => verdictAt(result, 'dataset_drift')).find((verdict) => verdict !== null) ?? testedAs(report.tests, 'DriftedColumnsCount', null),
  }];
}

function columnFact(report: EvidentlyReport, metric: EvidentlyMetric): Drift {
  const { result, settings } = metric;
  const name = columnOf(metric);
  const detected = verdictAt(result, 'drift_detected') ?? testedAs(report.tests, 'ValueDrift', name);
  return {
    type: 'drift.report', place: placeOf(metric.spot), ...unstatedDrift, ...namesOf(report), ...recordsOf(report),
    name: name ?? report.name, system: 'evidently', of: sideOf(name),
    columns: 1, drifted: detected === null ? null : Number(detected), driftedColumns: detected === true && name !== null ? [name] : [],
    score: numberAt(result) ?? numberAt(result, 'drift_score'),
    threshold: numberAt(settings, 'stattest_threshold') ?? numberAt(settings, 'threshold') ?? numberAt(result, 'method_threshold'),
    method: methodsOf([settings]), detected,
  };
}

function columnOf({ result, settings }: EvidentlyMetric): string | null {
  return textAt(settings, 'column') ?? textAt(result, 'column_name') ?? textAt(result, 'embeddings_name');
}

function sideOf(column: string | null): Drift['of'] {
  if (/^(?:prediction|predictions|predicted|y_pred|y_hat|pred)$/i.test(column ?? '')) return 'prediction';
  return /^(?:target|label|labels|y|y_true)$/i.test(column ?? '') ? 'target' : 'data';
}

/** Counts of a report are numbers, those of a stored snapshot have their number inside. */
function countIn(result: Spot, key: string): number | null {
  return numberAt(result, key) ?? numberAt(result, key, 'value');
}

function methodsOf(settings: readonly Spot[]): string | null {
  const methods = settings.map((one) => textAt(one, 'stattest_name') ?? textAt(one, 'method_name') ?? textAt(one, 'method')).filter((method) => method !== null);
  return methods.length === 0 ? null : [...new Set(methods)].slice(0, 5).join(', ').slice(0, 200).toWellFormed();
}

function verdictAt(result: Spot, key: string): boolean | null {
  const { value } = at(result, key);
  return typeof value === 'boolean' ? value : null;
}

/** A bound test that failed is the report's own word for drift. */
function testedAs(tests: readonly EvidentlyTest[], about: string, column: string | null): boolean | null {
  const test = tests.find((one) => one.about === about && one.column === column && (one.status === 'FAIL' || one.status === 'SUCCESS'));
  return test === undefined ? null : test.status === 'FAIL';
}

/** Rows of both sides, where a metric of the same report counts them. */
export function recordsOf({ metrics }: EvidentlyReport): Pick<Drift, 'referenceRecords' | 'currentRecords'> {
  const rows = (side: string) => metrics.map(({ result }) => wholeAt(result, side, 'number_of_rows')).find((count) => count !== null) ?? null;
  const counted = metrics.filter(({ type }) => type === 'RowCount').map(({ result }) => wholeAt(result)).find((count) => count !== null) ?? null;
  return { referenceRecords: rows('reference'), currentRecords: rows('current') ?? counted };
}

/** What the report says it is about: `model_id` and `dataset_id` of its metadata, and when it was made. */
export function namesOf({ root, metadata }: EvidentlyReport): Pick<Drift, 'model' | 'dataset' | 'at' | 'run'> {
  const named = (key: string) => (isMapping(metadata.value) ? oneOrMany(at(metadata, key)).map((one) => textAt(one)).find((text) => text !== null) ?? null : null);
  return { model: named('model_id'), dataset: named('dataset_id'), run: textAt(root, 'id'), at: instantOf(textAt(root, 'timestamp')) };
}
