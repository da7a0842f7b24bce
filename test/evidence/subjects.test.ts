import { type Fact, type Subject, subjectsOf } from '#assessments';
import { describe, expect, it, test } from 'vitest';
import { aFact, reordered } from '../builders/any-fact.ts';

const hash = 'ab'.repeat(32);
const commit = '9f2c81a0'.repeat(5);
const of = (kind: Subject['kind'], facts: readonly Fact[]) => subjectsOf(facts).filter((subject) => subject.kind === kind).map(({ name, version, hashes, facts: own }) => [name, version, hashes.length, ...own]);

describe('two mentions are one thing', () => {
  it.each([
    ['by hash, whatever they call it', [aFact('model.version', { model: 'fraud', modelVersion: '3', modelHash: hash }), aFact('sbom.component', { kind: 'model', model: 'fraud-net', modelHash: hash })], [['fraud', '3', 1, 0, 1]]],
    ['by name and version, without regard to case and a leading v', [aFact('model.version', { model: 'Fraud', modelVersion: 'v1.8.0' }), aFact('eval.run', { model: 'fraud', modelVersion: '1.8.0' })], [['Fraud', '1.8.0', 0, 0, 1]]],
    ['by a bare name', [aFact('model.card', { model: 'fraud' }), aFact('incident', { model: 'fraud' })], [['fraud', null, 0, 0, 1]]],
    ['by way of a third', [aFact('model.version', { model: 'fraud', modelVersion: '3' }), aFact('eval.run', { modelHash: hash }), aFact('release.bundle', { model: 'fraud', modelVersion: '3', modelHash: hash })], [['fraud', '3', 1, 0, 1, 2]]],
    ['when a deployment takes the model from a registry', [aFact('deployment.target', { modelUri: 'models:/fraud/3', modelVersion: '3' }), aFact('model.version', { model: 'fraud', modelVersion: '3' })], [['fraud', '3', 0, 0, 1]]],
  ] as const)('%s', (_, facts, expected) => {
    expect(of('model', facts)).toEqual(expected);
  });

  test('a shortened commit is the one it begins', () => {
    const facts = [aFact('code.revision', { commit }), aFact('release.bundle', { commit: commit.slice(0, 7) }), aFact('pipeline.run', { commit: 'ffff000' })];

    expect(of('code', facts)).toEqual([[commit, null, 1, 0, 1], ['ffff000', null, 1, 2]]);
  });

  test('an image is told by its digest, else by its name', () => {
    const facts = [
      aFact('release.bundle', { servingImage: `registry/aml@sha256:${hash}` }), aFact('deployment.target', { image: `mirror/aml:1@sha256:${hash}` }),
      aFact('image.digest', { image: 'registry/aml' }), aFact('deployment.target', { image: 'registry/aml:2' }),
    ];

    expect(of('image', facts)).toEqual([['mirror/aml', null, 1, 0, 1], ['registry/aml', null, 0, 2, 3]]);
  });
});

describe('two mentions are two things', () => {
  it.each([
    ['other versions', [aFact('model.version', { model: 'fraud', modelVersion: '3' }), aFact('model.version', { model: 'fraud', modelVersion: '4' })], 'model', 2],
    ['a name that may mean any version', [aFact('model.version', { model: 'fraud', modelVersion: '3' }), aFact('model.card', { model: 'fraud' })], 'model', 2],
    ['states of one path', [aFact('data.snapshot', { dataset: 'data/train', datasetHash: 'a'.repeat(32) }), aFact('data.snapshot', { dataset: 'data/train', datasetHash: 'b'.repeat(32) })], 'dataset', 2],
    ['two empty folders', [aFact('data.snapshot', { dataset: 'a', datasetHash: 'd751713988987e9331980363e24189ce.dir' }), aFact('data.snapshot', { dataset: 'b', datasetHash: 'd751713988987e9331980363e24189ce.dir' })], 'dataset', 2],
    ['a model and a dataset of one name', [aFact('model.card', { model: 'iris' }), aFact('data.card', { dataset: 'iris' })], 'dataset', 1],
    ['a repository alone is no state of the code', [aFact('code.history', { repository: 'host/a' })], 'code', 0],
  ] as const)('%s', (_, facts, kind, count) => {
    expect(of(kind, facts)).toHaveLength(count);
  });
});

test('a subject has all its facts and places, and the order of files changes nothing but the indices', () => {
  const facts = [
    aFact('release.bundle', { release: 'R-7', model: 'aml', modelVersion: '1', trainingData: 'TRAIN-1', evaluationData: ['GOLD-1'], featureView: 'f-6', promptVersion: 'p-2', file: 'b.yaml' }),
    aFact('gate.decision', { release: 'R-7', file: 'memo.md' }), aFact('approval', { release: 'R-7', file: 'memo.md' }), aFact('pipeline.step', { pipeline: 'ci', file: 'ci.yml' }), aFact('pipeline.definition', { name: 'ci', file: 'ci.yml' }),
  ];
  const without = (subjects: readonly Subject[]) => subjects.map(({ facts: own, ...subject }) => ({ ...subject, count: own.length }));

  expect(subjectsOf(facts).map(({ kind, name, facts: own }) => [kind, name, ...own])).toEqual([
    ['release', 'R-7', 0, 1, 2], ['model', 'aml', 0], ['dataset', 'GOLD-1', 0], ['dataset', 'TRAIN-1', 0], ['feature', 'f-6', 0], ['prompt', 'p-2', 0], ['pipeline', 'ci', 3, 4],
  ]);
  expect(subjectsOf(facts)[0]?.places).toEqual([{ file: 'b.yaml', pointer: '' }, { file: 'memo.md', pointer: '' }]);
  expect(reordered(facts).map((other) => without(subjectsOf(other)))).toEqual(reordered(facts).map(() => without(subjectsOf(facts))));
});

test('a hundred thousand facts take no longer than their number asks', () => {
  const facts = Array.from({ length: 100_000 }, (_, index) => aFact('eval.metric', { model: `m${index % 500}`, modelVersion: '1', run: `r${index}` }));

  expect(subjectsOf(facts)).toHaveLength(100_500);
});
