import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { definitionFacts, isDefinition } from './sagemaker-pipeline/definition.ts';
import { executionFacts, isExecutions } from './sagemaker-pipeline/executions.ts';

/** SageMaker Pipelines: a pipeline definition, and executions and their steps as the command line gives them. */
export const sagemakerPipeline: Importer = {
  id: 'sagemaker-pipeline',
  title: { zh: 'SageMaker 流水线', en: 'SageMaker pipelines' },
  recognises: (file, documents) => readerOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, readerOf(file.path, documents)?.() ?? []),
};

function readerOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = documents.kind === 'json' || documents.kind === 'yaml' ? onlyMapping(path, documents) : null;
  if (root === null) return null;
  if (isDefinition(root)) return () => definitionFacts(root);
  return isExecutions(root) ? () => executionFacts(root) : null;
}
