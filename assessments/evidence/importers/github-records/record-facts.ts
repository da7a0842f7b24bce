import type { Fact } from '../../facts.ts';
import type { People } from '../../people.ts';
import { deploymentFacts, deploymentReviewFacts, environmentFact, runApprovalFact, statusListFacts } from './deployments.ts';
import { protectionFact } from './protection.ts';
import { pushFacts } from './pushes.ts';
import type { GithubRecord } from './record.ts';
import { releaseFacts } from './releases.ts';
import { listedRequestFacts, requestFact, reviewFacts } from './requests.ts';
import { checkFact, dispatchFact, jobFact, listedRunFact, runFact, statusFact, suiteFact } from './runs.ts';

type Reader = (record: GithubRecord, people: People, beside: readonly GithubRecord[]) => readonly Fact[];

const readers: Readonly<Record<Exclude<GithubRecord['kind'], 'review' | 'deployment-status'>, Reader>> = {
  run: (record, people) => [runFact(record, people)],
  job: (record) => [jobFact(record)],
  check: (record) => [checkFact(record)],
  suite: (record) => [suiteFact(record)],
  status: (record) => [statusFact(record)],
  push: (record) => pushFacts(record),
  dispatch: (record) => [dispatchFact(record)],
  request: (record, people) => [requestFact(record, people)],
  deployment: (record, people, beside) => deploymentFacts(record, people, beside),
  'deployment-review': (record, people) => deploymentReviewFacts(record, people),
  'run-approval': (record, people) => [runApprovalFact(record, people)],
  release: (record) => releaseFacts(record),
  environment: (record) => [environmentFact(record)],
  protection: (record) => [protectionFact(record)],
  'listed-run': (record) => [listedRunFact(record)],
  'listed-request': (record, people) => listedRequestFacts(record, people),
};

/** The facts of all records of a file; reviews of one request, and the statuses of one deployment, are put together. */
export function factsOfRecords(records: readonly GithubRecord[], people: People): readonly Fact[] {
  const single = records.flatMap((record) => (record.kind === 'review' || record.kind === 'deployment-status' ? [] : readers[record.kind](record, people, records)));
  const requests = records.some(({ kind }) => kind === 'request');
  const deployments = records.some(({ kind }) => kind === 'deployment');
  return [
    ...single,
    ...reviewFacts(records.filter(({ kind }) => kind === 'review'), people, !requests),
    ...(deployments ? [] : statusListFacts(records.filter(({ kind }) => kind === 'deployment-status'))),
  ];
}
