import { secondsBetween } from '../../instant.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { placeOf, textAt } from '../../spot.ts';
import { firstInstant, firstText, keysAmong, onlyMapping } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

/** `{run_id, pipeline_name, created, log_uri}` and nothing that belongs to a tracking server: which run of which pipeline made the folder. */
export const runMetadata: RecordShape = {
  recognises: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    return root !== null && textAt(root, 'run_id') !== null && keysAmong(root, ['pipeline_name', 'pipeline']) > 0 && keysAmong(root, ['log_uri', 'log_path', 'logs']) > 0 && keysAmong(root, ['artifact_uri', 'experiment_id', 'lifecycle_stage', 'jobs']) === 0;
  },
  read: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    const run = root === null ? null : textAt(root, 'run_id');
    if (root === null || run === null) return { facts: [], fragments: [] };
    const startedAt = firstInstant(root, 'created', 'started_at', 'start_time');
    const endedAt = firstInstant(root, 'ended_at', 'end_time');
    return {
      facts: [{
        type: 'pipeline.run', place: placeOf(root), also: [], release: releaseOfPath(file.path) ?? run, repository: null, commit: textAt(root, 'commit'), model: null, modelVersion: null, modelHash: null,
        run, pipeline: firstText(root, 'pipeline_name', 'pipeline'), job: null, experiment: null, name: textAt(root, 'run_name'), parentRun: null, system: 'home-made',
        status: statusOf(textAt(root, 'status')), trigger: textAt(root, 'trigger'), branch: textAt(root, 'branch'), attempt: null,
        parameters: [], parameterCount: 0, metrics: [], metricCount: 0, tracked: false, empty: false, outputs: 0, inputs: 0, steps: null, failedSteps: [], deleted: false, stale: false,
        user: textAt(root, 'user'), startedAt, endedAt, durationSeconds: secondsBetween(startedAt, endedAt),
      }],
      fragments: releaseRecord(file, 'run', placeOf(root), { run, createdAt: startedAt }),
    };
  },
};

function statusOf(written: string | null): 'succeeded' | 'failed' | 'cancelled' | 'running' | 'unknown' {
  const status = (written ?? '').toLowerCase();
  if (/^(?:completed?|succeeded|success|finished)$/.test(status)) return 'succeeded';
  if (/^(?:failed|failure|error)$/.test(status)) return 'failed';
  if (/^(?:cancell?ed|stopped|killed)$/.test(status)) return 'cancelled';
  return status === 'running' ? 'running' : 'unknown';
}
