import type { Documents } from '../documents.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { checkFacts } from './evidently/checks.ts';
import { driftFacts } from './evidently/drift.ts';
import { type EvidentlyReport, evidentlyReport } from './evidently/forms.ts';
import { qualityFacts } from './evidently/quality.ts';

/** Evidently: JSON of reports and test suites, and stored snapshots, before and since 0.7. */
export const evidently: Importer = {
  id: 'evidently',
  title: { zh: 'Evidently 漂移与质量报告', en: 'Evidently reports and test suites' },
  recognises: (file, documents) => reportIn(file.path, documents) !== null,
  read: (file, documents) => {
    const report = reportIn(file.path, documents);
    return report === null ? { facts: [], diagnostics: [] } : mostFacts(file.path, [...driftFacts(report), ...qualityFacts(report), ...checkFacts(report)]);
  },
};

function reportIn(path: string, documents: Documents): EvidentlyReport | null {
  const root = onlyMapping(path, documents);
  return root === null ? null : evidentlyReport(root);
}
