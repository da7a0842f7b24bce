import { type Spot, at, isWritten, items, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { type Policy, policy } from './policy.ts';

/** An approval rule of a project as the interface of GitLab gives it (`/approval_rules`): how many must approve, for which protected branches. Whether changes must come by a request stands with the branch. */
export function gitlabApprovalRule(root: Spot): readonly Policy[] {
  const name = textAt(root, 'name');
  if (name === null || textAt(root, 'rule_type') === null || wholeAt(root, 'approvals_required') === null || !isWritten(at(root, 'eligible_approvers'))) return [];
  const branches = items(at(root, 'protected_branches')).map((branch) => textAt(branch, 'name')).filter((branch) => branch !== null);
  return [{
    ...policy(placeOf(root), 'gitlab', name), branches: branches.length === 0 ? ['*'] : branches,
    approvals: wholeAt(root, 'approvals_required'), codeOwnerReview: textAt(root, 'rule_type') === 'code_owner',
  }];
}

/** The approval settings of a project (`/approvals`). */
export function gitlabApprovalSettings(root: Spot): readonly Policy[] {
  if (!isWritten(at(root, 'reset_approvals_on_push')) || !isWritten(at(root, 'disable_overriding_approvers_per_merge_request'))) return [];
  return [{
    ...policy(placeOf(root), 'gitlab', 'approval settings'), branches: ['*'], approvals: wholeAt(root, 'approvals_before_merge'),
    staleDismissed: saysTrue(root, 'reset_approvals_on_push') || saysTrue(root, 'selective_code_owner_removals'),
    lastPushApproval: saysTrue(root, 'merge_requests_disable_committers_approval'),
  }];
}
