import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { configFacts, isConfig } from './promptfoo/config.ts';
import { isResults, resultFacts } from './promptfoo/results.ts';
import { isTable, tableFacts } from './promptfoo/table.ts';

/** promptfoo: configurations, results as JSON, and results as a table. */
export const promptfoo: Importer = {
  id: 'promptfoo',
  title: { zh: 'promptfoo 提示词评测', en: 'promptfoo evaluations' },
  recognises: (file, documents) => factsOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file.path, documents)?.() ?? []),
};

function factsOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  if (documents.kind === 'rows') return isTable(documents) ? () => tableFacts(path, documents) : null;
  const root = onlyMapping(path, documents);
  if (root === null) return null;
  if (isResults(root)) return () => resultFacts(root);
  return isConfig(root) ? () => configFacts(root) : null;
}
