import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a feature store with an online store alone', 'a.yaml', 'project: p\nregistry: r.db\nonline_store:\n  type: redis\n', 'feast'],
  ['a project of something else', 'a.yaml', 'project: p\nregistry: r.db\nprovider: aws\nservices: []\n', null],
  ['a project without a registry', 'a.yaml', 'project: p\nprovider: local\n', null],
  ['an empty registry', 'a.json', '{"project": "p", "featureViews": [], "entities": []}', 'feast'],
  ['views of something else', 'a.json', '{"featureViews": [{"name": "a"}]}', null],
  ['a list of events', 'a.json', '[{"eventType": "START", "eventTime": "2025-05-01", "job": {"name": "a"}, "inputs": []}]', 'openlineage'],
  ['what a test expects of an event, without data', 'a.json', '{"eventType": "START", "job": {"name": "a"}, "inputs": []}', null],
  ['an event of something else', 'a.json', '{"eventType": "COMPLETE", "job": "a", "run": 1}', null],
  ['an event of another kind', 'a.json', '{"eventType": "click", "job": {"name": "a"}, "inputs": []}', null],
  ['a table with times', 'a.csv', 'timestamp,duration,emissions\n1,2,3\n', null],
  ['an event that was cut off', 'a.json', '{"eventType": "START", "job": {', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('an event without a run declares its lineage and says what it lacks', () => {
  const { facts, diagnostics } = readEvidence(sourceFile('e.json', '{"eventType": "COMPLETE", "job": {"name": "j"}, "inputs": [{"name": "a"}], "outputs": [{"name": "b"}, {"name": "${json-unit.any-string}"}]}'));

  expect([facts, diagnostics]).toMatchObject([[{ type: 'lineage.edge', from: 'a', to: 'b', run: null, recorded: false }], [{ kind: 'template' }]]);
  expect(readEvidence(sourceFile('e.json', '{"eventType": "START", "eventTime": "2025-05-01T00:00:00Z", "job": {"name": "j"}, "inputs": []}')).diagnostics).toMatchObject([{ kind: 'partial', en: expect.stringContaining('run.runId, producer') as string }]);
});

it('emissions without a row are told as empty', () => {
  expect(readEvidence(sourceFile('emissions.csv', 'timestamp,project_name,duration,emissions,energy_consumed\n'))).toMatchObject({ importer: 'codecarbon', facts: [], diagnostics: [{ kind: 'empty' }] });
});
