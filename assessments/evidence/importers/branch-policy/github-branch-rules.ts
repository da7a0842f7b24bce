import { type Spot, at, isGiven, items, placeOf, textAt } from '../../spot.ts';
import { reviewsIn, checksIn } from './github-ruleset.ts';
import { type Policy, policy } from './policy.ts';

/** The rules that hold for one branch, from whatever ruleset (`/rules/branches/main`): a list of rules that each name theirs; together they are what holds. Which branch it is stands only in the question. */
export function githubBranchRules(root: Spot): readonly Policy[] {
  const rules = items(root);
  if (rules.length === 0 || !rules.every((rule) => textAt(rule, 'type') !== null && isGiven(at(rule, 'ruleset_id')) && textAt(rule, 'ruleset_source') !== null)) return [];
  const has = (type: string): boolean => rules.some((rule) => textAt(rule, 'type') === type);
  const sources = new Set(rules.filter((rule) => textAt(rule, 'ruleset_source_type') !== 'Organization').map((rule) => textAt(rule, 'ruleset_source')));
  const [repository = null, ...more] = sources;
  return [{
    ...policy(placeOf(root), 'github-ruleset', 'branch rules'), repository: more.length === 0 ? repository : null, ...reviewsIn(rules), ...checksIn(rules),
    linearHistory: has('required_linear_history'), signedCommits: has('required_signatures'), forcePushBlocked: has('non_fast_forward'), deletionBlocked: has('deletion'),
  }];
}
