import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type People, isProgram, withoutPeople } from '../../people.ts';
import { type Spot, at, items, oneOrMany, placeOf, textAt, textsAt } from '../../spot.ts';
import { stageOfName } from '../../stage-of-name.ts';
import { unstatedApproval, unstatedEnvironment } from '../../unstated-delivery.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { type GithubRecord, accountOf, repositoryOf } from './record.ts';
import { outcomeOf, spanOf } from './runs.ts';

type Run = FactOf<'pipeline.run'>;
type Approval = FactOf<'approval'>;

/** A deployment as a run whose job is the environment; its state stands in the status beside it, or in none. */
export function deploymentFacts(record: GithubRecord, people: People, beside: readonly GithubRecord[]): readonly Fact[] {
  const { spot } = record;
  const status = beside.find(({ kind, around }) => kind === 'deployment-status' && around === record.around)?.spot ?? items(at(spot, 'statuses'))[0];
  const state = status === undefined ? null : textAt(status, 'state');
  const run: Run = {
    type: 'pipeline.run', place: placeOf(spot), ...unstatedRun, also: status === undefined ? [] : [placeOf(status)], run: textAt(spot, 'id') ?? '', system: 'github-deployment',
    repository: repositoryOf(record), commit: textAt(spot, 'sha'), pipeline: textAt(spot, 'task') ?? 'deploy', job: textAt(spot, 'environment'), name: withoutPeople(textAt(spot, 'description')),
    parentRun: textAt(record.around, 'workflow_run', 'id'), status: outcomeOf(state, null), trigger: textAt(record.around, 'workflow_run', 'event'), branch: textAt(spot, 'ref'), user: people(accountOf(spot, 'creator')),
    ...spanOf(textAt(spot, 'created_at'), status === undefined || !isEnd(state) ? null : textAt(status, 'created_at')),
  };
  return [run];
}

function isEnd(state: string | null): boolean {
  return ['succeeded', 'failed'].includes(outcomeOf(state, null));
}

/** The statuses of deployments, which carry no commit: per deployment its last outcome, and when it got there. */
export function statusListFacts(records: readonly GithubRecord[]): readonly Run[] {
  return [...Map.groupBy(records, ({ spot }) => textAt(spot, 'deployment_url') ?? '')].flatMap(([address, own]) => {
    const ordered = own.toSorted((one, other) => ((textAt(one.spot, 'created_at') ?? '') < (textAt(other.spot, 'created_at') ?? '') ? -1 : 1));
    const [first, last] = [ordered[0], ordered.findLast(({ spot }) => isEnd(textAt(spot, 'state'))) ?? ordered.at(-1)];
    return first === undefined || last === undefined ? [] : [statusRun(address, first, last)];
  });
}

function statusRun(address: string, first: GithubRecord, last: GithubRecord): Run {
  const state = textAt(last.spot, 'state');
  return {
    type: 'pipeline.run', place: placeOf(last.spot), ...unstatedRun, also: first === last ? [] : [placeOf(first.spot)], run: /\/deployments\/([0-9]+)/.exec(address)?.[1] ?? textAt(last.spot, 'id') ?? '', system: 'github-deployment',
    repository: repositoryOf(last), pipeline: 'deploy', job: textAt(last.spot, 'environment'), status: outcomeOf(state, null),
    ...spanOf(textAt(first.spot, 'created_at'), isEnd(state) ? textAt(last.spot, 'created_at') : null),
  };
}

/** Somebody was asked to let a run into an environment, or did so. Who was asked is no answer. */
export function deploymentReviewFacts({ spot }: GithubRecord, people: People): readonly Approval[] {
  const action = textAt(spot, 'action');
  const decided = action === 'approved' || action === 'rejected';
  const approver = decided ? people(accountOf(spot, 'approver') ?? accountOf(spot, 'sender')) : null;
  return [{
    type: 'approval', place: placeOf(spot), ...unstatedApproval, of: 'deployment', source: 'github-deployment-review', run: textAt(spot, 'workflow_run', 'id'),
    approved: decided ? action === 'approved' : null, mode: approver === null ? 'unstated' : isProgram(approver) ? 'program' : 'person',
    channel: channelOf(action, [textAt(spot, 'environment'), ...oneOrMany(at(spot, 'workflow_job_runs')).map((job) => textAt(job, 'environment'))]), approver,
    role: decided ? null : items(at(spot, 'reviewers')).map((one) => textAt(one, 'type')).find((type) => type !== null) ?? null,
    rationale: withoutPeople(textAt(spot, 'comment')) === '' ? null : withoutPeople(textAt(spot, 'comment')), decidedAt: instantOf(textAt(spot, 'since')),
  }];
}

function channelOf(state: string | null, environments: readonly (string | null)[]): string {
  return [state ?? 'review', ...new Set(environments.filter((name) => name !== null))].join(' ');
}

/** An entry of the approvals of a run (`/actions/runs/…/approvals`); it tells no time. */
export function runApprovalFact({ spot }: GithubRecord, people: People): Approval {
  const state = textAt(spot, 'state');
  const approver = people(accountOf(spot, 'user'));
  return {
    type: 'approval', place: placeOf(spot), ...unstatedApproval, of: 'deployment', source: 'github-deployment-review',
    approved: state === 'approved' ? true : state === 'rejected' ? false : null, mode: approver === null ? 'unstated' : isProgram(approver) ? 'program' : 'person',
    channel: channelOf(state, items(at(spot, 'environments')).map((one) => textAt(one, 'name'))), approver, rationale: withoutPeople(textAt(spot, 'comment')) === '' ? null : withoutPeople(textAt(spot, 'comment')),
  };
}

/** An environment with the rules that protect it; one without any rule is open to every run. */
export function environmentFact(record: GithubRecord): FactOf<'environment.definition'> {
  const { spot } = record;
  const rules = items(at(spot, 'protection_rules'));
  return {
    type: 'environment.definition', place: placeOf(spot), ...unstatedEnvironment, name: textAt(spot, 'name') ?? '', kind: 'stage', system: 'github-environment',
    stage: stageOfName(textAt(spot, 'name')), protected: rules.some(protects), location: repositoryOf(record),
  };
}

/** Reviewers that are named, time to wait, or branches that are limited; a rule with an empty list of reviewers asks nobody. */
function protects(rule: Spot): boolean {
  const type = textAt(rule, 'type');
  if (type === 'required_reviewers') return items(at(rule, 'reviewers')).length > 0;
  return type === 'wait_timer' ? Number(textAt(rule, 'wait_timer') ?? 0) > 0 : textsAt(rule, 'type').length > 0;
}
