import type { Documents } from '../documents.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isMapping, items, rootSpots } from '../spot.ts';
import { azurePolicies } from './branch-policy/azure-policies.ts';
import { githubBranchRules } from './branch-policy/github-branch-rules.ts';
import { branchProtection, settingsBranches } from './branch-policy/github-protection.ts';
import { githubRuleset } from './branch-policy/github-ruleset.ts';
import { gitlabApprovalRule, gitlabApprovalSettings } from './branch-policy/gitlab-approvals.ts';
import { gitlabProtection } from './branch-policy/gitlab-protection.ts';

type Policy = FactOf<'branch.policy'>;

/** How branches are protected: rulesets and branch protection of GitHub, protected branches of GitLab, branch policies of Azure DevOps, as their interfaces give them. */
export const branchPolicy: Importer = {
  id: 'branch-policy',
  title: { zh: '分支保护规则', en: 'Branch protection rules' },
  recognises: (file, documents) => policiesIn(file.path, documents).length > 0,
  read: (file, documents) => ({ facts: policiesIn(file.path, documents), diagnostics: [] }),
};

const single = [githubRuleset, branchProtection, settingsBranches, gitlabProtection, gitlabApprovalRule, gitlabApprovalSettings];

function policiesIn(path: string, documents: Documents): readonly Policy[] {
  if (documents.kind !== 'json' && documents.kind !== 'yaml') return [];
  const [root, ...others] = rootSpots(path, documents).filter(({ value }) => value !== null);
  if (root === undefined || others.length > 0) return [];
  const azure = azurePolicies(root);
  if (azure.length > 0) return azure;
  const ofOneBranch = githubBranchRules(root);
  if (ofOneBranch.length > 0) return ofOneBranch;
  const listed = Array.isArray(root.value) ? items(root) : [root];
  const found = listed.slice(0, 1_000).map(policiesOf);
  return found.every((policies) => policies.length > 0) ? found.flat() : [];
}

function policiesOf(spot: Spot): readonly Policy[] {
  if (!isMapping(spot.value) || at(spot, 'action').value !== undefined) return [];
  return single.map((read) => read(spot)).find((policies) => policies.length > 0) ?? [];
}
