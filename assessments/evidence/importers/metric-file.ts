import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { metricKind } from '../metric-kind.ts';
import { type Spot, isMapping, members, placeOf, rootSpots } from '../spot.ts';

/** Values of metrics that a training or evaluation left in a small file of numbers (`metrics.json`, `mrr.metric`), as DVC reads them too. */
export const metricFile: Importer = {
  id: 'metric-file',
  title: { zh: '指标文件', en: 'File of metrics' },
  sharesWith: ['dvc'],
  recognises: (file, documents) => valuesIn(file.path, documents).length > 0,
  read: (file, documents) => {
    const values = valuesIn(file.path, documents);
    const [root] = rootSpots(file.path, documents);
    if (root === undefined) return { facts: [], diagnostics: [] };
    return {
      facts: [runFact(root, values), ...values.map(metricFact)], diagnostics: [],
      fragments: [{ set: 'dvc', key: '', part: 'metrics', name: file.path, value: values.map(({ name }) => name), place: placeOf(root) }],
    };
  },
};

type Value = { readonly name: string; readonly spot: Spot; readonly value: number };

/** A name that says metrics, and nothing but numbers inside, few enough to be meant for people. */
const named = /\.metrics?$|(?:^|\/)(?:metrics?|scores?|eval(?:uation)?|results?|accuracy|performance|benchmark)(?:[_-][\w.-]*)?\.(?:json|ya?ml)$|(?:^|\/)(?:metrics|scores)\/[^/]+\.(?:json|ya?ml)$/i;
const most = 200;

function valuesIn(path: string, documents: Documents): readonly Value[] {
  const roots = rootSpots(path, documents);
  const [root] = roots;
  if (root === undefined || roots.length !== 1 || !isMapping(root.value) || !named.test(path)) return [];
  const leaves = leavesOf(root, '', 0).slice(0, most + 1);
  const values = leaves.flatMap(({ name, spot }) => (typeof spot.value === 'number' && Number.isFinite(spot.value) ? [{ name, spot, value: spot.value }] : []));
  return values.length === leaves.length && values.length <= most ? values : [];
}

type Leaf = { readonly name: string; readonly spot: Spot };

function leavesOf(spot: Spot, prefix: string, depth: number): readonly Leaf[] {
  return members(spot).slice(0, most + 1).flatMap(([key, value]) => (isMapping(value.value) && depth < 4 ? leavesOf(value, `${prefix}${key}.`, depth + 1) : [{ name: `${prefix}${key}`, spot: value }]));
}

const unnamed = { release: null, run: null, model: null, modelVersion: null, modelHash: null, dataset: null, datasetVersion: null, datasetHash: null } as const;

function runFact(root: Spot, values: readonly Value[]): FactOf<'eval.run'> {
  return {
    type: 'eval.run', place: placeOf(root), also: [], ...unnamed,
    evaluation: root.file, system: 'metric-file', tasks: [], datasets: [], evaluators: [],
    metrics: values.length, thresholds: 0, failedMetrics: [], instances: null, partial: false, passed: null, failed: null,
    slices: [], protectedAttributes: [], biasFlag: null, criticalFailures: null, baseline: null, better: null, decision: null, seed: false, empty: false, at: null,
  };
}

function metricFact({ name, spot, value }: Value): Fact {
  return {
    type: 'eval.metric', place: placeOf(spot), also: [], ...unnamed,
    evaluation: spot.file, metric: name, task: null, slice: null, value, unit: null, threshold: null, comparison: 'unstated', passed: null,
    standardError: null, baseline: null, instances: null, kind: metricKind(name), live: null,
  };
}
