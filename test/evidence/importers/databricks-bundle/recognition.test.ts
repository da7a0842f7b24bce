import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

it.each([
  ['bundle: {name: x}\ntargets: {dev: {mode: development}}\n', true],
  ['resources:\n  jobs:\n    j: {tasks: []}\n', true],
  ['resources:\n  experiments:\n    e: {name: x}\n', false],
  ['resources: [deployment.yaml]\n', false],
  ['resources:\n  limits: {cpu: 1}\n', false],
  ['apiVersion: v1\nresources:\n  jobs:\n    a: {}\n', false],
  ['bundle: {name: x}\n', false],
])('%j is a bundle: %s', (text, expected) => {
  expect(readEvidence(sourceFile('x.yml', text)).importer === 'databricks-bundle').toBe(expected);
});
