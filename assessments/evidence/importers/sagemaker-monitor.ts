import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { analysisFacts, isAnalysis } from './sagemaker-monitor/analysis.ts';
import { constraintFacts, isConstraints } from './sagemaker-monitor/constraints.ts';
import { isStatistics, statisticsFacts } from './sagemaker-monitor/statistics.ts';
import { isViolations, violationFacts } from './sagemaker-monitor/violations.ts';

/** SageMaker Model Monitor and Clarify: constraints, statistics, violations and bias analyses. */
export const sagemakerMonitor: Importer = {
  id: 'sagemaker-monitor',
  title: { zh: 'SageMaker 模型监控', en: 'SageMaker Model Monitor' },
  recognises: (file, documents) => factsOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file.path, documents)?.() ?? []),
};

function factsOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = documents.kind === 'json' ? onlyMapping(path, documents) : null;
  if (root === null) return null;
  if (isConstraints(root)) return () => constraintFacts(root);
  if (isStatistics(root)) return () => statisticsFacts(root);
  if (isViolations(root)) return () => violationFacts(root);
  return isAnalysis(root) ? () => analysisFacts(root) : null;
}
