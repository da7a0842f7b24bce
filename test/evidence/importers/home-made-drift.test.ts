import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a report with its own verdict', 'drift.json', '{"drift_detected": true}', 'home-made-drift'],
  ['scores by feature', 'out.json', '{"drift_scores": {"a": 0.1, "b": 0.2}, "run": "x"}', 'home-made-drift'],
  ['settings', 'drift.yaml', 'psi_threshold: 0.2\ndrift_threshold: 0.1\nwindow: 7\n', null],
  ['one number', 'drift.json', '{"psi": 0.2}', null],
  ['a driver', 'driver.json', '{"p_value": 1, "psi": 2}', null],
  ['a dashboard about drift', 'drift.json', '{"title": "drift", "schemaVersion": 30, "panels": []}', 'grafana'],
  ['a table of a race', 'race.csv', 'driver,drift_score\na,1\n', null],
  ['a table of drift', 'psi.csv', 'column,psi\na,0.1\n', 'home-made-drift'],
  ['a report that was cut off', 'drift.json', '{"drift_detected": true', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('a number beyond its threshold is no verdict, and verdicts that differ are none', () => {
  const [silent] = readEvidence(sourceFile('drift.json', '{"psi": 0.9, "ks_statistic": 0.8, "psi_threshold": 0.2}')).facts;
  const [torn] = readEvidence(sourceFile('drift.json', '{"data_drift": true, "target_drift": false}')).facts;

  expect([silent, torn]).toMatchObject([{ detected: null, drifted: null, threshold: 0.2, method: 'psi, ks', score: null }, { detected: null }]);
});
