import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { isDriftReport, reportFacts } from './home-made-drift/report.ts';
import { isDriftTable, tableFacts } from './home-made-drift/table.ts';
import { metricFile } from './metric-file.ts';

/**
 * Drift reports that a project writes in a form of its own: numbers as generic metrics, and what the report says of
 * itself. It is never judged what a number means.
 */
export const homeMadeDrift: Importer = {
  id: 'home-made-drift',
  title: { zh: '自制漂移报告', en: 'Home-made drift report' },
  recognises: (file, documents) => factsOf(file, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file, documents)?.() ?? []),
};

function factsOf(file: SourceFile, documents: Documents): (() => readonly Fact[]) | null {
  if (documents.kind === 'rows') return isDriftTable(file.path, documents) ? () => tableFacts(file.path, documents) : null;
  const root = documents.kind === 'json' || documents.kind === 'yaml' ? onlyMapping(file.path, documents) : null;
  return root !== null && isDriftReport(root) && !metricFile.recognises(file, documents) ? () => reportFacts(root) : null;
}
