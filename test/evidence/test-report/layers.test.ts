import { expect, it } from 'vitest';
import { aboutNames, layerOf } from '../../../assessments/evidence/test-report/layers.ts';

it.each([
  ['tests.unit.test_data_validation', 'report.xml', 'unit'],
  ['tests.integration.test_model_quality', 'report.xml', 'integration'],
  ['tests.data_quality.test_labels', 'report.xml', 'data'],
  ['tests/behavioral/test_invariance', 'report.xml', 'model'],
  ['ScorerModelTests', 'report.xml', 'unstated'],
  ['test_units_are_converted', 'report.xml', 'unstated'],
  ['com.example.ScorerIT', 'report.xml', 'integration'],
  ['com.example.Scorer', 'build/reports/e2e/results.xml', 'end-to-end'],
  ['com.example.Scorer', 'unit-test-tool/out/xml/results.xml', 'unstated'],
  ['模型质量', 'report.xml', 'model'],
] as const)('%s in %s is a test of layer %s', (suite, file, layer) => {
  expect(layerOf(suite, file)).toBe(layer);
});

it('names tell what tests are about, in a fixed order', () => {
  expect(aboutNames(['test_prompt_is_filled', 'PredictEndpointRejectsUnknownFeature', 'train_epochs'])).toEqual(['feature', 'model', 'training', 'serving', 'prompt']);
});
