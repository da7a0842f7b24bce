import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a card with details and considerations', '{"model_details": {"name": "a"}, "considerations": {"users": []}}', 'model-card-toolkit'],
  ['details of a model alone', '{"model_details": {"name": "a"}}', null],
  ['a list of cards', '[{"model_details": {"name": "a"}, "considerations": {}}]', null],
  ['a card that was cut off', '{"model_details": {"name": "a"}, "considerations": {', null],
] as const)('%s', (_, text, importer) => {
  expect(readEvidence(sourceFile('card.json', text)).importer).toBe(importer);
});
