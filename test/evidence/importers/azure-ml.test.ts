import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, text: string): string | null => readEvidence(sourceFile(path, text)).importer;

it.each([
  ['a schema of Azure ML', '$schema: https://azuremlschemas.azureedge.net/latest/model.schema.json\nname: a\n', 'azure-ml'],
  ['another schema', '$schema: https://json-schema.org/draft/2020-12/schema\nname: a\n', null],
  ['an Azure DevOps pipeline', 'trigger: [main]\njobs:\n  - job: a\n    steps: [{script: make test}]\n', 'azure-pipelines'],
  ['a deployment of something else', 'endpoint_name: x\ninstance_type: y\n', null],
  ['a pipeline of another tool', 'type: pipeline\njobs: {a: {run: b}}\n', null],
] as const)('%s', (_, text, importer) => {
  expect(importerOf('x.yml', text)).toBe(importer);
});

it('a kind that says nothing of delivery is told, and a broken file too', () => {
  expect(readEvidence(sourceFile('x.yml', '$schema: https://azuremlschemas.azureedge.net/latest/batchEndpoint.schema.json\nname: n\n')).diagnostics.map(({ kind }) => kind)).toEqual(['unrecognised']);
  expect(readEvidence(sourceFile('x.yml', '$schema: https://azuremlschemas.azureedge.net/latest/model.schema.json\nname: "n\n')).diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});
