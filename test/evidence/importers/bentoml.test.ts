import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, text: string): string | null => readEvidence(sourceFile(path, text)).importer;

it.each([
  ['bentofile.yaml', 'service: scorer.py\ninclude: ["*.py"]\n', 'bentoml'],
  ['x.yaml', 'service: service:svc\npython: {packages: [a]}\n', 'bentoml'],
  ['serverless.yml', 'service: scorer\nprovider: {name: aws}\nfunctions: {}\n', null],
  ['compose.yaml', 'services: {scorer: {image: "a:1"}}\n', 'compose'],
  ['x.yaml', 'name: a\nbento: scorer:1\nservices: [a]\n', null],
  ['model.yaml', 'name: a\nversion: 1\nmodule: torch\n', null],
] as const)('%s', (path, text, importer) => {
  expect(importerOf(path, text)).toBe(importer);
});

it('a broken file is told, not read', () => {
  expect(readEvidence(sourceFile('bentofile.yaml', 'service: "service:svc\n')).diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});
