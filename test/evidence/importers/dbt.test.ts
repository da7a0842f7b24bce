import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['models with a version', 'a.yml', 'version: 2\nmodels:\n  - name: a\n', 'dbt'],
  ['models with tests and no version', 'a.yml', 'models:\n  - name: a\n    columns:\n      - name: id\n        tests: [unique]\n', 'dbt'],
  ['models of a gateway', 'a.yml', 'models:\n  - name: gpt\n    provider: x\n', null],
  ['models beside something else', 'a.yml', 'version: 2\nmodels:\n  - name: a\nservices: {}\n', null],
  ['sources without names', 'a.yml', 'version: 2\nsources:\n  - https://example.com\n', null],
  ['a manifest of something else', 'manifest.json', '{"metadata": {"version": 1}, "nodes": {}}', null],
  ['a manifest that was cut off', 'manifest.json', '{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"}, "nodes": {', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('tests that only warn stop nothing', () => {
  const text = 'version: 2\nmodels:\n  - name: a\n    columns:\n      - name: id\n        tests:\n          - unique:\n              severity: warn\n';

  expect(readEvidence(sourceFile('a.yml', text)).facts).toMatchObject([{ dataset: 'a', evaluated: 1, gating: false, kinds: ['unique'] }]);
});
