import { type Spot, at, isWritten, items, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { type Policy, policy } from './policy.ts';

/** A protected branch as the interface of GitLab gives it: who may push and merge, by level; 0 is nobody. Approvals are kept elsewhere. */
export function gitlabProtection(root: Spot): readonly Policy[] {
  const name = textAt(root, 'name');
  if (name === null || !isWritten(at(root, 'push_access_levels')) || !isWritten(at(root, 'merge_access_levels'))) return [];
  const pushers = items(at(root, 'push_access_levels'));
  return [{
    ...policy(placeOf(root), 'gitlab', name), branches: [name],
    requestRequired: pushers.length > 0 && pushers.every((level) => wholeAt(level, 'access_level') === 0),
    codeOwnerReview: saysTrue(root, 'code_owner_approval_required'),
    forcePushBlocked: isWritten(at(root, 'allow_force_push')) && !saysTrue(root, 'allow_force_push'),
    deletionBlocked: true,
    bypassers: pushers.filter((level) => wholeAt(level, 'access_level') !== 0).length,
  }];
}
