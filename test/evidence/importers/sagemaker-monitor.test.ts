import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, value: unknown): string | null => readEvidence(sourceFile(path, JSON.stringify(value))).importer;

it.each([
  ['constraints of no feature', 'c.json', { version: 0, features: [], monitoring_config: { evaluate_constraints: 'Enabled' } }, 'sagemaker-monitor'],
  ['a clean run by its name', 'reports/constraint_violations.json', { violations: [] }, 'sagemaker-monitor'],
  ['an empty list of violations of something else', 'policy.json', { violations: [] }, null],
  ['violations of a policy', 'policy.json', { violations: [{ rule: 'a', message: 'b' }] }, null],
  ['features of a map', 'm.json', { version: 1, features: [{ name: 'a', type: 'Point' }] }, null],
  ['features without what must hold', 'm.json', { version: 1, features: [{ name: 'a', inferred_type: 'String' }] }, null],
  ['a bound that is no number', 'm.json', { version: 1, regression_constraints: { mae: 'low' } }, null],
] as const)('%s', (_, path, value, importer) => {
  expect(importerOf(path, value)).toBe(importer);
});

it('constraints that are not evaluated count for nothing', () => {
  const text = JSON.stringify({ version: 0, features: [{ name: 'a', inferred_type: 'Integral', completeness: 1 }], monitoring_config: { evaluate_constraints: 'Disabled' } });

  expect(readEvidence(sourceFile('c.json', text)).facts).toMatchObject([{ type: 'data.validation', evaluated: 0, kinds: ['type', 'not_null'] }, { type: 'drift.report', baselineOnly: true, detected: null }]);
});
