import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, value: unknown): string | null => readEvidence(sourceFile(path, JSON.stringify(value))).importer;
const drift = { metric: 'DatasetDriftMetric', result: { dataset_drift: true } };

it.each([
  ['a report under any name', 'out/x.json', { metrics: [drift] }, 'evidently'],
  ['a report of which nothing is left', 'x.json', { version: '0.4.40', metrics: [], timestamp: '2024-07-28 09:30:12' }, 'evidently'],
  ['an empty snapshot whose name tells', 'drift/today.json', { metrics: [], tests: [] }, 'evidently'],
  ['two empty lists', 'x.json', { metrics: [], tests: [] }, null],
  ['metrics of something else', 'x.json', { metrics: [{ name: 'acc', value: 1 }] }, null],
  ['one entry that no version writes', 'x.json', { metrics: [drift, { name: 'acc' }] }, null],
  ['tests of something else', 'x.json', { tests: [{ name: 'a', status: 'passed', group: 'b' }] }, null],
  ['a list of reports', 'x.json', [{ metrics: [drift] }], null],
] as const)('%s', (_, path, value, importer) => {
  expect(importerOf(path, value)).toBe(importer);
});

it('a report that was cut off is told, not read', () => {
  const { importer, facts, diagnostics } = readEvidence(sourceFile('drift.json', '{"metrics": [{"metric": "DatasetDriftMetric", "result": {'));

  expect({ importer, facts, kinds: diagnostics.map(({ kind }) => kind) }).toEqual({ importer: null, facts: [], kinds: ['malformed'] });
});

it('columns that drifted without a verdict of the report get none', () => {
  const text = JSON.stringify({ metrics: [{ metric_name: 'ValueDrift(column=age)', config: { type: 'evidently:metric_v2:ValueDrift', column: 'age', threshold: 0.05 }, value: 1e-9 }], tests: [] });

  expect(readEvidence(sourceFile('a.json', text)).facts).toMatchObject([{ type: 'drift.report', columns: 1, score: 1e-9, threshold: 0.05, drifted: null, driftedColumns: [], detected: null }]);
});

it('the edge of a strict condition and a tolerance are no comparison of ours', () => {
  const test = (name: string, condition: unknown, value: number) => ({ name, status: 'FAIL', group: 'regression', parameters: { condition, value } });
  const { facts } = readEvidence(sourceFile('a.json', JSON.stringify({ tests: [test('a', { gt: 0.5 }, 0.5), test('b', { gt: 0.5 }, 0.4), test('c', { eq: { value: 10, relative: 0.1 } }, 12), test('d', { gte: 1, lte: 2 }, 3)], summary: {} })));

  expect(facts.filter((fact) => fact.type === 'eval.metric').map(({ threshold, comparison }) => [threshold, comparison])).toEqual([[0.5, 'unstated'], [0.5, 'at-least'], [10, 'unstated'], [null, 'unstated']]);
});

it('more than 500 metrics are counted, not all taken', () => {
  const metrics = Array.from({ length: 600 }, (_value, index) => ({ metric: 'ColumnDriftMetric', result: { column_name: `c${index}`, drift_detected: false } }));
  const { facts, diagnostics } = readEvidence(sourceFile('a.json', JSON.stringify({ metrics })));

  expect([facts.length, diagnostics.map(({ kind }) => kind)]).toEqual([500, ['partial']]);
});
