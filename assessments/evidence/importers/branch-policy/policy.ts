import type { FactOf } from '../../facts.ts';
import type { Place } from '../../place.ts';

export type Policy = FactOf<'branch.policy'>;

/** A policy that asks for nothing. */
export function policy(place: Place, system: string, name: string): Policy {
  return {
    type: 'branch.policy', place, also: [], repository: null, name, system, branches: [], enforced: true,
    requestRequired: false, approvals: null, codeOwnerReview: false, staleDismissed: false, lastPushApproval: false,
    checks: [], upToDate: false, conversationsResolved: false, linearHistory: false, signedCommits: false,
    forcePushBlocked: false, deletionBlocked: false, bypassers: 0, adminsIncluded: null,
  };
}
