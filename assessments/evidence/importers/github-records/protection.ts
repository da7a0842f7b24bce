import type { FactOf } from '../../facts.ts';
import { type Spot, at, isWritten, placeOf, saysTrue, textAt, textsAt, wholeAt } from '../../spot.ts';
import { policy } from '../branch-policy/policy.ts';
import { type GithubRecord, repositoryOf } from './record.ts';

/** The rule of a branch as a webhook tells that it was made, changed or deleted. */
export function protectionFact(record: GithubRecord): FactOf<'branch.policy'> {
  const { spot: rule, around } = record;
  const name = textAt(rule, 'name') ?? '';
  const reviews = enforced(rule, 'pull_request_reviews_enforcement_level');
  const checks = enforced(rule, 'required_status_checks_enforcement_level');
  return {
    ...policy(placeOf(rule), 'github-branch-protection', name), repository: repositoryOf(record), branches: [name], enforced: textAt(around, 'action') !== 'deleted',
    requestRequired: reviews, approvals: reviews ? wholeAt(rule, 'required_approving_review_count') : null,
    codeOwnerReview: reviews && saysTrue(rule, 'require_code_owner_review'), staleDismissed: reviews && saysTrue(rule, 'dismiss_stale_reviews_on_push'), lastPushApproval: saysTrue(rule, 'require_last_push_approval'),
    checks: checks ? textsAt(rule, 'required_status_checks') : [], upToDate: checks && saysTrue(rule, 'strict_required_status_checks_policy'),
    conversationsResolved: enforced(rule, 'required_conversation_resolution_level'), linearHistory: enforced(rule, 'linear_history_requirement_enforcement_level'), signedCommits: enforced(rule, 'signature_requirement_enforcement_level'),
    forcePushBlocked: textAt(rule, 'allow_force_pushes_enforcement_level') === 'off', deletionBlocked: textAt(rule, 'allow_deletions_enforcement_level') === 'off',
    adminsIncluded: isWritten(at(rule, 'admin_enforced')) ? saysTrue(rule, 'admin_enforced') : null,
  };
}

/** `off` holds for nobody, `non_admins` for all but administrators, `everyone` for all. */
function enforced(rule: Spot, key: string): boolean {
  const level = textAt(rule, key);
  return level !== null && level !== 'off';
}
