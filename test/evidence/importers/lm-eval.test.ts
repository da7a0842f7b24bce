import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const reading = (value: unknown, path = 'r.json') => readEvidence(sourceFile(path, JSON.stringify(value)));
const config = { model: 'hf', model_args: 'pretrained=a/b', bootstrap_iters: 10 };

it.each([
  ['results with versions and configuration', { results: { wsc: { acc: 0.5 } }, versions: { wsc: 0 }, config }, 'lm-eval'],
  ['no versions', { results: { wsc: { acc: 0.5 } }, config }, null],
  ['a configuration of something else', { results: { wsc: { acc: 0.5 } }, versions: { wsc: 0 }, config: { model: 'resnet' } }, null],
  ['results that are a list', { results: [{ acc: 0.5 }], versions: {}, config }, null],
  ['results that are numbers', { results: { acc: 0.5 }, versions: {}, config }, null],
] as const)('%s', (_, value, importer) => {
  expect(reading(value, 'x.json').importer).toBe(importer);
});

it('a file that was cut off is told, not read', () => {
  expect(readEvidence(sourceFile('r.json', '{"results": {"wsc": {"acc": 0.5')).diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});

it('a limit makes a run partial, and a moving revision gives way to the commit', () => {
  const { facts } = reading({ results: { wsc: { acc: 0.5, acc_stderr: 'N/A' } }, versions: { wsc: 0 }, config: { ...config, limit: 8, model_revision: 'main', model_sha: 'c0ffee' } });

  expect(facts).toMatchObject([
    { type: 'eval.run', partial: true, model: 'a/b', modelVersion: 'c0ffee', metrics: 1 },
    { type: 'eval.metric', metric: 'acc', value: 0.5, standardError: null, kind: 'quality' },
  ]);
});
