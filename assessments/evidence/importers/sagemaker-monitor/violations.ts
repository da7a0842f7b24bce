import type { Fact, FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, isMapping, isWritten, items, placeOf, textAt } from '../../spot.ts';
import { unstatedDrift, unstatedMetric, unstatedValidation } from '../../unstated-records.ts';

/** A list of violations, each with the check that found it; an empty list is a clean run where the file is named so. */
export function isViolations(root: Spot): boolean {
  const list = at(root, 'violations');
  if (!Array.isArray(list.value)) return false;
  const violations = items(list);
  if (violations.length === 0) return /(?:^|[/_-])constraint_violations[^/]*\.json$/.test(root.file);
  return violations.every((one) => isMapping(one.value) && isWritten(at(one, 'constraint_check_type')) && isWritten(at(one, 'description')));
}

/** The run as a validation, drift where a check of drift found any, and the metrics that left their bounds. */
export function violationFacts(root: Spot): readonly Fact[] {
  const violations = items(at(root, 'violations'));
  const drifts = violations.filter((one) => /drift/.test(checkOf(one)));
  const bounded = violations.filter((one) => /ThanThreshold$/.test(checkOf(one)));
  const overData = violations.filter((one) => !bounded.includes(one) && !/^(?:bias|feature_attribution)/.test(checkOf(one)));
  return [
    ...(overData.length > 0 || violations.length === 0 ? [validationFact(root, overData)] : []),
    ...[...Map.groupBy(drifts, checkOf)].map(([check, own]) => driftFact(check, own)),
    ...(bounded.length > 0 ? [driftFact('model_quality', bounded)] : []),
    ...bounded.flatMap(metricFact),
  ];
}

function checkOf(one: Spot): string {
  return textAt(one, 'constraint_check_type') ?? '';
}

function nameOf(one: Spot): string {
  return textAt(one, 'feature_name') ?? textAt(one, 'metric_name') ?? textAt(one, 'facet') ?? textAt(one, 'label') ?? '';
}

const kinds: Readonly<Record<string, string>> = {
  data_type_check: 'type', completeness_check: 'not_null', baseline_drift_check: 'distribution', missing_column_check: 'column_exists', extra_column_check: 'column_exists',
  categorical_values_check: 'in_set', numeric_value_check: 'range',
};

/** Only what failed is listed; how many checks there were the file does not say. */
function validationFact(root: Spot, violations: readonly Spot[]): FactOf<'data.validation'> {
  return {
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, suite: root.file, system: 'sagemaker', kind: 'result',
    failed: violations.length, listed: violations.length, failedChecks: violations.map((one) => `${checkOf(one)} ${nameOf(one)}`.trim().slice(0, 200).toWellFormed()).slice(0, 50),
    columns: new Set(violations.map(nameOf)).size, kinds: [...new Set(violations.map((one) => kinds[checkOf(one)] ?? checkOf(one)))],
  };
}

function driftFact(check: string, violations: readonly Spot[]): FactOf<'drift.report'> {
  const [first] = violations;
  const names = [...new Set(violations.map(nameOf))];
  const of = check === 'baseline_drift_check' ? 'data' : check === 'feature_attribution_drift_check' ? 'unstated' : 'quality';
  return {
    type: 'drift.report', place: first === undefined ? { file: '', pointer: '' } : placeOf(first), ...unstatedDrift, also: violations.slice(1, 50).map(placeOf),
    name: check, system: 'sagemaker', of, drifted: names.length, driftedColumns: names.slice(0, 50), detected: true,
  };
}

const words = /^Metric (\S{1,200}) with ([-+0-9.eE]{1,30})\b.{0,80}? was (Less|Greater)ThanThreshold '?([-+0-9.eE]{1,30}?)'?\.?$/;

/** `Metric f2 with 0.173 +/- 0.01 was LessThanThreshold '0.181'`: what the endpoint answered, held against the bound. */
function metricFact(one: Spot): readonly FactOf<'eval.metric'>[] {
  const [, metric, value, side, threshold] = words.exec((textAt(one, 'description') ?? '').slice(0, 500)) ?? [];
  if (metric === undefined || !Number.isFinite(Number(value)) || !Number.isFinite(Number(threshold))) return [];
  const kind = metricKind(metric);
  return [{
    type: 'eval.metric', place: placeOf(one), ...unstatedMetric, evaluation: one.file, metric, value: Number(value), threshold: Number(threshold),
    comparison: side === 'Less' ? 'at-least' : 'at-most', passed: false, live: true, kind: kind === 'unstated' ? 'quality' : kind,
  }];
}
