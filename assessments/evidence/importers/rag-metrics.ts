import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { items, rootSpots } from '../spot.ts';
import { metricFile } from './metric-file.ts';
import { deepevalFacts, isDeepevalRun } from './rag-metrics/deepeval.ts';
import { isScored, recordFacts, summaryFacts } from './rag-metrics/scores.ts';
import { tableFacts } from './rag-metrics/table.ts';
import { speaksOfRetrieval } from './rag-metrics/words.ts';

/** Metrics of retrieval-augmented generation: summaries and rows of ragas and its like, and test runs of DeepEval. */
export const ragMetrics: Importer = {
  id: 'rag-metrics',
  title: { zh: 'RAG 评测指标', en: 'Metrics of retrieval-augmented generation' },
  recognises: (file, documents) => factsOf(file, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file, documents)?.() ?? []),
};

function factsOf(file: SourceFile, documents: Documents): (() => readonly Fact[]) | null {
  if (documents.kind === 'rows') return speaksOfRetrieval(documents.header) ? () => tableFacts(file.path, documents) : null;
  const [root, ...others] = rootSpots(file.path, documents);
  if (documents.kind !== 'json' && documents.kind !== 'ndjson') return null;
  if (root === undefined) return null;
  const records = Array.isArray(root.value) ? items(root) : others.length > 0 ? [root, ...others] : [];
  if (records.length > 0) return records.every(isScored) ? () => recordFacts(root, records) : null;
  return ofMapping(file, documents);
}

function ofMapping(file: SourceFile, documents: Documents): (() => readonly Fact[]) | null {
  const root = onlyMapping(file.path, documents);
  if (root === null) return null;
  if (isDeepevalRun(root)) return () => deepevalFacts(root);
  return isScored(root) && !metricFile.recognises(file, documents) ? () => summaryFacts(root) : null;
}
