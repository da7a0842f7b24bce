import { isWholeCommit, wholeDigest } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { secondsBetween } from '../../instant.ts';
import { metricKind } from '../../metric-kind.ts';
import { plainAddress } from '../../plain-address.ts';
import type { Place } from '../../place.ts';
import { repositoryName } from '../../repository-name.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { type RunInput, type RunMetric, type RunRecord } from './run-record.ts';

/** Everything one run says: the run, the code it ran from, its metrics as an evaluation, the datasets it read. */
export function runFacts(record: RunRecord, place: Place, also: readonly Place[]): readonly Fact[] {
  const measured = record.metrics.filter(({ name }) => !name.startsWith('system/'));
  return [
    runFact(record, place, also), ...revisionFacts(record, place),
    ...(measured.length === 0 ? [] : [evaluationFact(record, measured.length, place)]),
    ...measured.map((metric) => metricFact(record, metric)),
    ...record.inputs.map((input) => inputFact(record.run, input)),
  ];
}

function runFact(record: RunRecord, place: Place, also: readonly Place[]): FactOf<'pipeline.run'> {
  const { tags } = record;
  return {
    type: 'pipeline.run', place, also, ...unstatedRun, run: record.run, system: 'mlflow', status: record.status,
    repository: repositoryOf(record), commit: commitOf(record),
    pipeline: record.entryPoint ?? tags['mlflow.project.entryPoint'] ?? null,
    experiment: experimentOf(record), name: record.name ?? tags['mlflow.runName'] ?? null, parentRun: tags['mlflow.parentRunId'] ?? null,
    trigger: tags['mlflow.source.type'] ?? null, branch: branchOf(record),
    parameters: record.parameters, parameterCount: record.parameterCount,
    metrics: record.metrics.map(({ name }) => name), metricCount: record.metricCount,
    tracked: record.metrics.some(({ steps }) => steps > 1),
    empty: record.status === 'succeeded' && record.parameterCount + record.metricCount + record.outputs === 0,
    outputs: record.outputs, inputs: record.inputs.length, deleted: record.deleted, user: tags['mlflow.user'] ?? record.user,
    startedAt: record.startedAt, endedAt: record.endedAt, durationSeconds: secondsBetween(record.startedAt, record.endedAt),
  };
}

function experimentOf({ experimentName, experiment }: RunRecord): string | null {
  const written = experimentName ?? experiment;
  return written === null ? null : plainAddress(written);
}

function commitOf({ tags, sourceVersion }: RunRecord): string | null {
  return tags['mlflow.source.git.commit'] ?? tags['mlflow.databricks.gitRepoCommit'] ?? sourceVersion;
}

function branchOf({ tags }: RunRecord): string | null {
  return tags['mlflow.source.git.branch'] ?? tags['mlflow.gitBranchName'] ?? tags['mlflow.databricks.gitRepoReference'] ?? null;
}

function repositoryOf({ tags }: RunRecord): string | null {
  return repositoryName(tags['mlflow.source.git.repoURL'] ?? tags['mlflow.gitRepoURL'] ?? tags['mlflow.databricks.gitRepoUrl'] ?? null);
}

function revisionFacts(record: RunRecord, place: Place): readonly Fact[] {
  const commit = commitOf(record);
  const file = record.tags['mlflow.source.name'];
  const dirty = record.tags['mlflow.source.git.dirty']?.toLowerCase();
  return commit === null ? [] : [{
    type: 'code.revision', place, also: [], release: null, run: record.run, repository: repositoryOf(record),
    commit, commitWhole: isWholeCommit(commit), source: 'mlflow', branch: branchOf(record), tags: [],
    file: file === undefined ? null : plainAddress(file), title: null, merge: null, signed: null,
    dirty: dirty === 'true' ? true : dirty === 'false' ? false : null, request: null, at: null,
  }];
}

const unnamed = { release: null, model: null, modelVersion: null, modelHash: null, dataset: null, datasetVersion: null, datasetHash: null } as const;

function evaluationFact(record: RunRecord, metrics: number, place: Place): FactOf<'eval.run'> {
  const datasets = record.inputs.flatMap(({ name, digest }) => (name === null ? [] : [digest === null ? name : `${name}@${digest}`]));
  return {
    type: 'eval.run', place, also: [], ...unnamed, run: record.run,
    evaluation: record.run, system: 'mlflow', tasks: [], datasets, evaluators: [],
    metrics, thresholds: 0, failedMetrics: [], instances: null, partial: false, passed: null, failed: null,
    slices: [], protectedAttributes: [], biasFlag: null, criticalFailures: null, baseline: null, better: null, decision: null, seed: false, empty: false, at: record.endedAt ?? record.startedAt,
  };
}

function metricFact({ run }: RunRecord, { name, value, place }: RunMetric): FactOf<'eval.metric'> {
  return {
    type: 'eval.metric', place, also: [], ...unnamed, run, evaluation: run,
    metric: name, task: null, slice: null, value, unit: null, threshold: null, comparison: 'unstated', passed: null,
    standardError: null, baseline: null, instances: null, kind: metricKind(name), live: null,
  };
}

const roles: readonly (readonly [FactOf<'data.snapshot'>['role'], RegExp])[] = [
  ['training', /^train/i], ['validation', /^val/i], ['test', /^test/i], ['evaluation', /^eval/i], ['production', /^(?:prod|serving|inference)/i],
];

/** MLflow shortens its digests to eight signs: they tell versions apart, and are no digest of the content. */
function inputFact(run: string | null, input: RunInput): FactOf<'data.snapshot'> {
  const digest = wholeDigest(input.digest);
  return {
    type: 'data.snapshot', place: input.place, also: [], release: null, run,
    dataset: input.name, datasetVersion: input.digest, datasetHash: digest,
    system: 'mlflow', role: roles.find(([, pattern]) => pattern.test(input.context ?? ''))?.[0] ?? 'unstated',
    path: input.source === null ? null : plainAddress(input.source), stage: null,
    bytes: null, files: null, records: input.records, empty: input.records === 0,
    hashAlgorithm: null, hashed: digest !== null, storage: null, sources: [], licence: null, frozen: false, at: null,
  };
}
