import type { Fact, FactOf } from '../../facts.ts';
import { hoursBetween } from '../../hosting/hours.ts';
import { ticketsIn } from '../../hosting/tickets.ts';
import { instantOf } from '../../instant.ts';
import { type People, isProgram, withoutPeople } from '../../people.ts';
import { type Spot, at, isWritten, items, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { unstatedApproval, unstatedRequest } from '../../unstated-delivery.ts';
import { accountOf, repositoryOf } from './record.ts';

type Request = FactOf<'change.request'>;

/** A merge request as the interface gives it. */
export function requestFact(spot: Spot): Request {
  return {
    type: 'change.request', place: placeOf(spot), ...unstatedRequest, id: textAt(spot, 'iid') ?? '', system: 'gitlab', repository: repositoryOf(spot), commit: textAt(spot, 'sha'),
    title: withoutPeople(textAt(spot, 'title')), state: stateOf(spot), sourceBranch: textAt(spot, 'source_branch'), targetBranch: textAt(spot, 'target_branch'),
    mergeCommit: textAt(spot, 'merge_commit_sha') ?? textAt(spot, 'squash_commit_sha'), reviewers: isWritten(at(spot, 'reviewers')) ? items(at(spot, 'reviewers')).length : null, comments: wholeAt(spot, 'user_notes_count'),
    checksPassed: passedBy(textAt(spot, 'head_pipeline', 'status')), selfMerged: sameId(accountOf(spot, 'author'), accountOf(spot, 'merge_user') ?? accountOf(spot, 'merged_by')),
    issues: ticketsIn(textAt(spot, 'title'), textAt(spot, 'description')), createdAt: instantOf(textAt(spot, 'created_at')), mergedAt: instantOf(textAt(spot, 'merged_at')),
    hoursOpen: hoursBetween(textAt(spot, 'created_at'), textAt(spot, 'merged_at') ?? textAt(spot, 'closed_at')),
  };
}

/** A pipeline that is still under way, or was never started, says neither. */
function passedBy(pipeline: string | null): boolean | null {
  if (pipeline === 'success') return true;
  return pipeline === 'failed' || pipeline === 'canceled' ? false : null;
}

const states: Readonly<Record<string, Request['state']>> = { opened: 'open', locked: 'open', merged: 'merged', closed: 'closed' };

function stateOf(spot: Spot): Request['state'] {
  const written = textAt(spot, 'state') ?? '';
  const state = Object.hasOwn(states, written) ? states[written] ?? 'unknown' : 'unknown';
  return state === 'open' && (saysTrue(spot, 'draft') || saysTrue(spot, 'work_in_progress')) ? 'draft' : state;
}

/** The approvals of one merge request: what it got, and each approval. That none is required comes out in the branch rules. */
export function approvalFacts(spot: Spot, people: People): readonly Fact[] {
  const given = items(at(spot, 'approved_by')).map((one) => ({ one, approver: people(accountOf(one, 'user')), decidedAt: instantOf(textAt(one, 'approved_at')) }));
  const id = textAt(spot, 'iid');
  const request: Request = {
    type: 'change.request', place: placeOf(spot), ...unstatedRequest, id: id ?? '', system: 'gitlab', repository: repositoryOf(spot), title: withoutPeople(textAt(spot, 'title')), state: stateOf(spot),
    approvals: given.filter(({ approver }) => approver === null || !isProgram(approver)).length, createdAt: instantOf(textAt(spot, 'created_at')),
  };
  return [...(id === null ? [] : [request]), ...given.map(({ one, approver, decidedAt }) => approvalOf(one, 'change', approver, { approved: true, channel: 'approved', source: 'gitlab-approval', decidedAt }))];
}

type Said = { readonly approved: boolean | null; readonly channel: string | null; readonly source: string; readonly decidedAt: string | null };

/** An approval that a person or a program gave or refused. */
export function approvalOf(spot: Spot, of: FactOf<'approval'>['of'], approver: string | null, said: Said): FactOf<'approval'> {
  const rationale = withoutPeople(textAt(spot, 'comment'));
  return {
    type: 'approval', place: placeOf(spot), ...unstatedApproval, of, ...said, approver, mode: approver === null ? 'unstated' : isProgram(approver) ? 'program' : 'person', rationale: rationale === '' ? null : rationale,
  };
}

/** A merge request as its webhook tells it; an approval or its withdrawal is one of its events. */
export function requestEventFacts(spot: Spot, people: People): readonly Fact[] {
  const own = at(spot, 'object_attributes');
  const action = textAt(own, 'action') ?? '';
  const ends = ['merge', 'close'].includes(action);
  const request: Request = {
    type: 'change.request', place: placeOf(own), ...unstatedRequest, id: textAt(own, 'iid') ?? '', system: 'gitlab', repository: repositoryOf(spot), commit: textAt(own, 'last_commit', 'id'),
    title: withoutPeople(textAt(own, 'title')), state: stateOf(own), sourceBranch: textAt(own, 'source_branch'), targetBranch: textAt(own, 'target_branch'), mergeCommit: textAt(own, 'merge_commit_sha'),
    reviewers: isWritten(at(spot, 'reviewers')) ? items(at(spot, 'reviewers')).length : null, selfMerged: action === 'merge' ? sameId(textAt(spot, 'user', 'id'), textAt(own, 'author_id')) : null,
    issues: ticketsIn(textAt(own, 'title'), textAt(own, 'description')), createdAt: instantOf(textAt(own, 'created_at')), mergedAt: action === 'merge' ? instantOf(textAt(own, 'merged_at') ?? textAt(own, 'updated_at')) : null,
    hoursOpen: ends ? hoursBetween(textAt(own, 'created_at'), textAt(own, 'updated_at')) : null,
  };
  return [request, ...toldApproval(spot, action, people)];
}

function toldApproval(spot: Spot, action: string, people: People): readonly Fact[] {
  const told = /^(un)?approv(?:ed|al)$/.exec(action);
  if (told === null) return [];
  const decidedAt = instantOf(textAt(spot, 'object_attributes', 'updated_at'));
  return [approvalOf(at(spot, 'user'), 'change', people(accountOf(spot, 'user')), { approved: told[1] === undefined ? true : null, channel: action, source: 'gitlab-approval', decidedAt })];
}

function sameId(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : one === other;
}
