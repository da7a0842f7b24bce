import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (value: unknown): string | null => readEvidence(sourceFile('x.json', JSON.stringify(value))).importer;
const check = { check: { name: 'a', params: {} }, header: 'Data Duplicates', value: 0, conditions_results: [] };

it.each([
  ['a suite without its type', { name: 'suite', results: [check] }, 'deepchecks'],
  ['a single check', check, 'deepchecks'],
  ['results of something else', { name: 'suite', results: [{ name: 'a', passed: true }] }, null],
  ['a suite with one result of something else', { type: 'SuiteResult', name: 'suite', results: [check, { name: 'a' }] }, null],
  ['an empty list of results', { name: 'suite', results: [] }, null],
  ['a check of something else', { check: { name: 'a' }, header: 'x' }, null],
] as const)('%s', (_, value, importer) => {
  expect(importerOf(value)).toBe(importer);
});

it('a warning about drift is no verdict', () => {
  const text = JSON.stringify({ ...check, header: 'Feature Drift', conditions_results: [{ Status: 'WARN', Condition: 'score < 0.2', 'More Info': '' }] });

  expect(readEvidence(sourceFile('x.json', text)).facts.find(({ type }) => type === 'drift.report')).toMatchObject({ detected: null, threshold: 0.2, columns: null });
});

it('a result that was cut off is told, not read', () => {
  expect(readEvidence(sourceFile('x.json', '{"type": "SuiteResult", "results": [')).diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});
