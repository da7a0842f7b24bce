import { z } from 'zod';
import { place } from '../../place.ts';

const name = z.string().nullable();

/**
 * One run of MLflow, whichever of the file store, an export or the database it comes from. Crosses a border inside a
 * fragment, so it is a schema.
 */
export const runRecord = z.strictObject({
  run: z.string(),
  /** The id of its experiment; its name where the same file knows it. */
  experiment: name, experimentName: name,
  name, status: z.enum(['succeeded', 'failed', 'cancelled', 'running', 'queued', 'unknown']), deleted: z.boolean(),
  user: name, entryPoint: name, sourceVersion: name,
  startedAt: name, endedAt: name,
  parameters: z.array(z.string()).readonly(), parameterCount: z.int(),
  metrics: z.array(z.strictObject({ name: z.string(), value: z.number().nullable(), steps: z.int(), place }).readonly()).readonly(), metricCount: z.int(),
  /** Only those that say where the run comes from: see `tellingTags`. */
  tags: z.record(z.string(), z.string()),
  outputs: z.int(),
  inputs: z.array(z.strictObject({ name, digest: name, context: name, source: name, records: z.int().nullable(), place }).readonly()).readonly(),
}).readonly();

export type RunRecord = z.infer<typeof runRecord>;
export type RunMetric = RunRecord['metrics'][number];
export type RunInput = RunRecord['inputs'][number];
export type RunStatus = RunRecord['status'];

/** Names beyond this are counted, not given. */
export const mostNames = 200;

const tellingTags: ReadonlySet<string> = new Set([
  'mlflow.source.git.commit', 'mlflow.source.git.branch', 'mlflow.gitBranchName', 'mlflow.source.git.repoURL', 'mlflow.gitRepoURL', 'mlflow.source.git.dirty', 'mlflow.source.name', 'mlflow.source.type',
  'mlflow.runName', 'mlflow.parentRunId', 'mlflow.user', 'mlflow.project.entryPoint',
  'mlflow.databricks.gitRepoCommit', 'mlflow.databricks.gitRepoUrl', 'mlflow.databricks.gitRepoReference',
]);

export function tagsThatTell(tags: readonly (readonly [key: string, value: string])[]): RunRecord['tags'] {
  return Object.fromEntries(tags.filter(([key, value]) => tellingTags.has(key) && value.trim() !== '').map(([key, value]) => [key, value.trim().slice(0, 2_000).toWellFormed()]));
}

const codes: Readonly<Record<string, RunStatus>> = {
  1: 'running', 2: 'queued', 3: 'succeeded', 4: 'failed', 5: 'cancelled',
  RUNNING: 'running', SCHEDULED: 'queued', FINISHED: 'succeeded', FAILED: 'failed', KILLED: 'cancelled',
};

/** The file store writes numbers, everything else words. */
export function runStatus(written: string | null): RunStatus {
  return Object.entries(codes).find(([code]) => code === written?.toUpperCase())?.[1] ?? 'unknown';
}

/** How many models `mlflow.log-model.history` lists; 0 where it is not a list. */
export function loggedModels(history: string | null): number {
  if (history === null || history.length > 5_000_000) return 0;
  try {
    const list: unknown = JSON.parse(history);
    return Array.isArray(list) ? list.length : 0;
  } catch {
    return 0;
  }
}

/** A text, or null where nothing stands in it. */
export function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
