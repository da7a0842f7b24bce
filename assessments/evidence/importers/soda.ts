import type { Documents } from '../documents.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import type { Spot } from '../spot.ts';
import { contractFacts, isContract } from './soda/contracts.ts';
import { checkFileFacts, isCheckFile } from './soda/checks.ts';
import { isScan, scanFacts } from './soda/scans.ts';

/** Soda: SodaCL check files, data contracts, and results of scans. */
export const soda: Importer = {
  id: 'soda',
  title: { zh: 'Soda 数据质量检查', en: 'Soda data quality checks' },
  recognises: (file, documents) => readerOf(file.path, documents) !== null,
  read: (file, documents): Reading => readerOf(file.path, documents)?.() ?? { facts: [], diagnostics: [] },
};

function readerOf(path: string, documents: Documents): (() => Reading) | null {
  const root: Spot | null = onlyMapping(path, documents);
  if (root === null) return null;
  if (isCheckFile(root)) return () => mostFacts(path, checkFileFacts(root));
  if (isContract(root)) return () => mostFacts(path, contractFacts(root));
  return isScan(root) ? () => mostFacts(path, scanFacts(root)) : null;
}
