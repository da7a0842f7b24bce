import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a schema under another name', 'schema.txt', 'feature { name: "a" type: INT }\n', 'tfdv'],
  ['a schema with comments first', 'a.textproto', '# made by hand\n\nfeature <\n name: "a" type: INT\n>\n', 'tfdv'],
  ['a message of another kind', 'model.pbtxt', 'name: "graph"\nnode { name: "a" op: "Const" }\n', null],
  ['features without a type', 'a.pbtxt', 'feature { name: "a" }\n', null],
  ['features of another message', 'a.pbtxt', 'feature { name: "a" type: INT }\nnode { name: "x" }\n', null],
  ['a schema that was cut off', 'a.pbtxt', 'feature { name: "a" type: INT\n', null],
  ['a test in plain words', 'login.feature', 'feature: login\n  scenario: a user logs in\n', null],
  ['features of a map', 'places.json', '{"feature": [{"name": "a", "type": "Point"}]}', null],
  ['datasets of something else', 'a.json', '{"datasets": [{"name": "a"}]}', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('a feature measured for drift and for skew failed only in what its anomaly speaks of', () => {
  const text = 'anomaly_info { key: "a" value { reason { type: COMPARATOR_L_INFTY_HIGH short_description: "High Linfty distance between training and serving" } path { step: "a" } } }\n'
    + 'drift_skew_info { path { step: "a" } skew_measurements { type: L_INFTY value: 0.2 threshold: 0.1 } drift_measurements { type: L_INFTY value: 0.01 threshold: 0.1 } }\n';

  expect(readEvidence(sourceFile('a.pbtxt', text)).facts).toMatchObject([
    { type: 'data.validation', success: null, failed: 1 },
    { type: 'feature.validation', checks: ['schema', 'drift', 'skew'], passed: ['schema', 'drift'], failed: ['skew'] },
    { type: 'drift.report', method: 'drift L_INFTY', detected: false },
    { type: 'drift.report', method: 'skew L_INFTY', detected: true, score: 0.2 },
  ]);
});
