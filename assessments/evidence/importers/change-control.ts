import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { type Spot, isMapping, rootSpots } from '../spot.ts';
import { commitHookFacts, dependabotFacts, renovateFacts } from './change-control/automation.ts';
import { issueFormFacts, issueTemplateFacts, requestTemplateFacts } from './change-control/forms.ts';
import { codeOwnerFacts, ownersFacts } from './change-control/owners.ts';
import { templateLineage } from './change-control/template-lineage.ts';

/** What a repository asks of a change: owners, request and issue templates, commit hooks, dependency updates, the template it was made from. */
export const changeControl: Importer = {
  id: 'change-control',
  title: { zh: '变更约束（代码归属、模板、提交钩子、依赖更新）', en: 'Change control: owners, templates, hooks, dependency updates' },
  recognises: (file, documents) => factsOf(file, documents) !== null,
  read: (file, documents) => ({ facts: factsOf(file, documents) ?? [], diagnostics: [] }),
};

const textReaders = [codeOwnerFacts, requestTemplateFacts, issueTemplateFacts];
const documentReaders = [ownersFacts, issueFormFacts, dependabotFacts, commitHookFacts, renovateFacts, templateLineage];

/** The facts of the first form that fits; null where none does. A form that fits has at least one fact. */
function factsOf(file: SourceFile, documents: Documents): readonly Fact[] | null {
  if (file.text === null || file.text.length > 2_000_000) return null;
  const root = onlyRoot(file.path, documents);
  for (const read of root === null ? [] : documentReaders) {
    const facts = root === null ? [] : read(root);
    if (facts.length > 0) return facts;
  }
  for (const read of textReaders) {
    const facts = read(file.path, file.text, documents);
    if (facts.length > 0) return facts;
  }
  return null;
}

function onlyRoot(path: string, documents: Documents): Spot | null {
  const [root, ...others] = rootSpots(path, documents).filter(({ value }) => value !== null);
  return root !== undefined && others.length === 0 && isMapping(root.value) ? root : null;
}
