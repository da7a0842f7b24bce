import { type Fact, completeFacts, factSchema } from '#assessments';
import { describe, expect, it, test } from 'vitest';
import { crossRead } from '../../../assessments/evidence/contradictions/cross-read.ts';
import { contradictionRules } from '../../../assessments/evidence/contradictions/index.ts';
import { contradictionKinds } from '../../../assessments/evidence/facts/governance.ts';
import { aFact, reordered } from '../../builders/any-fact.ts';

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
const bundle = (more: Parameters<typeof aFact<'release.bundle'>>[1]) => aFact('release.bundle', { release: 'R-7', file: 'bundle.yaml', ...more });
const metric = (evaluation: string, more: Parameters<typeof aFact<'eval.metric'>>[1]) => aFact('eval.metric', { evaluation, metric: 'accuracy', release: 'R-7', file: `${evaluation}.yaml`, comparison: 'at-least', ...more });

/** A release that is only there, so that others are known. */
const bystander = 'r6.yaml';

/** For every kind: facts that contradict each other, and as little different facts that do not. */
const cases: Readonly<Record<(typeof contradictionKinds)[number], { readonly about: string; readonly against: readonly Fact[]; readonly along: readonly Fact[] }>> = {
  'approved-against-criteria': {
    about: 'R-7', against: [aFact('approval', { release: 'R-7', approved: true, criteriaMet: false, failedCriteria: ['Fairness', 'Risk'] })],
    along: [aFact('approval', { release: 'R-7', approved: false, criteriaMet: false, failedCriteria: ['Fairness'] }), aFact('approval', { approved: true, criteriaMet: true }), aFact('gate.decision', { decision: 'limited-go', criteriaMet: false })],
  },
  'approved-despite-bias': {
    about: 'R-7', against: [aFact('approval', { release: 'R-7', approved: true, mode: 'program', criteriaRecorded: true }), aFact('eval.run', { release: 'R-7', biasFlag: true })],
    along: [aFact('approval', { release: 'R-7', approved: true }), aFact('eval.run', { release: 'R-8', biasFlag: true }), aFact('eval.run', { release: 'R-7', biasFlag: false })],
  },
  'unreviewed-automation': {
    about: 'R-7', against: [aFact('approval', { release: 'R-7', approved: true, mode: 'program' })],
    along: [aFact('approval', { approved: true, mode: 'program', criteriaRecorded: true }), aFact('approval', { approved: true, mode: 'person' })],
  },
  'decision-before-evaluation': {
    about: 'R-7', against: [aFact('gate.decision', { release: 'R-7', decision: 'go', decidedAt: '2026-06-29T10:00:00Z' }), aFact('eval.run', { release: 'R-7', at: '2026-06-29T10:00:01Z' })],
    along: [aFact('gate.decision', { release: 'R-7', decision: 'go', decidedAt: '2026-06-29' }), aFact('eval.run', { release: 'R-7', at: '2026-06-30T01:00:00' }), aFact('eval.run', { release: 'R-8', at: '2027-01-01' })],
  },
  'hash-differs': {
    about: 'fraud 3', against: [aFact('eval.run', { model: 'fraud', modelVersion: '3', modelHash: one }), bundle({ model: 'fraud', modelVersion: '3', modelHash: two })],
    along: [aFact('eval.run', { model: 'fraud', modelVersion: '3', modelHash: one }), aFact('data.snapshot', { dataset: 'fraud', datasetVersion: '3', datasetHash: two }), aFact('model.version', { model: 'fraud', modelVersion: '3', modelHash: 'a'.repeat(32) })],
  },
  'content-differs': { about: 'R-7', against: [bundle({ content: one, file: 'x.yaml' }), bundle({ content: two, file: 'y.yaml' })], along: [bundle({ content: one, file: 'x.yaml' }), bundle({ content: one, file: 'y.yaml' })] },
  'version-differs': {
    about: 'R-7 fraud', against: [bundle({ model: 'fraud', modelVersion: '3' }), aFact('gate.decision', { release: 'R-7', model: 'fraud', modelVersion: '4', decision: 'undecided' })],
    along: [bundle({ model: 'fraud', modelVersion: '3' }), aFact('gate.decision', { release: 'R-7', model: 'fraud', modelVersion: 'v3', decision: 'undecided' }), aFact('model.card', { release: 'R-7', model: 'base', modelVersion: '1' })],
  },
  'threshold-differs': { about: 'R-7 Accuracy', against: [metric('gate', { threshold: 0.7 }), metric('evaluation', { threshold: 0.75, metric: 'Accuracy' })], along: [metric('gate', { threshold: 0.7 }), metric('evaluation', { threshold: 0.7 }), metric('slice', { threshold: 0.6, slice: 'age' })] },
  'metric-differs': { about: 'R-7 accuracy', against: [metric('card', { value: 0.93 }), metric('evaluation', { value: 0.9188571428571428 })], along: [metric('card', { value: 0.92 }), metric('evaluation', { value: 0.9188571428571428 }), metric('other', { value: 0.5, release: 'R-8' })] },
  'passed-against-threshold': {
    about: 'R-7 accuracy', against: [metric('gate', { value: 0.6, threshold: 0.7, passed: true })],
    along: [metric('gate', { value: 0.7, threshold: 0.7, passed: true }), metric('gate', { value: 0.6, threshold: 0.7, passed: false, task: 'b' }), metric('gate', { value: 0.6, threshold: 0.7, passed: true, comparison: 'unstated', task: 'c' })],
  },
  'finished-empty': { about: 'bright-cat-1', against: [aFact('pipeline.run', { run: '83a0', name: 'bright-cat-1', status: 'succeeded', empty: true })], along: [aFact('pipeline.run', { run: '83a0', status: 'failed', empty: true }), aFact('pipeline.run', { run: '83a1', status: 'succeeded' })] },
  'empty-output': { about: 'data/train/', against: [aFact('data.snapshot', { path: 'data/train/', stage: 'prepare', empty: true, files: 0, bytes: 0 })], along: [aFact('data.snapshot', { path: 'data/train/', empty: true }), aFact('data.snapshot', { path: 'data/test/', stage: 'prepare' })] },
  'success-against-statistics': {
    about: 'warning', against: [aFact('data.validation', { suite: 'warning', kind: 'result', success: true, evaluated: 12, passed: 12, failed: 0, listed: 0 })],
    along: [aFact('data.validation', { suite: 'warning', kind: 'result', success: true, evaluated: 12, passed: 12, failed: 0, listed: 12 }), aFact('data.validation', { suite: 'plan', kind: 'expectations', success: true, evaluated: 3 })],
  },
  'count-differs': { about: 'suite', against: [aFact('test.run', { name: 'suite', declared: 5, cases: 4 })], along: [aFact('test.run', { name: 'suite', declared: 4, cases: 4 }), aFact('test.run', { name: 'other', cases: 4 })] },
  'unnamed-model': { about: 'R-7', against: [aFact('monitoring.plan', { release: 'R-7', name: 'plan' })], along: [aFact('monitoring.plan', { release: 'R-7', name: 'plan', modelNamed: true })] },
  'protection-without-review': {
    about: 'main', against: [aFact('branch.policy', { name: 'main', enforced: true, requestRequired: true, approvals: 0 })],
    along: [aFact('branch.policy', { name: 'main', enforced: true, requestRequired: true, approvals: 1 }), aFact('branch.policy', { name: 'tags', enforced: true, approvals: 0 }), aFact('branch.policy', { name: 'off', requestRequired: true, approvals: 0 })],
  },
  'unknown-rollback-target': { about: 'R-7', against: [bundle({ rollbackTarget: 'R-5' }), bundle({ release: 'R-6', file: bystander })], along: [bundle({ rollbackTarget: 'R-6' }), bundle({ release: 'R-6', file: bystander })] },
  'commit-differs': {
    about: 'R-7', against: [bundle({ commit: '9f2c81a' }), aFact('provenance.statement', { release: 'R-7', commit: '4ffc4f4a93fb0d6a7ebdd25b89926a706dd2dba5' })],
    along: [bundle({ commit: '4ffc4f4' }), aFact('provenance.statement', { release: 'R-7', commit: '4ffc4f4a93fb0d6a7ebdd25b89926a706dd2dba5' }), aFact('pipeline.run', { release: 'R-8', commit: '9f2c81a' })],
  },
  'evaluated-on-training-data': { about: 'R-7', against: [bundle({ trainingData: 'T-1', evaluationData: ['G-1', 'T-1'] })], along: [bundle({ trainingData: 'T-1', evaluationData: ['G-1'] })] },
  'stale-lock': { about: 'dvc.lock#train', against: [aFact('pipeline.run', { run: 'dvc.lock#train', stale: true })], along: [aFact('pipeline.run', { run: 'dvc.lock#train' })] },
};

describe('a contradiction', () => {
  it.each(contradictionKinds)('%s is found, in both languages, and the order of files changes nothing', (kind) => {
    const { about, against } = cases[kind];
    const found = crossRead(against);
    const places = found.flatMap(({ place, also }) => [place.file, ...also.map(({ file }) => file)]);

    expect(found).toMatchObject([{ kind, about, zh: expect.stringMatching(/\p{Script=Han}.*。$/u) as string, en: expect.stringMatching(/\.$/) as string }]);
    expect(factSchema.safeParse(found[0]).error?.issues ?? []).toEqual([]);
    expect(new Set(places)).toEqual(new Set(against.map(({ place }) => place.file).filter((file) => file !== bystander)));
    expect(reordered(against).map(crossRead)).toEqual(reordered(against).map(() => found));
  });

  it.each(contradictionKinds)('%s is not found where the claims go together', (kind) => {
    expect(crossRead(cases[kind].along)).toEqual([]);
  });

  test('has one rule for each kind', () => {
    expect(contradictionRules.map(({ kind }) => kind).sort()).toEqual([...contradictionKinds].sort());
  });
});

test('an image that is deployed under a released name with another digest is told', () => {
  const facts = [bundle({ servingImage: `registry/aml@sha256:${one}` }), aFact('deployment.target', { image: `registry/aml@sha256:${two}` })];

  expect(crossRead(facts)).toMatchObject([{ kind: 'hash-differs', about: 'registry/aml', left: two, right: one }]);
});

test('the same contradiction read twice is one, and contradictions do not breed', () => {
  const facts = [aFact('monitoring.plan', { name: 'plan' }), aFact('monitoring.plan', { name: 'plan' })];
  const reading = { path: 'plan.json', importer: 'release-folder', facts, diagnostics: [], fragments: [] };

  expect(completeFacts([reading]).facts.map(({ type }) => type)).toEqual(['monitoring.plan', 'monitoring.plan', 'contradiction']);
  expect(crossRead(completeFacts([reading]).facts)).toHaveLength(1);
});

test('copies of the same files contradict themselves once, with all places', () => {
  const copy = (folder: string) => [aFact('approval', { release: 'R-7', approved: true, mode: 'program', criteriaRecorded: true, file: `${folder}/approval.json` }), aFact('eval.run', { release: 'R-7', biasFlag: true, file: `${folder}/eval.yaml` })];
  const facts = [...copy('old'), ...copy('new')];
  const found = crossRead(facts);

  expect(found.map(({ place, also }) => [place.file, ...also.map(({ file }) => file)])).toEqual([['new/approval.json', 'new/eval.yaml', 'old/approval.json', 'old/eval.yaml']]);
  expect(reordered(facts).map(crossRead)).toEqual([found, found]);
});

test('a hundred thousand claims about one release are compared in time', () => {
  const facts = Array.from({ length: 50_000 }, (_, index) => [aFact('approval', { release: 'R-7', approved: true, criteriaRecorded: true, file: `${index}.json` }), aFact('eval.run', { release: 'R-7', biasFlag: true, file: `${index}.yaml` })]).flat();

  expect(crossRead(facts)).toMatchObject([{ kind: 'approved-despite-bias' }]);
});

test('ten thousand measured values are compared in time that grows with their number', () => {
  const facts = Array.from({ length: 10_000 }, (_, index) => metric(`e${index}`, { value: index / 7, file: 'all.yaml' }));

  expect(crossRead(facts)).toHaveLength(1);
});
