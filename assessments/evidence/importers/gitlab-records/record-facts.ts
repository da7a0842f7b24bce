import type { Fact } from '../../facts.ts';
import type { People } from '../../people.ts';
import { deploymentEventFact, deploymentFacts, environmentFact, protectedEnvironmentFact } from './deployments.ts';
import { pushFacts } from './pushes.ts';
import type { GitlabRecord } from './record.ts';
import { releaseEventFacts, releaseFacts } from './releases.ts';
import { approvalFacts, requestEventFacts, requestFact } from './requests.ts';
import { jobEventFact, jobFact, pipelineEventFacts, pipelineFact } from './runs.ts';

const readers: Readonly<Record<GitlabRecord['kind'], (spot: GitlabRecord['spot'], people: People) => readonly Fact[]>> = {
  pipeline: (spot, people) => [pipelineFact(spot, people)],
  job: (spot, people) => [jobFact(spot, people)],
  request: (spot) => [requestFact(spot)],
  approvals: approvalFacts,
  deployment: deploymentFacts,
  release: releaseFacts,
  environment: (spot) => [environmentFact(spot)],
  'protected-environment': (spot) => [protectedEnvironmentFact(spot)],
  'pipeline-event': pipelineEventFacts,
  'job-event': (spot) => [jobEventFact(spot)],
  'request-event': requestEventFacts,
  'deployment-event': (spot, people) => [deploymentEventFact(spot, people)],
  'release-event': releaseEventFacts,
  'push-event': pushFacts,
};

/** The facts of one record. */
export function factsOfRecord({ kind, spot }: GitlabRecord, people: People): readonly Fact[] {
  return readers[kind](spot, people);
}
