import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { isDetail, detailFacts } from './mlperf/detail.ts';
import { isSummary, summaryFacts } from './mlperf/summary.ts';
import { isSystem, systemFacts } from './mlperf/system.ts';
import { isTinyResult, tinyFacts } from './mlperf/tiny.ts';

/** MLPerf: summaries and detailed logs of inference and training, results of MLPerf Tiny, and descriptions of systems. */
export const mlperf: Importer = {
  id: 'mlperf',
  title: { zh: 'MLPerf 性能评测', en: 'MLPerf results and systems' },
  recognises: (file, documents) => factsOf(file, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file, documents)?.() ?? []),
};

function factsOf(file: SourceFile, documents: Documents): (() => readonly Fact[]) | null {
  const { text } = file;
  if (documents.kind === 'json') {
    const root = onlyMapping(file.path, documents);
    return root !== null && isSystem(root) ? () => systemFacts(root) : null;
  }
  if (documents.kind !== 'none' || text === null) return null;
  if (isSummary(text)) return () => summaryFacts(file.path, text);
  if (isDetail(text)) return () => detailFacts(file.path, text);
  return isTinyResult(text) ? () => tinyFacts(file.path, text) : null;
}
