import type { Fact, FactOf } from '../../facts.ts';
import { ticketsIn } from '../../hosting/tickets.ts';
import { hoursBetween } from '../../hosting/hours.ts';
import { instantOf } from '../../instant.ts';
import { type People, isProgram, withoutPeople } from '../../people.ts';
import { type Spot, at, isWritten, items, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { unstatedApproval, unstatedRequest } from '../../unstated-delivery.ts';
import { type GithubRecord, accountOf, repositoryOf } from './record.ts';

type Request = FactOf<'change.request'>;

/** A pull request. Lists of them say neither who merged nor how many comments there are. */
export function requestFact(record: GithubRecord, people: People): Request {
  const { spot } = record;
  const merged = instantOf(textAt(spot, 'merged_at'));
  const asked = [...items(at(spot, 'requested_reviewers')).map((one) => people(accountOf(one))), ...items(at(spot, 'requested_teams')).map((team) => textAt(team, 'slug'))];
  const comments = [wholeAt(spot, 'comments'), wholeAt(spot, 'review_comments')].filter((count) => count !== null);
  return {
    type: 'change.request', place: placeOf(spot), ...unstatedRequest, id: textAt(spot, 'number') ?? '', system: 'github',
    repository: repositoryOf(record), commit: textAt(spot, 'head', 'sha'), title: withoutPeople(textAt(spot, 'title')), state: stateOf(spot, merged !== null || saysTrue(spot, 'merged')),
    sourceBranch: textAt(spot, 'head', 'ref'), targetBranch: textAt(spot, 'base', 'ref'), mergeCommit: merged === null ? null : textAt(spot, 'merge_commit_sha'),
    reviewers: isWritten(at(spot, 'requested_reviewers')) ? new Set(asked).size : null, comments: comments.length === 0 ? null : comments.reduce((sum, count) => sum + count, 0),
    selfMerged: sameAccount(accountOf(spot, 'merged_by'), accountOf(spot, 'user')), issues: ticketsIn(textAt(spot, 'title'), textAt(spot, 'body')),
    createdAt: instantOf(textAt(spot, 'created_at')), mergedAt: merged, hoursOpen: hoursBetween(textAt(spot, 'created_at'), textAt(spot, 'merged_at') ?? textAt(spot, 'closed_at')),
  };
}

function stateOf(spot: Spot, merged: boolean): Request['state'] {
  if (merged || textAt(spot, 'state')?.toLowerCase() === 'merged') return 'merged';
  if (textAt(spot, 'state')?.toLowerCase() === 'closed') return 'closed';
  if (textAt(spot, 'state')?.toLowerCase() !== 'open') return 'unknown';
  return saysTrue(spot, 'draft') || saysTrue(spot, 'isDraft') ? 'draft' : 'open';
}

function sameAccount(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : one === other;
}

/** Reviews as approvals; with `whole` (a list of the reviews of requests) also what each request got. */
export function reviewFacts(records: readonly GithubRecord[], people: People, whole: boolean): readonly Fact[] {
  const reviews = records.map((record) => ({ record, reviewer: people(accountOf(record.spot, 'user')) }));
  const byRequest = [...Map.groupBy(reviews, ({ record }) => requestNumber(record.spot))];
  return [
    ...(whole ? byRequest.flatMap(([number, own]) => (number === null ? [] : [reviewedRequest(number, own)])) : []),
    ...reviews.map(({ record, reviewer }) => reviewApproval(record.spot, reviewer, textAt(record.spot, 'submitted_at'))),
  ];
}

function requestNumber(review: Spot): string | null {
  return /\/pulls?\/([0-9]+)$/.exec(textAt(review, 'pull_request_url') ?? '')?.[1] ?? null;
}

type Reviewed = { readonly record: GithubRecord; readonly reviewer: string | null };

/** The last word of each reviewer counts; a comment takes no approval back. */
function reviewedRequest(id: string, reviews: readonly Reviewed[]): Request {
  const [first, ...others] = reviews.map(({ record }) => record);
  return {
    type: 'change.request', ...unstatedRequest, place: first === undefined ? { file: '', pointer: '' } : placeOf(first.spot), also: others.map(({ spot }) => placeOf(spot)),
    id, system: 'github', repository: first === undefined ? null : repositoryOf(first),
    ...votes(reviews.map(({ record, reviewer }) => ({ reviewer, state: textAt(record.spot, 'state') ?? '' }))),
  };
}

type Vote = { readonly reviewer: string | null; readonly state: string };

/** Programs that approve are no reviewers. */
function votes(all: readonly Vote[]): Pick<Request, 'approvals' | 'changesRequested' | 'reviewers'> {
  const people = all.filter(({ reviewer }) => reviewer === null || !isProgram(reviewer));
  const telling = people.filter(({ state }) => !/^(?:commented|pending)$/i.test(state));
  const last = [...new Map(telling.map(({ reviewer, state }) => [reviewer, state.toLowerCase()])).values()];
  return { approvals: last.filter((state) => state === 'approved').length, changesRequested: last.filter((state) => state === 'changes_requested').length, reviewers: new Set(people.map(({ reviewer }) => reviewer)).size };
}

/** A review is an approval that says yes (`approved`), no (`changes_requested`) or neither. */
function reviewApproval(review: Spot, reviewer: string | null, at: string | null): FactOf<'approval'> {
  const state = (textAt(review, 'state') ?? '').toLowerCase();
  return {
    type: 'approval', place: placeOf(review), ...unstatedApproval, of: 'change', source: 'github-review', approved: state === 'approved' ? true : state === 'changes_requested' ? false : null,
    mode: reviewer === null ? 'unstated' : isProgram(reviewer) ? 'program' : 'person', channel: state === '' ? null : state, approver: reviewer,
    role: textAt(review, 'author_association') ?? textAt(review, 'authorAssociation'), rationale: withoutPeople(textAt(review, 'body')) === '' ? null : withoutPeople(textAt(review, 'body')), decidedAt: instantOf(at),
  };
}

/** An entry of `gh pr list --json`, which can carry its reviews and checks. */
export function listedRequestFacts(record: GithubRecord, people: People): readonly Fact[] {
  const { spot } = record;
  const listed = isWritten(at(spot, 'reviews')) ? at(spot, 'reviews') : at(spot, 'latestReviews');
  const reviews = items(listed).map((review) => ({ review, reviewer: people(accountOf(review, 'author')) }));
  const merged = instantOf(textAt(spot, 'mergedAt'));
  const checks = items(at(spot, 'statusCheckRollup')).map((check) => (textAt(check, 'conclusion') ?? textAt(check, 'state') ?? '').toUpperCase());
  const request: Request = {
    type: 'change.request', place: placeOf(spot), ...unstatedRequest, id: textAt(spot, 'number') ?? '', system: 'github',
    repository: repositoryOf({ ...record, spot: { ...spot, value: { url: textAt(spot, 'url') } } }), commit: textAt(spot, 'headRefOid'), title: withoutPeople(textAt(spot, 'title')), state: stateOf(spot, merged !== null),
    sourceBranch: textAt(spot, 'headRefName'), targetBranch: textAt(spot, 'baseRefName'), mergeCommit: textAt(spot, 'mergeCommit', 'oid'),
    ...(isWritten(listed) ? votes(reviews.map(({ review, reviewer }) => ({ reviewer, state: textAt(review, 'state') ?? '' }))) : {}),
    comments: isWritten(at(spot, 'comments')) ? items(at(spot, 'comments')).length : null,
    checksPassed: checks.length === 0 ? null : checks.every((state) => ['SUCCESS', 'NEUTRAL', 'SKIPPED'].includes(state)),
    selfMerged: sameAccount(accountOf(spot, 'mergedBy'), accountOf(spot, 'author')), issues: ticketsIn(textAt(spot, 'title'), textAt(spot, 'body')),
    createdAt: instantOf(textAt(spot, 'createdAt')), mergedAt: merged, hoursOpen: hoursBetween(textAt(spot, 'createdAt'), textAt(spot, 'mergedAt') ?? textAt(spot, 'closedAt')),
  };
  return [request, ...reviews.map(({ review, reviewer }) => reviewApproval(review, reviewer, textAt(review, 'submittedAt')))];
}
