import type { FactOf } from './facts.ts';

/** A run of which nothing is known yet; what its files state is put over it. */
export const unstatedRun = {
  release: null, repository: null, commit: null, model: null, modelVersion: null, modelHash: null,
  pipeline: null, job: null, experiment: null, name: null, parentRun: null, status: 'unknown', trigger: null, branch: null, attempt: null,
  parameters: [], parameterCount: 0, metrics: [], metricCount: 0, tracked: false, empty: false, outputs: 0, inputs: 0, steps: null, failedSteps: [],
  deleted: false, stale: false, user: null, startedAt: null, endedAt: null, durationSeconds: null,
} as const satisfies Omit<FactOf<'pipeline.run'>, 'type' | 'place' | 'also' | 'run' | 'system'>;
