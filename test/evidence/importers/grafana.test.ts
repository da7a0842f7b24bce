import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a dashboard without a panel', 'd.json', '{"title": "a", "schemaVersion": 39, "panels": []}', 'grafana'],
  ['panels of a room', 'd.json', '{"title": "a", "panels": [{"colour": "red"}]}', null],
  ['a table with rows', 'd.json', '{"title": "a", "schemaVersion": 1, "rows": [[1, 2]]}', null],
  ['data sources of something else', 'd.yaml', 'apiVersion: v1\ndatasources:\n  - name: a\n    type: b\n', null],
  ['data sources without a type', 'd.yaml', 'apiVersion: 1\ndatasources:\n  - name: a\n', null],
  ['rules of Prometheus', 'r.yaml', 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n', 'prometheus'],
  ['a dashboard that was cut off', 'd.json', '{"title": "a", "schemaVersion": 39, "panels": [', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('two bounds are no threshold', () => {
  const alert = { name: 'a', conditions: [{ evaluator: { type: 'outside_range', params: [1, 2] } }] };
  const text = JSON.stringify({ title: 'd', schemaVersion: 16, panels: [{ title: 'Accuracy', targets: [{ expr: 'model_accuracy' }], alert }] });

  expect(readEvidence(sourceFile('d.json', text)).facts.find(({ type }) => type === 'alert.rule')).toMatchObject({ threshold: null, expression: 'model_accuracy outside_range 1 2', area: 'model-quality', described: false });
});
