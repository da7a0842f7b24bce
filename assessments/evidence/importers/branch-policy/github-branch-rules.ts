import { type Spot, at, isGiven, items, placeOf, textAt, wholeAt } from '../../spot.ts';
import { reviewsIn, checksIn } from './github-ruleset.ts';
import { type Policy, policy } from './policy.ts';

/** The rules that hold for one branch, from whatever ruleset (`/rules/branches/main`): a list of rules that each name theirs. Which branch it is stands only in the question. */
export function githubBranchRules(root: Spot): readonly Policy[] {
  const rules = items(root);
  if (rules.length === 0 || !rules.every((rule) => textAt(rule, 'type') !== null && isGiven(at(rule, 'ruleset_id')) && textAt(rule, 'ruleset_source') !== null)) return [];
  return [...Map.groupBy(rules, (rule) => wholeAt(rule, 'ruleset_id') ?? 0)].flatMap(([id, own]) => {
    const [first, ...others] = own;
    const has = (type: string): boolean => own.some((rule) => textAt(rule, 'type') === type);
    return first === undefined ? [] : [{
      ...policy(placeOf(first), 'github-ruleset', `ruleset ${id}`), also: others.map(placeOf),
      repository: textAt(first, 'ruleset_source_type') === 'Organization' ? null : textAt(first, 'ruleset_source'),
      ...reviewsIn(own), ...checksIn(own),
      linearHistory: has('required_linear_history'), signedCommits: has('required_signatures'), forcePushBlocked: has('non_fast_forward'), deletionBlocked: has('deletion'),
    }];
  });
}
