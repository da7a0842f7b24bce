import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { chartFacts, isChart, isLock, lockFacts } from './helm-chart/chart.ts';
import { isValues, valuesFacts } from './helm-chart/values.ts';

/**
 * Helm: the chart, the lock of its dependencies, and values. Values say what they say (images, replicas, autoscaling); what
 * becomes of them only the rendered chart tells, so no deployment comes out of them. Templates are told to be templates.
 */
export const helmChart: Importer = {
  id: 'helm-chart',
  title: { zh: 'Helm Chart 与取值文件', en: 'Helm charts and values' },
  recognises: (file, documents) => readerOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, readerOf(file.path, documents)?.() ?? []),
};

function readerOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = documents.kind === 'yaml' ? onlyMapping(path, documents) : null;
  if (root === null) return null;
  if (isChart(root)) return () => chartFacts(root);
  if (isLock(root)) return () => lockFacts(root);
  return isValues(root) ? () => valuesFacts(root) : null;
}
