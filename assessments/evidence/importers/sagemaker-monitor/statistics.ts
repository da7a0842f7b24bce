import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, isMapping, isWritten, items, members, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';

/** How many records were looked at, and of them statistics by feature or metrics of the model. */
export function isStatistics(root: Spot): boolean {
  if (!isWritten(at(root, 'version')) || numberAt(root, 'dataset', 'item_count') === null) return false;
  const features = items(at(root, 'features'));
  return metricsIn(root).length > 0 || (Array.isArray(at(root, 'features').value) && features.every((feature) => isMapping(feature.value) && members(feature).some(([key]) => /_statistics$|^inferred_type$/.test(key))));
}

/** The state of the data that was looked at; where the model was measured, the evaluation and its metrics. */
export function statisticsFacts(root: Spot): readonly Fact[] {
  const groups = metricsIn(root);
  return groups.length === 0 ? [snapshotFact(root)] : evaluationFacts(root, groups);
}

function metricsIn(root: Spot): readonly Spot[] {
  return members(root).filter(([key, group]) => /^(?:binary_classification|multiclass_classification|regression)_metrics$/.test(key) && isMapping(group.value)).map(([, group]) => group);
}

function snapshotFact(root: Spot): FactOf<'data.snapshot'> {
  const records = wholeAt(root, 'dataset', 'item_count');
  return {
    type: 'data.snapshot', place: placeOf(root), also: [], release: null, run: null, dataset: null, datasetVersion: null, datasetHash: null,
    system: 'sagemaker', role: 'unstated', path: root.file, stage: null, bytes: null, files: null, records, empty: records === 0,
    hashAlgorithm: null, hashed: false, storage: null, sources: [], licence: null, frozen: false, at: instantOf(textAt(root, 'dataset', 'evaluation_time')),
  };
}

/** A deviation is that of resampling; the tool does not call it an error of the mean. */
function evaluationFacts(root: Spot, groups: readonly Spot[]): readonly Fact[] {
  const instances = wholeAt(root, 'dataset', 'item_count');
  const values = groups.flatMap((group) => members(group)).flatMap(([metric, spot]): readonly FactOf<'eval.metric'>[] => {
    const value = numberAt(spot, 'value');
    const kind = metricKind(metric);
    return value === null ? [] : [{ type: 'eval.metric', place: placeOf(spot), ...unstatedMetric, evaluation: root.file, metric, value, instances, kind: kind === 'unstated' ? 'quality' : kind }];
  });
  const run: FactOf<'eval.run'> = {
    type: 'eval.run', place: placeOf(root), ...unstatedEvaluation, evaluation: root.file, system: 'sagemaker', metrics: values.length, instances,
    empty: values.length === 0 || instances === 0, at: instantOf(textAt(root, 'dataset', 'evaluation_time')) ?? instantOf(textAt(root, 'dataset', 'end_time')),
  };
  return [run, ...values];
}
