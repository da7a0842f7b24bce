import { type Spot, at, isGiven, isMapping, textAt } from '../../spot.ts';
import { type GithubRecord, type RecordKind, recordOf } from './record.ts';

/** The objects a payload can carry, by their key; what a key of one event means differs from event to event. */
const carried: readonly (readonly [string, RecordKind])[] = [
  ['workflow_run', 'run'], ['workflow_job', 'job'], ['check_run', 'check'], ['check_suite', 'suite'], ['pull_request', 'request'], ['review', 'review'], ['deployment', 'deployment'], ['deployment_status', 'deployment-status'], ['release', 'release'],
];

/** A payload names the repository it is about and who caused it; a push, a status and a dispatch have no action. */
export function isWebhook(root: Spot): boolean {
  const named = textAt(root, 'repository', 'full_name') !== null && isMapping(at(root, 'sender').value);
  return named && (textAt(root, 'action') !== null || isPush(root) || isStatus(root) || isDispatch(root)) && webhookRecords(root).length > 0;
}

/** All that one payload records. */
export function webhookRecords(root: Spot): readonly GithubRecord[] {
  const own = ownRecord(root);
  const parts = carried.flatMap(([key, kind]) => (isGiven(at(root, key)) ? [part(root, key, kind)] : []));
  return [...(own === null ? [] : [own]), ...parts].filter((record) => record !== null);
}

function ownRecord(root: Spot): GithubRecord | null {
  if (isPush(root)) return { kind: 'push', spot: root, around: root };
  if (isStatus(root)) return { kind: 'status', spot: root, around: root };
  if (isDispatch(root)) return { kind: 'dispatch', spot: root, around: root };
  if (textAt(root, 'rule', 'name') !== null && isGiven(at(root, 'rule', 'repository_id'))) return { kind: 'protection', spot: at(root, 'rule'), around: root };
  return isMapping(at(root, 'workflow_run').value) && Array.isArray(at(root, 'reviewers').value) ? { kind: 'deployment-review', spot: root, around: root } : null;
}

/** Inside a payload a request may lack what a whole one has; the key then says what it is. */
function part(root: Spot, key: string, kind: RecordKind): GithubRecord | null {
  const spot = at(root, key);
  const whole = recordOf(spot, root);
  if (whole !== null) return whole;
  const known = textAt(spot, 'id') !== null && (kind === 'run' || kind === 'deployment' || kind === 'deployment-status' || kind === 'review' || kind === 'check' || kind === 'suite');
  return known ? { kind, spot, around: root } : null;
}

function isPush(root: Spot): boolean {
  return textAt(root, 'ref') !== null && textAt(root, 'after') !== null && Array.isArray(at(root, 'commits').value);
}

function isStatus(root: Spot): boolean {
  return textAt(root, 'sha') !== null && textAt(root, 'context') !== null && textAt(root, 'state') !== null;
}

function isDispatch(root: Spot): boolean {
  return textAt(root, 'ref') !== null && textAt(root, 'workflow') !== null;
}
