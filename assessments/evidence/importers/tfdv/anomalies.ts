import type { Fact, FactOf } from '../../facts.ts';
import { unstatedDrift, unstatedValidation } from '../../unstated-records.ts';
import { type Message, all, featureName, first, numberIn, textIn } from './message.ts';

const own = new Set(['anomaly_info', 'dataset_anomaly_info', 'baseline', 'baseline_v1', 'anomaly_name_format', 'data_missing', 'drift_skew_info']);

/** Anomalies, or what was measured of drift and skew, or an empty frame that still holds the schema they were held against. */
export function isAnomalies(root: Message): boolean {
  const fields = root.fields();
  if (fields.length === 0 || !fields.every(({ name }) => own.has(name))) return false;
  return all(root, 'anomaly_info').some((info) => first(info, 'value') !== null) || first(root, 'drift_skew_info') !== null || (first(root, 'baseline') !== null && first(root, 'anomaly_name_format') !== null);
}

type Anomaly = { readonly feature: string; readonly reasons: readonly string[]; /** Comparisons that failed, as the reasons word them. */ readonly compared: readonly Comparison[] };
type Comparison = 'drift' | 'skew';

/** Data held against a schema: what failed, by kind, and what drift and skew was measured. It says of itself neither success nor failure. */
export function anomalyFacts(root: Message): readonly Fact[] {
  const anomalies = all(root, 'anomaly_info').map(anomalyIn);
  return [validationFact(root, anomalies), featureFact(root, anomalies), ...all(root, 'drift_skew_info').flatMap((info) => driftFacts(info, anomalies))];
}

function anomalyIn(message: Message): Anomaly {
  const value = first(message, 'value') ?? message;
  const feature = featureName(value) ?? textIn(message, 'key') ?? '';
  const reasons = all(value, 'reason');
  return { feature, reasons: reasons.map((reason) => textIn(reason, 'type') ?? '').filter((type) => type !== ''), compared: reasons.flatMap((reason) => comparedIn(value, reason)) };
}

/** One type stands for both comparisons; the words tell training and serving from current and previous. */
function comparedIn(value: Message, reason: Message): readonly Comparison[] {
  if (!(textIn(reason, 'type') ?? '').startsWith('COMPARATOR_')) return [];
  const words = [textIn(reason, 'short_description'), textIn(reason, 'description'), textIn(value, 'description')].join(' ');
  const named = [...(/\bserving\b/i.test(words) ? ['skew' as const] : []), ...(/\bprevious\b/i.test(words) ? ['drift' as const] : [])];
  return named.length > 0 ? named : ['drift', 'skew'];
}

function validationFact(root: Message, anomalies: readonly Anomaly[]): FactOf<'data.validation'> {
  const baseline = first(root, 'baseline');
  const columns = baseline === null ? new Set(anomalies.map(({ feature }) => feature)).size : all(baseline, 'feature').length;
  const failed = anomalies.flatMap(({ feature, reasons }) => (reasons.length === 0 ? [feature] : reasons.map((reason) => `${reason} ${feature}`)));
  return {
    type: 'data.validation', place: root.place, ...unstatedValidation, suite: root.place.file, system: 'tfdv', kind: 'result',
    failed: failed.length, listed: failed.length, failedChecks: failed.map((text) => text.slice(0, 200).toWellFormed()).slice(0, 50), columns,
    kinds: [...new Set(anomalies.flatMap(({ reasons }) => reasons.map(kindOf)))].filter((kind) => kind !== null),
  };
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['distribution', /^COMPARATOR_|DISTRIBUTION/],
  ['in_set', /^ENUM_TYPE_|UNEXPECTED_STRING|BOOL_TYPE/],
  ['not_null', /PRESENT|PRESENCE|MISSING|LABEL/],
  ['column_exists', /SCHEMA_(?:NEW|MISSING)_COLUMN/],
  ['range', /TOO_(?:BIG|SMALL)|OUT_OF|LOW|HIGH|INVALID_(?:MIN|MAX)/],
  ['type', /UNEXPECTED_DATA_TYPE|TYPE_/],
  ['row_count', /NUM_EXAMPLES/],
];

function kindOf(reason: string): string | null {
  if (/SCHEMA_(?:NEW|MISSING)_COLUMN/.test(reason)) return 'column_exists';
  return kinds.find(([, pattern]) => pattern.test(reason))?.[0] ?? null;
}

/** Features held against a schema, and where it was measured against serving data (skew) and earlier data (drift). */
function featureFact(root: Message, anomalies: readonly Anomaly[]): FactOf<'feature.validation'> {
  const measured = all(root, 'drift_skew_info');
  const compared = (['drift', 'skew'] as const).filter((kind) => measured.some((info) => measurements(info, kind).length > 0));
  const checks = ['schema', ...compared];
  const failed = [
    ...(anomalies.some(({ reasons, compared: own }) => own.length === 0 || reasons.some((reason) => !reason.startsWith('COMPARATOR_'))) ? ['schema'] : []),
    ...compared.filter((kind) => measured.some((info) => measurements(info, kind).length > 0 && isFailed(anomalies, info, kind))),
  ];
  return {
    type: 'feature.validation', place: root.place, also: [], release: null, run: null, dataset: null, datasetVersion: null, datasetHash: null,
    id: null, feature: null, featureVersion: null, system: 'tfdv', checks, passed: checks.filter((check) => !failed.includes(check)), failed,
    decision: null, approvedFor: null, sampling: null, owner: null, at: null, placeholders: 0,
  };
}

function measurements(info: Message, kind: Comparison): readonly Message[] {
  return all(info, `${kind}_measurements`);
}

function isFailed(anomalies: readonly Anomaly[], info: Message, kind: Comparison): boolean {
  return anomalies.some(({ feature, compared }) => feature === featureName(info) && compared.includes(kind));
}

/** One fact for each feature and measure. All that failed is listed among the anomalies, so a feature that is not there did not drift by the file's own word. */
function driftFacts(info: Message, anomalies: readonly Anomaly[]): readonly FactOf<'drift.report'>[] {
  const feature = featureName(info) ?? '';
  return (['drift', 'skew'] as const).flatMap((kind) => measurements(info, kind).map((measurement) => {
    const detected = isFailed(anomalies, info, kind);
    return {
      type: 'drift.report', place: measurement.place, ...unstatedDrift, name: feature, system: 'tfdv', of: 'data',
      columns: 1, drifted: Number(detected), driftedColumns: detected ? [feature] : [],
      score: numberIn(measurement, 'value'), threshold: numberIn(measurement, 'threshold'), method: `${kind} ${textIn(measurement, 'type') ?? ''}`.trim(), detected,
    };
  }));
}
