import type { FactOf } from './facts.ts';

/** An evaluation of which nothing is known yet; what its file states is put over it. */
export const unstatedEvaluation = {
  also: [], release: null, run: null, model: null, modelVersion: null, modelHash: null, dataset: null, datasetVersion: null, datasetHash: null,
  tasks: [], datasets: [], evaluators: [], metrics: 0, thresholds: 0, failedMetrics: [], instances: null, partial: false, passed: null, failed: null,
  slices: [], protectedAttributes: [], biasFlag: null, criticalFailures: null, baseline: null, better: null, decision: null, seed: false, empty: false, at: null,
} as const satisfies Omit<FactOf<'eval.run'>, 'type' | 'place' | 'evaluation' | 'system'>;

/** A measured value of which nothing but its evaluation and name is known yet. */
export const unstatedMetric = {
  also: [], release: null, run: null, model: null, modelVersion: null, modelHash: null, dataset: null, datasetVersion: null, datasetHash: null,
  task: null, slice: null, value: null, unit: null, threshold: null, comparison: 'unstated', passed: null, standardError: null, baseline: null, instances: null, live: null,
} as const satisfies Omit<FactOf<'eval.metric'>, 'type' | 'place' | 'evaluation' | 'metric' | 'kind'>;

/** Checks over data of which nothing but their suite is known yet. */
export const unstatedValidation = {
  also: [], release: null, run: null, dataset: null, datasetVersion: null, datasetHash: null,
  success: null, evaluated: null, passed: null, failed: null, listed: 0, failedChecks: [], columns: 0, kinds: [], gating: null, decision: null, owner: null, at: null,
} as const satisfies Omit<FactOf<'data.validation'>, 'type' | 'place' | 'suite' | 'system' | 'kind'>;

/** A comparison with a reference of which nothing but its name is known yet; it has no verdict unless the file gives one. */
export const unstatedDrift = {
  also: [], run: null, model: null, modelVersion: null, modelHash: null, dataset: null, datasetVersion: null, datasetHash: null,
  of: 'unstated', columns: null, drifted: null, driftedColumns: [], share: null, score: null, threshold: null, method: null, detected: null,
  referenceRecords: null, currentRecords: null, baselineOnly: false, at: null,
} as const satisfies Omit<FactOf<'drift.report'>, 'type' | 'place' | 'name' | 'system'>;

/** A metric of which nothing but its name is known yet. */
export const unstatedDefinition = {
  also: [], model: null, modelVersion: null, modelHash: null, kind: 'unstated', meaning: null, formula: null, unit: null, direction: 'unstated', target: null,
  periodSeconds: null, source: null, owned: false, versioned: false,
} as const satisfies Omit<FactOf<'metric.definition'>, 'type' | 'place' | 'metric' | 'system'>;
