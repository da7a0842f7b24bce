import type { FactOf } from '../../facts.ts';
import { instantOf, secondsBetween } from '../../instant.ts';
import { type People, withoutPeople } from '../../people.ts';
import { type Spot, at, items, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { type GithubRecord, accountOf, repositoryOf } from './record.ts';

type Run = FactOf<'pipeline.run'>;

const outcomes: Readonly<Record<string, Run['status']>> = {
  success: 'succeeded', failure: 'failed', error: 'failed', timed_out: 'failed', startup_failure: 'failed', cancelled: 'cancelled', skipped: 'skipped',
  in_progress: 'running', queued: 'queued', requested: 'queued', waiting: 'queued', pending: 'queued',
};

/** The outcome where there is one, else how far it got; `neutral`, `stale`, `action_required` and `inactive` say neither good nor bad. */
export function outcomeOf(conclusion: string | null, status: string | null): Run['status'] {
  const written = (conclusion === null || conclusion === '' ? status : conclusion)?.toLowerCase() ?? '';
  return Object.hasOwn(outcomes, written) ? outcomes[written] ?? 'unknown' : 'unknown';
}

type Span = Pick<Run, 'startedAt' | 'endedAt' | 'durationSeconds'>;

export function spanOf(from: string | null, to: string | null): Span {
  const [startedAt, endedAt] = [instantOf(from), instantOf(to)];
  const seconds = secondsBetween(startedAt, endedAt);
  return { startedAt, endedAt, durationSeconds: seconds !== null && seconds >= 0 ? seconds : null };
}

/** A workflow run. It has no end of its own: once it has a conclusion, its last change is its end. */
export function runFact(record: GithubRecord, people: People): Run {
  const { spot } = record;
  const conclusion = textAt(spot, 'conclusion');
  const workflow = textAt(spot, 'name') ?? textAt(record.around, 'workflow', 'name');
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? '', system: 'github-actions',
    repository: repositoryOf(record), commit: textAt(spot, 'head_sha'), pipeline: withoutPeople(workflow) ?? textAt(spot, 'path'), name: withoutPeople(textAt(spot, 'display_title')),
    status: outcomeOf(conclusion, textAt(spot, 'status')), trigger: textAt(spot, 'event'), branch: textAt(spot, 'head_branch'), attempt: wholeAt(spot, 'run_attempt'),
    user: people(accountOf(spot, 'triggering_actor') ?? accountOf(spot, 'actor')),
    ...spanOf(textAt(spot, 'run_started_at') ?? textAt(spot, 'created_at'), conclusion === null ? null : textAt(spot, 'updated_at')),
  };
}

/** One job of a run, with its steps. */
export function jobFact(record: GithubRecord): Run {
  const { spot } = record;
  const steps = items(at(spot, 'steps'));
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? '', system: 'github-actions',
    repository: repositoryOf(record), commit: textAt(spot, 'head_sha'), pipeline: withoutPeople(textAt(spot, 'workflow_name')), job: textAt(spot, 'name'), parentRun: textAt(spot, 'run_id'),
    status: outcomeOf(textAt(spot, 'conclusion'), textAt(spot, 'status')), branch: textAt(spot, 'head_branch'), attempt: wholeAt(spot, 'run_attempt'),
    steps: steps.length, failedSteps: steps.filter((step) => outcomeOf(textAt(step, 'conclusion'), null) === 'failed').map(nameOf),
    ...spanOf(textAt(spot, 'started_at'), textAt(spot, 'completed_at')),
  };
}

function nameOf(step: Spot): string {
  return textAt(step, 'name') ?? textAt(step, 'number') ?? '';
}

/** A check of any application; of GitHub Actions itself it is a job without its steps. */
export function checkFact(record: GithubRecord): Run {
  const { spot } = record;
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? '', system: 'github-checks',
    repository: repositoryOf(record), commit: textAt(spot, 'head_sha'), pipeline: textAt(spot, 'app', 'slug') ?? textAt(spot, 'app', 'name'), job: withoutPeople(textAt(spot, 'name')),
    status: outcomeOf(textAt(spot, 'conclusion'), textAt(spot, 'status')), branch: textAt(spot, 'check_suite', 'head_branch'),
    ...spanOf(textAt(spot, 'started_at'), textAt(spot, 'completed_at')),
  };
}

/** All checks of one application over a commit. */
export function suiteFact(record: GithubRecord): Run {
  const { spot } = record;
  const conclusion = textAt(spot, 'conclusion');
  return { ...checkFact(record), branch: textAt(spot, 'head_branch'), ...spanOf(textAt(spot, 'created_at'), conclusion === null ? null : textAt(spot, 'updated_at')) };
}

/** A commit status that another system reported. */
export function statusFact(record: GithubRecord): Run {
  const { spot } = record;
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'id') ?? textAt(spot, 'sha') ?? '', system: 'github-status',
    repository: repositoryOf(record), commit: textAt(spot, 'sha'), pipeline: textAt(spot, 'context'), status: outcomeOf(textAt(spot, 'state'), null),
    ...spanOf(textAt(spot, 'created_at'), null),
  };
}

/** Somebody started a workflow by hand; the run itself is another record. */
export function dispatchFact({ spot }: GithubRecord): FactOf<'pipeline.trigger'> {
  return {
    type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline: textAt(spot, 'workflow') ?? '', kind: 'manual', event: 'workflow_dispatch',
    branches: [(textAt(spot, 'ref') ?? '').replace(/^refs\/(?:heads|tags)\//, '')], paths: [], schedule: null,
  };
}

/** A line of `gh run list --json`. */
export function listedRunFact(record: GithubRecord): Run {
  const { spot } = record;
  const conclusion = textAt(spot, 'conclusion');
  const ended = conclusion === null || conclusion === '' ? null : textAt(spot, 'updatedAt');
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: textAt(spot, 'databaseId') ?? textAt(spot, 'number') ?? textAt(spot, 'headSha') ?? '', system: 'github-actions',
    repository: repositoryOf({ ...record, spot: { ...spot, value: { url: textAt(spot, 'url') } } }), commit: textAt(spot, 'headSha'),
    pipeline: textAt(spot, 'workflowName') ?? textAt(spot, 'name'), name: withoutPeople(textAt(spot, 'displayTitle')),
    status: outcomeOf(conclusion, textAt(spot, 'status')), trigger: textAt(spot, 'event'), branch: textAt(spot, 'headBranch'), attempt: wholeAt(spot, 'attempt'),
    ...spanOf(textAt(spot, 'startedAt') ?? textAt(spot, 'createdAt'), ended),
  };
}
