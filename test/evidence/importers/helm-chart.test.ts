import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, text: string): string | null => readEvidence(sourceFile(path, text)).importer;

it.each([
  ['Chart.yaml', 'apiVersion: v2\nname: a\nversion: 1.0.0-rc1\n', 'helm-chart'],
  ['a manifest', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n', 'kubernetes'],
  ['values.yaml', 'image: {repository: a/b, tag: x}\n', 'helm-chart'],
  ['settings.yaml', 'image: {repository: a/b, tag: x}\n', null],
  ['values.yaml', 'colours: [red]\n', null],
  ['chart of something', 'apiVersion: v3\nname: a\nversion: b\n', null],
] as const)('%s', (name, text, importer) => {
  expect(importerOf(name === 'a manifest' || name === 'chart of something' ? 'x.yaml' : name, text)).toBe(importer);
});

it('a template of a chart is told to be a template, not read', () => {
  const reading = readEvidence(sourceFile('templates/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Values.name }}\n'));

  expect([reading.facts, reading.diagnostics.map(({ kind }) => kind)]).toEqual([[], ['template']]);
});
