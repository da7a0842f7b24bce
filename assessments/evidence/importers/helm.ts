import type { Documents } from '../documents.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { rootSpots } from '../spot.ts';
import { isInstances, isSpec, isStats, instancesFragment, specFragment, statsFragment } from './helm/run-files.ts';
import { isTables, tableFacts } from './helm/tables.ts';

/** HELM: the files of a run (specification, statistics, statistics by instance) and the tables of a summary. */
export const helm: Importer = {
  id: 'helm',
  title: { zh: 'HELM 评测结果', en: 'HELM results' },
  recognises: (file, documents) => readingOf(file.path, documents) !== null,
  read: (file, documents) => readingOf(file.path, documents)?.() ?? { facts: [], diagnostics: [] },
};

function readingOf(path: string, documents: Documents): (() => Reading) | null {
  const [root] = documents.kind === 'json' ? rootSpots(path, documents) : [];
  if (root === undefined) return null;
  const fragmentOf = isSpec(root) ? specFragment : isStats(root) ? statsFragment : isInstances(root) ? instancesFragment : null;
  if (fragmentOf !== null) return () => ({ facts: [], diagnostics: [], fragments: [fragmentOf(root)] });
  return isTables(root) ? () => mostFacts(path, tableFacts(root)) : null;
}
