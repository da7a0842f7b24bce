import { type Spot, at, isGiven, isMapping, isWritten, items, placeOf, saysTrue, textAt, textsAt, wholeAt } from '../../spot.ts';
import { type Policy, policy } from './policy.ts';

const keys = ['required_status_checks', 'required_pull_request_reviews', 'enforce_admins', 'restrictions', 'required_linear_history', 'allow_force_pushes', 'allow_deletions'];

/** The protection of one branch as the interface of GitHub gives it: `{…, "enforce_admins": {"enabled": true}}`. */
export function branchProtection(root: Spot): readonly Policy[] {
  const address = textAt(root, 'url') ?? '';
  if (keys.filter((key) => isWritten(at(root, key))).length < 3) return [];
  const [, repository, branch] = /\/repos\/([^/]+\/[^/]+)\/branches\/([^/]+)\/protection/.exec(address) ?? [];
  const name = branch === undefined ? textAt(root, 'name') ?? root.file : decoded(branch);
  return [{ ...protection(root, name), repository: repository ?? null, branches: branch === undefined ? [] : [decoded(branch)] }];
}

/** `.github/settings.yml`: branches with the protection that an app applies. */
export function settingsBranches(root: Spot): readonly Policy[] {
  return items(at(root, 'branches')).filter((branch) => isMapping(at(branch, 'protection').value)).map((branch) => {
    const name = textAt(branch, 'name') ?? root.file;
    return { ...protection(at(branch, 'protection'), name), branches: [name] };
  });
}

function protection(spot: Spot, name: string): Policy {
  const reviews = at(spot, 'required_pull_request_reviews');
  const checks = at(spot, 'required_status_checks');
  const allowances = at(reviews, 'bypass_pull_request_allowances');
  return {
    ...policy(placeOf(spot), 'github-branch-protection', name),
    requestRequired: isGiven(reviews), approvals: wholeAt(reviews, 'required_approving_review_count'),
    codeOwnerReview: saysTrue(reviews, 'require_code_owner_reviews'), staleDismissed: saysTrue(reviews, 'dismiss_stale_reviews'), lastPushApproval: saysTrue(reviews, 'require_last_push_approval'),
    checks: [...new Set([...textsAt(checks, 'contexts'), ...items(at(checks, 'checks')).map((check) => textAt(check, 'context')).filter((context) => context !== null)])],
    upToDate: saysTrue(checks, 'strict'),
    conversationsResolved: enabled(spot, 'required_conversation_resolution'), linearHistory: enabled(spot, 'required_linear_history'), signedCommits: enabled(spot, 'required_signatures'),
    forcePushBlocked: isWritten(at(spot, 'allow_force_pushes')) && !enabled(spot, 'allow_force_pushes'),
    deletionBlocked: isWritten(at(spot, 'allow_deletions')) && !enabled(spot, 'allow_deletions'),
    bypassers: ['users', 'teams', 'apps'].reduce((sum, key) => sum + items(at(allowances, key)).length, 0),
    adminsIncluded: isGiven(at(spot, 'enforce_admins')) ? enabled(spot, 'enforce_admins') : null,
  };
}

/** A switch is written as true or as `{ enabled: true }`. */
function enabled(spot: Spot, key: string): boolean {
  return saysTrue(spot, key) || saysTrue(spot, key, 'enabled');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
