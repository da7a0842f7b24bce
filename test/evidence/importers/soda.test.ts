import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['checks of a dataset', 'a.yml', 'checks for orders:\n  - row_count > 0\n', 'soda'],
  ['a contract of version 4', 'a.yml', 'dataset: db/orders\ncolumns:\n  - name: id\n    checks:\n      - missing:\nchecks:\n  - schema:\n', 'soda'],
  ['checks beside keys of something else', 'a.yml', 'checks for orders:\n  - row_count > 0\nsteps: []\n', null],
  ['a dataset with columns and no checks', 'a.yml', 'dataset: orders\ncolumns:\n  - name: id\n', null],
  ['checks of a health endpoint', 'a.json', '{"checks": [{"name": "db", "status": "up"}]}', null],
  ['checks that were cut off', 'a.yml', 'checks for orders:\n  - missing_count(id: [\n', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('a failure of one dataset is not said of the other', () => {
  const checks = [{ table: 'a', name: 'row_count > 0', outcome: 'pass' }, { table: 'b', name: 'row_count > 0', outcome: 'fail' }];
  const text = JSON.stringify({ definitionName: 'd', hasErrors: false, hasFailures: true, hasWarnings: false, checks });

  expect(readEvidence(sourceFile('s.json', text)).facts).toMatchObject([
    { dataset: 'a', success: null, evaluated: 1, passed: 1, failed: 0, kinds: ['row_count'] },
    { dataset: 'b', success: null, evaluated: 1, passed: 0, failed: 1, failedChecks: ['row_count > 0'] },
  ]);
});
