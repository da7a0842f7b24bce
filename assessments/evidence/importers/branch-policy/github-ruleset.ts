import { type Spot, at, isMapping, isWritten, items, placeOf, saysTrue, textAt, textsAt, wholeAt } from '../../spot.ts';
import { type Policy, policy } from './policy.ts';

/** A ruleset as GitHub exports it or its interface gives it: active or not, for which refs, with which rules. */
export function githubRuleset(root: Spot): readonly Policy[] {
  const enforcement = textAt(root, 'enforcement');
  const rules = items(at(root, 'rules')).filter((rule) => textAt(rule, 'type') !== null);
  if (enforcement === null || !Array.isArray(at(root, 'rules').value) || !isMapping(at(root, 'conditions').value)) return [];
  const has = (type: string): boolean => rules.some((rule) => textAt(rule, 'type') === type);
  const bypassers = at(root, 'bypass_actors');
  return [{
    ...policy(placeOf(root), 'github-ruleset', textAt(root, 'name') ?? root.file),
    repository: textAt(root, 'source_type') === 'Organization' ? null : textAt(root, 'source'),
    branches: [...textsAt(root, 'conditions', 'ref_name', 'include'), ...textsAt(root, 'conditions', 'ref_name', 'exclude').map((pattern) => `!${pattern}`)],
    enforced: enforcement === 'active',
    ...reviewsIn(rules), ...checksIn(rules),
    linearHistory: has('required_linear_history'), signedCommits: has('required_signatures'),
    forcePushBlocked: has('non_fast_forward'), deletionBlocked: has('deletion'),
    bypassers: items(bypassers).length,
    adminsIncluded: isWritten(bypassers) ? !items(bypassers).some(isAdministrator) : null,
  }];
}

type Reviews = Pick<Policy, 'requestRequired' | 'approvals' | 'codeOwnerReview' | 'staleDismissed' | 'lastPushApproval' | 'conversationsResolved'>;

/** What the rule about pull requests asks for. */
export function reviewsIn(rules: readonly Spot[]): Partial<Reviews> {
  const rule = rules.find((one) => textAt(one, 'type') === 'pull_request');
  if (rule === undefined) return {};
  const asked = at(rule, 'parameters');
  return {
    requestRequired: true, approvals: wholeAt(asked, 'required_approving_review_count'),
    codeOwnerReview: saysTrue(asked, 'require_code_owner_review'), staleDismissed: saysTrue(asked, 'dismiss_stale_reviews_on_push'),
    lastPushApproval: saysTrue(asked, 'require_last_push_approval'), conversationsResolved: saysTrue(asked, 'required_review_thread_resolution'),
  };
}

/** The status checks that must pass. */
export function checksIn(rules: readonly Spot[]): Partial<Pick<Policy, 'checks' | 'upToDate'>> {
  const asked = rules.filter((rule) => textAt(rule, 'type') === 'required_status_checks').map((rule) => at(rule, 'parameters'));
  return {
    checks: asked.flatMap((parameters) => items(at(parameters, 'required_status_checks')).map((check) => textAt(check, 'context'))).filter((context) => context !== null),
    upToDate: asked.some((parameters) => saysTrue(parameters, 'strict_required_status_checks_policy')),
  };
}

/** Role 5 is the administrator of a repository. */
function isAdministrator(actor: Spot): boolean {
  return textAt(actor, 'actor_type') === 'OrganizationAdmin' || (textAt(actor, 'actor_type') === 'RepositoryRole' && textAt(actor, 'actor_id') === '5');
}
