import type { Fact, FactOf } from '../../facts.ts';
import { instantOf, secondsBetween } from '../../instant.ts';
import { type People, withoutPeople } from '../../people.ts';
import { type Spot, at, items, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { accountOf, repositoryOf } from './record.ts';

type Run = FactOf<'pipeline.run'>;

const outcomes: Readonly<Record<string, Run['status']>> = {
  success: 'succeeded', failed: 'failed', canceled: 'cancelled', canceling: 'cancelled', skipped: 'skipped', running: 'running',
  created: 'queued', pending: 'queued', manual: 'queued', scheduled: 'queued', preparing: 'queued', waiting_for_resource: 'queued', waiting_for_callback: 'queued', blocked: 'queued',
};

/** How a pipeline, job or deployment ended or how far it got; a manual job waits for a person. */
export function outcomeOf(status: string | null): Run['status'] {
  return status !== null && Object.hasOwn(outcomes, status) ? outcomes[status] ?? 'unknown' : 'unknown';
}

/** Start and end; the duration as stated, else between them. */
export function spanOf(from: string | null, to: string | null, seconds: number | null = null): Pick<Run, 'startedAt' | 'endedAt' | 'durationSeconds'> {
  const [startedAt, endedAt] = [instantOf(from), instantOf(to)];
  const between = secondsBetween(startedAt, endedAt);
  return { startedAt, endedAt, durationSeconds: seconds ?? (between !== null && between >= 0 ? between : null) };
}

/** A pipeline; lists of them tell neither start nor end, only when it was made and last changed. */
export function pipelineFact(spot: Spot, people: People): Run {
  const status = outcomeOf(textAt(spot, 'status'));
  const over = status === 'succeeded' || status === 'failed' || status === 'cancelled';
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? '', system: 'gitlab-ci',
    repository: repositoryOf(spot), commit: textAt(spot, 'sha'), pipeline: withoutPeople(textAt(spot, 'name')), status, trigger: textAt(spot, 'source'), branch: textAt(spot, 'ref'),
    user: people(accountOf(spot, 'user')),
    ...spanOf(textAt(spot, 'started_at') ?? textAt(spot, 'created_at'), textAt(spot, 'finished_at') ?? (over ? textAt(spot, 'updated_at') : null), numberAt(spot, 'duration')),
  };
}

/** One job of a pipeline. */
export function jobFact(spot: Spot, people: People): Run {
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? '', system: 'gitlab-ci',
    repository: repositoryOf(spot), commit: textAt(spot, 'commit', 'id') ?? textAt(spot, 'pipeline', 'sha'), job: textAt(spot, 'name'), name: textAt(spot, 'stage'), parentRun: textAt(spot, 'pipeline', 'id'),
    status: outcomeOf(textAt(spot, 'status')), trigger: textAt(spot, 'pipeline', 'source'), branch: textAt(spot, 'ref'), user: people(accountOf(spot, 'user')), outputs: items(at(spot, 'artifacts')).filter((one) => textAt(one, 'file_type') !== 'trace').length,
    ...spanOf(textAt(spot, 'started_at'), textAt(spot, 'finished_at'), numberAt(spot, 'duration')),
  };
}

/** A pipeline as its webhook tells it, with its jobs. A job that may fail and did is named with the pipeline's other failures. */
export function pipelineEventFacts(spot: Spot, people: People): readonly Fact[] {
  const own = at(spot, 'object_attributes');
  const jobs = items(at(spot, 'builds'));
  const variables = items(at(own, 'variables')).map((one) => textAt(one, 'key')).filter((key) => key !== null);
  const run: Run = {
    type: 'pipeline.run', place: placeOf(own), also: [], ...unstatedRun, run: textAt(own, 'id') ?? '', system: 'gitlab-ci',
    repository: repositoryOf(spot), commit: textAt(own, 'sha'), pipeline: withoutPeople(textAt(own, 'name')), status: outcomeOf(textAt(own, 'status')), trigger: textAt(own, 'source'), branch: textAt(own, 'ref'),
    parameters: variables.slice(0, 200), parameterCount: variables.length, steps: jobs.length, failedSteps: jobs.filter((job) => textAt(job, 'status') === 'failed').map((job) => textAt(job, 'name') ?? ''),
    user: people(accountOf(spot, 'user')), ...spanOf(textAt(own, 'created_at'), textAt(own, 'finished_at'), numberAt(own, 'duration')),
  };
  return [run, ...jobs.map((job) => jobOfEvent(job, run, people))];
}

function jobOfEvent(job: Spot, of: Run, people: People): Run {
  return {
    type: 'pipeline.run', place: placeOf(job), also: [], ...unstatedRun, run: textAt(job, 'id') ?? '', system: 'gitlab-ci', repository: of.repository, commit: of.commit, pipeline: of.pipeline,
    job: textAt(job, 'name'), name: textAt(job, 'stage'), parentRun: of.run, status: outcomeOf(textAt(job, 'status')), trigger: of.trigger, branch: of.branch, user: people(accountOf(job, 'user')),
    ...spanOf(textAt(job, 'started_at'), textAt(job, 'finished_at'), numberAt(job, 'duration')),
  };
}

/** A job as its own webhook tells it. */
export function jobEventFact(spot: Spot): Run {
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'build_id') ?? '', system: 'gitlab-ci',
    repository: repositoryOf(spot), commit: textAt(spot, 'sha'), job: textAt(spot, 'build_name'), name: textAt(spot, 'build_stage'), parentRun: textAt(spot, 'pipeline_id'),
    status: outcomeOf(textAt(spot, 'build_status')), branch: textAt(spot, 'ref'),
    ...spanOf(textAt(spot, 'build_started_at'), textAt(spot, 'build_finished_at'), numberAt(spot, 'build_duration')),
  };
}
