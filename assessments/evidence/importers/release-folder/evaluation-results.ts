import type { FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { type Spot, at, isMapping, members, numberAt, placeOf, textAt, textsAt, wholeAt } from '../../spot.ts';
import { firstInstant, keysAmong, onlyMapping } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

/** Groups beyond this many are single persons more than groups; their values are not told one by one. */
const mostGroups = 50;

/** `{metrics: {…}, fairness: {bias_flag, fairness_metrics, protected_attributes_checked}}`: what an evaluation found, also by group. */
export const evaluationResults: RecordShape = {
  recognises: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    return root !== null && isMapping(at(root, 'metrics').value) && keysAmong(at(root, 'fairness'), ['bias_flag', 'fairness_metrics', 'protected_attributes_checked']) >= 2;
  },
  read: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    if (root === null) return { facts: [], fragments: [] };
    const release = releaseOfPath(file.path);
    const measured = [...overallMetrics(root), ...fairnessMetrics(root)];
    return {
      facts: [evaluationFact(root, release, measured), ...measured.map((one) => metricFact(one, root, release))],
      fragments: releaseRecord(file, 'evaluation', placeOf(root)),
    };
  },
};

type Measured = { readonly spot: Spot; readonly metric: string; readonly slice: string | null; readonly value: number; readonly fairness: boolean };

/** Values at the top of `metrics`; tables inside it (one entry per decision threshold) are not metrics of the model. */
function overallMetrics(root: Spot): readonly Measured[] {
  return numbersIn(at(root, 'metrics')).map(([metric, spot, value]) => ({ spot, metric, slice: null, value, fairness: false }));
}

function fairnessMetrics(root: Spot): readonly Measured[] {
  return members(at(root, 'fairness', 'fairness_metrics')).flatMap(([attribute, results]) => members(results).flatMap(([metric, spot]) => measuredIn(attribute, metric, spot)));
}

function measuredIn(attribute: string, metric: string, spot: Spot): readonly Measured[] {
  const value = numberAt(spot);
  if (value !== null) return [{ spot, metric, slice: attribute, value, fairness: true }];
  const inside = numbersIn(spot);
  if (metric.endsWith('_summary')) {
    return inside.filter(([name]) => !/^num_|_count$/.test(name)).map(([name, own, number]) => ({ spot: own, metric: name, slice: attribute, value: number, fairness: false }));
  }
  if (!metric.endsWith('_by_group') || inside.length > mostGroups) return [];
  return inside.map(([group, own, number]) => ({ spot: own, metric: metric.slice(0, -'_by_group'.length), slice: `${attribute}=${group}`, value: number, fairness: false }));
}

function numbersIn(parent: Spot): readonly (readonly [name: string, spot: Spot, value: number])[] {
  return members(parent).flatMap(([name, spot]) => {
    const value = numberAt(spot);
    return value === null ? [] : [[name, spot, value] as const];
  });
}

function evaluationFact(root: Spot, release: string | null, measured: readonly Measured[]): FactOf<'eval.run'> {
  const fairness = at(root, 'fairness');
  const bias = at(fairness, 'bias_flag').value;
  return {
    type: 'eval.run', place: placeOf(root), also: [], release, run: textAt(root, 'run_id') ?? release, model: textAt(root, 'model_name'), modelVersion: textAt(root, 'model_version'), modelHash: null,
    dataset: textAt(root, 'dataset'), datasetVersion: null, datasetHash: null,
    evaluation: textAt(root, 'evaluation_id') ?? root.file, system: 'home-made', tasks: [], datasets: [], evaluators: [],
    metrics: measured.length, thresholds: 0, failedMetrics: [], instances: wholeAt(root, 'num_samples') ?? wholeAt(root, 'n_samples'), partial: false, passed: null, failed: null,
    slices: members(at(fairness, 'fairness_metrics')).map(([attribute]) => attribute), protectedAttributes: textsAt(fairness, 'protected_attributes_checked'),
    biasFlag: typeof bias === 'boolean' ? bias : null, criticalFailures: null, baseline: textAt(root, 'baseline'), better: null, decision: null, seed: numberAt(root, 'seed') !== null,
    empty: measured.length === 0, at: firstInstant(root, 'timestamp', 'evaluated_at'),
  };
}

function metricFact({ spot, metric, slice, value, fairness }: Measured, root: Spot, release: string | null): FactOf<'eval.metric'> {
  return {
    type: 'eval.metric', place: placeOf(spot), also: [], release, run: textAt(root, 'run_id') ?? release, model: textAt(root, 'model_name'), modelVersion: textAt(root, 'model_version'), modelHash: null,
    dataset: textAt(root, 'dataset'), datasetVersion: null, datasetHash: null,
    evaluation: textAt(root, 'evaluation_id') ?? root.file, metric, task: null, slice, value, unit: null, threshold: null, comparison: 'unstated', passed: null,
    standardError: null, baseline: null, instances: null, kind: fairness ? 'fairness' : metricKind(metric), live: null,
  };
}
