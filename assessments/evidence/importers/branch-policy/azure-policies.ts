import { type Spot, at, isMapping, items, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { type Policy, policy } from './policy.ts';

/** Branch policies as the interface of Azure DevOps gives them (`policy/configurations`): one entry a policy, put together here by branch. */
export function azurePolicies(root: Spot): readonly Policy[] {
  const listed = Array.isArray(root.value) ? items(root) : items(at(root, 'value'));
  const policies = listed.filter((one) => isMapping(at(one, 'settings').value) && textAt(one, 'type', 'displayName') !== null && items(at(one, 'settings', 'scope')).length > 0);
  if (policies.length === 0 || policies.length !== listed.length) return [];
  const byBranch = Map.groupBy(policies, branchOf);
  return [...byBranch].map(([branch, own]) => combined(branch, own));
}

function branchOf(one: Spot): string {
  const scope = items(at(one, 'settings', 'scope'))[0];
  const ref = scope === undefined ? null : textAt(scope, 'refName');
  const name = ref?.replace(/^refs\/heads\//, '') ?? '*';
  return scope !== undefined && textAt(scope, 'matchKind') === 'Prefix' ? `${name}*` : name;
}

function combined(branch: string, policies: readonly Spot[]): Policy {
  const [first, ...more] = policies;
  const active = policies.filter((one) => saysTrue(one, 'isEnabled') && saysTrue(one, 'isBlocking'));
  const of = (name: RegExp): Spot | undefined => active.find((one) => name.test(textAt(one, 'type', 'displayName') ?? ''));
  const reviewers = of(/minimum number of reviewers/i);
  return {
    ...policy(placeOf(first ?? { file: branch, pointer: '', value: null, embedded: false }), 'azure-devops', branch), also: more.map(placeOf),
    branches: [branch], enforced: active.length > 0, requestRequired: active.length > 0,
    approvals: reviewers === undefined ? null : wholeAt(reviewers, 'settings', 'minimumApproverCount'),
    codeOwnerReview: of(/required reviewers/i) !== undefined,
    staleDismissed: reviewers !== undefined && saysTrue(reviewers, 'settings', 'resetOnSourcePush'),
    lastPushApproval: reviewers !== undefined && saysTrue(reviewers, 'settings', 'blockLastPusherVote'),
    checks: active.filter((one) => /^(?:build|status)$/i.test(textAt(one, 'type', 'displayName') ?? '')).map((one) => textAt(one, 'settings', 'displayName') ?? textAt(one, 'settings', 'statusName') ?? 'build'),
    conversationsResolved: of(/comment requirements/i) !== undefined,
  };
}
