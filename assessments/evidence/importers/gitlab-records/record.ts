import { plainAddress } from '../../plain-address.ts';
import { repositoryName } from '../../repository-name.ts';
import { type Spot, at, isGiven, isMapping, isWritten, textAt } from '../../spot.ts';

export type RecordKind =
  | 'pipeline' | 'job' | 'request' | 'approvals' | 'deployment' | 'release' | 'environment' | 'protected-environment'
  | 'pipeline-event' | 'job-event' | 'request-event' | 'deployment-event' | 'release-event' | 'push-event';
export type GitlabRecord = { readonly kind: RecordKind; readonly spot: Spot };

type Shape = { readonly kind: RecordKind; readonly given: readonly string[]; readonly written: readonly string[] };

/** Objects of the interface by the keys that make them; `given` must have a value, `written` only stand there. */
const shapes: readonly Shape[] = [
  { kind: 'request', given: ['iid', 'project_id', 'source_branch', 'target_branch', 'state'], written: ['merged_at'] },
  { kind: 'approvals', given: ['approved_by'], written: ['approved', 'user_has_approved'] },
  { kind: 'approvals', given: ['iid', 'approved_by', 'approvals_required'], written: ['approvals_left'] },
  { kind: 'deployment', given: ['iid', 'ref', 'sha', 'status', 'environment'], written: ['deployable'] },
  { kind: 'job', given: ['id', 'status', 'stage', 'name', 'pipeline'], written: ['allow_failure', 'started_at', 'finished_at'] },
  { kind: 'pipeline', given: ['id', 'project_id', 'sha', 'ref', 'status', 'web_url'], written: ['created_at', 'updated_at'] },
  { kind: 'release', given: ['tag_name', 'commit', '_links'], written: ['released_at', 'assets'] },
  { kind: 'protected-environment', given: ['name', 'deploy_access_levels'], written: [] },
  { kind: 'environment', given: ['id', 'name', 'slug', 'state'], written: ['external_url', 'tier'] },
];

/** Payloads by `object_kind`, with the keys they must have. */
const events: Readonly<Record<string, Shape>> = {
  pipeline: { kind: 'pipeline-event', given: ['object_attributes', 'project'], written: ['builds'] },
  build: { kind: 'job-event', given: ['build_id', 'build_name', 'build_status'], written: ['pipeline_id'] },
  merge_request: { kind: 'request-event', given: ['object_attributes', 'project'], written: ['user'] },
  deployment: { kind: 'deployment-event', given: ['status', 'environment', 'deployment_id'], written: ['project'] },
  release: { kind: 'release-event', given: ['tag', 'action', 'project'], written: ['assets'] },
  push: { kind: 'push-event', given: ['ref', 'project', 'commits'], written: ['checkout_sha'] },
  tag_push: { kind: 'push-event', given: ['ref', 'project', 'commits'], written: ['checkout_sha'] },
};

/** The record an object is; null where it is none of those known. */
export function recordOf(spot: Spot): GitlabRecord | null {
  if (!isMapping(spot.value)) return null;
  const event = textAt(spot, 'object_kind');
  if (event !== null) return Object.hasOwn(events, event) ? ofShape(spot, events[event]) : null;
  const shape = shapes.find((one) => has(spot, one));
  return shape === undefined ? null : { kind: shape.kind, spot };
}

function ofShape(spot: Spot, shape: Shape | undefined): GitlabRecord | null {
  return shape !== undefined && has(spot, shape) ? { kind: shape.kind, spot } : null;
}

function has(spot: Spot, { given, written }: Shape): boolean {
  return given.every((key) => isGiven(at(spot, key))) && written.every((key) => isWritten(at(spot, key)));
}

/** `host/group/project` of the payload's project, or out of the address of the object (`…/-/pipelines/7`). */
export function repositoryOf(spot: Spot): string | null {
  const address = textAt(spot, 'project', 'web_url') ?? textAt(spot, 'repository', 'homepage') ?? textAt(spot, 'web_url') ?? textAt(spot, 'deployable', 'pipeline', 'web_url') ?? textAt(spot, '_links', 'self') ?? '';
  return repositoryName(plainAddress(address).replace(/\/-\/.*$/s, ''));
}

/** The account of a person or program. */
export function accountOf(spot: Spot, ...keys: readonly string[]): string | null {
  return textAt(at(spot, ...keys), 'username');
}
