import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a summary with a name', 'rag.json', '{"name": "v2", "faithfulness": 0.9, "context_recall": 0.8}', 'rag-metrics'],
  ['a summary that is a file of metrics by its name', 'metrics.json', '{"faithfulness": 0.9, "context_recall": 0.8}', 'metric-file'],
  ['a summary of numbers under another name', 'ragas.json', '{"faithfulness": 0.9, "context_recall": 0.8}', 'rag-metrics'],
  ['records as lines', 'ragas.jsonl', '{"faithfulness": 0.9, "context_recall": 0.8}\n{"faithfulness": 0.5, "context_recall": 0.1}\n', 'rag-metrics'],
  ['precision and recall of a classifier', 'report.json', '{"name": "a", "precision": 0.9, "recall": 0.8}', null],
  ['a question that speaks of faithfulness', 'q.json', '{"faithfulness": "what is it?", "recall": 1}', null],
  ['a table of questions', 'q.csv', 'question,answer\na,b\n', null],
  ['records that were cut off', 'r.json', '[{"faithfulness": 0.9, "context_recall": 0.8}, {"faith', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});
