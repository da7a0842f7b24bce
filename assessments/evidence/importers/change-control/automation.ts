import { type Spot, at, isGiven, isWritten, items, members, placeOf, textAt, textsAt } from '../../spot.ts';
import { type ReviewRule, askedFor, reviewRule } from './rule.ts';

/** dependabot.yml: each ecosystem and folder whose dependencies are kept up to date. */
export function dependabotFacts(root: Spot): readonly ReviewRule[] {
  if (textAt(root, 'version') === null || !isWritten(at(root, 'updates'))) return [];
  return items(at(root, 'updates')).filter((update) => textAt(update, 'package-ecosystem') !== null).map((update) => {
    const folder = textAt(update, 'directory') ?? textsAt(update, 'directories').join(', ');
    const security = members(at(update, 'groups')).some(([, group]) => textAt(group, 'applies-to') === 'security-updates');
    return { ...reviewRule(placeOf(update), 'dependency-update', 'dependabot', `${textAt(update, 'package-ecosystem') ?? ''} ${folder}`.trim()), items: 1, topics: security ? ['security'] : [] };
  });
}

/** renovate.json: its own name or schema, and presets or rules for packages. */
export function renovateFacts(root: Spot): readonly ReviewRule[] {
  const own = /(?:^|\/)(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/.test(root.file) || (textAt(root, '$schema') ?? '').includes('renovate-schema');
  if (!own || !['extends', 'packageRules', 'enabledManagers'].some((key) => isGiven(at(root, key)))) return [];
  const security = isGiven(at(root, 'vulnerabilityAlerts')) || textsAt(root, 'extends').some((preset) => /security|vulnerab/i.test(preset));
  return [{ ...reviewRule(placeOf(root), 'dependency-update', 'renovate', 'renovate'), items: items(at(root, 'packageRules')).length, topics: security ? ['security'] : [] }];
}

/** .pre-commit-config.yaml: each hook. A hook that runs only by hand (`stages: [manual]`) asks nothing of a commit and is not marked required. */
export function commitHookFacts(root: Spot): readonly ReviewRule[] {
  const repositories = items(at(root, 'repos')).filter((repository) => textAt(repository, 'repo') !== null);
  return repositories.flatMap((repository) => items(at(repository, 'hooks')).flatMap((hook) => {
    const id = textAt(hook, 'id');
    if (id === null) return [];
    const stages = textsAt(hook, 'stages');
    const byHand = stages.length > 0 && stages.every((stage) => stage === 'manual');
    const told = `${id.replaceAll(/[-_]/g, ' ')} ${id} ${textAt(hook, 'name') ?? ''} ${textAt(hook, 'entry') ?? ''}`;
    return [{ ...reviewRule(placeOf(hook), 'commit-hook', 'pre-commit', id), items: 1, required: byHand ? 0 : 1, topics: askedFor(told) }];
  }));
}
