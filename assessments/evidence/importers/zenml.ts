import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { diagnostic } from '../diagnostics.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { isRunConfiguration, runConfigurationFacts } from './zenml/run-configuration.ts';
import { isStack, stackFacts } from './zenml/stack.ts';

/** ZenML: configurations of runs (environment, resources, steps, schedule, model) and exported stacks. */
export const zenml: Importer = {
  id: 'zenml',
  title: { zh: 'ZenML 运行配置', en: 'ZenML run configurations' },
  recognises: (file, documents) => readerOf(file.path, documents) !== null,
  read: (file, documents) => {
    const { facts, diagnostics } = mostFacts(file.path, readerOf(file.path, documents)?.() ?? []);
    return { facts, diagnostics: facts.length > 0 ? diagnostics : [...diagnostics, diagnostic('unrecognised', file.path, { detail: 'ZenML' })] };
  },
};

function readerOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = documents.kind === 'yaml' ? onlyMapping(path, documents) : null;
  if (root === null) return null;
  if (isStack(root)) return () => stackFacts(root);
  return isRunConfiguration(root) ? () => runConfigurationFacts(root) : null;
}
