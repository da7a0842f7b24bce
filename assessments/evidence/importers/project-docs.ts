import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { dataCard } from './data-card.ts';
import { dataSectionFacts } from './project-docs/data-section.ts';
import { runTableFacts } from './project-docs/run-tables.ts';
import { testDocumentFacts } from './project-docs/test-document.ts';
import { testTableFacts } from './project-docs/test-tables.ts';

/**
 * What READMEs and technical documentation in Markdown write down in a shape that can be told: tables of the steps of a run
 * with what they read and wrote, sections on a dataset with labelled values, test cases by folder and the command that runs
 * them, and tables of test results. Plain prose gives nothing.
 */
export const projectDocs: Importer = {
  id: 'project-docs',
  title: { zh: '项目文档（Markdown）', en: 'Project documentation (Markdown)' },
  sharesWith: ['release-folder', 'release-playbook', 'model-card', 'data-card', 'huggingface-card'],
  recognises: (file, documents) => factsIn(file, documents).length > 0,
  read: (file, documents) => mostFacts(file.path, factsIn(file, documents)),
};

/** Changelogs and the forms of a hosting platform are read for what they are. */
const otherPages = /(?:^|\/)(?:change-?log|changes|history|release[-_]?notes|pull_request_template|merge_request_templates?|issue_template)[^/]*$|(?:^|\/)(?:issue_template|pull_request_template|merge_request_templates)\//i;

function factsIn(file: SourceFile, documents: Documents): readonly Fact[] {
  if (documents.kind !== 'markdown' || otherPages.test(file.path)) return [];
  const { markdown } = documents;
  const sections = dataCard.recognises(file, documents) ? [] : dataSectionFacts(file.path, markdown);
  return [...runTableFacts(file.path, markdown), ...sections, ...testDocumentFacts(file.path, markdown), ...testTableFacts(file.path, markdown)];
}
