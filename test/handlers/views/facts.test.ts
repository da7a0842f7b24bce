import { describe, expect, test } from 'vitest';
import type { FactFilter } from '#contract';
import { factIndex } from '../../../electron/handlers/views/fact-index.ts';
import { factsView } from '../../../electron/handlers/views/facts.ts';
import { subjectsView } from '../../../electron/handlers/views/subjects.ts';
import { aFact } from '../../builders/any-fact.ts';

const inTwoFiles = { ...aFact('model.version', { file: 'registry.json', model: 'credit', modelVersion: '7', modelHash: 'ab'.repeat(32) }), also: [{ file: 'card.md', lines: [1, 3] as const }] };
const evaluated = aFact('eval.run', { file: 'eval.yaml', model: 'credit', modelVersion: '7', evaluation: '评估 3', metrics: 12 });
const other = aFact('model.version', { file: 'registry.json', model: 'fraud', modelVersion: '1' });
const split = aFact('traffic.split', { file: 'route.yaml', subject: 'credit-route', destinations: ['stable', 'canary'] });
const contradiction = { ...aFact('contradiction', { file: 'registry.json', kind: 'metric-differs', about: 'credit 7', left: '0.91', right: '0.88', zh: '指标不同。', en: 'They differ.' }), also: [evaluated.place] };
const facts = [inTwoFiles, evaluated, other, split, contradiction];
const index = factIndex(facts);

const all: FactFilter = { type: null, file: null, subject: null, search: '' };
const credit = { kind: 'model', name: 'credit', version: '7', hash: 'ab'.repeat(32) } as const;
const seen = (only: Partial<FactFilter>, from = 0, count = 10) => factsView(index, { ...all, ...only }, { from, count }).facts.map((one) => one.index);

describe('facts', () => {
  test('come in their order, contradictions first', () => {
    expect(seen({})).toEqual([4, 0, 1, 2, 3]);
  });

  test('are found by type, by any file they were read from, and by both together', () => {
    expect([seen({ type: 'model.version' }), seen({ file: 'card.md' }), seen({ file: 'registry.json' }), seen({ type: 'model.version', file: 'card.md' }), seen({ file: 'no-such-file' })]).toEqual([[0, 2], [0], [4, 0, 2], [0], []]);
  });

  test('of a subject are those that name it, led by the contradictions between them', () => {
    expect([seen({ subject: credit }), seen({ subject: { ...credit, hash: null } })]).toEqual([[4, 0, 1], []]);
  });

  test('are searched by what they say, in text, lists and numbers, and by path, whatever the case', () => {
    expect([seen({ search: ' CANARY ' }), seen({ search: '评估' }), seen({ search: '12' }), seen({ search: 'route.yaml' }), seen({ search: 'credit', type: 'traffic.split' })]).toEqual([[3], [1], [1], [3], [3]]);
  });

  test('are told in pages, with how many there are and what their fields mean', () => {
    const page = factsView(index, all, { from: 3, count: 1 });

    expect([page.total, page.from, page.facts, page.meanings['model.version']?.['stage'], Object.keys(page.meanings)]).toEqual([5, 3, [{ index: 2, fact: other }], expect.stringContaining('stage'), ['model.version']]);
  });
});

describe('subjects', () => {
  test('tell how many facts, files and contradictions speak of them, those in most files first', () => {
    const { total, subjects, kinds } = subjectsView(index, { kind: null, search: '', from: 0, count: 10 });

    expect([total, subjects, kinds]).toEqual([2, [
      { ...credit, hashes: 1, otherNames: [], facts: 2, files: 2, contradictions: 1 },
      { kind: 'model', name: 'fraud', version: '1', hash: null, hashes: 0, otherNames: [], facts: 1, files: 1, contradictions: 1 },
    ], [{ kind: 'model', count: 2 }]]);
  });

  test('are found by kind and by name, version or hash; kinds stay counted', () => {
    const found = (kind: 'model' | 'dataset' | null, search: string) => subjectsView(index, { kind, search, from: 0, count: 10 }).subjects.map(({ name }) => name);

    expect([found('model', 'FRA'), found(null, 'abab'), found('dataset', ''), subjectsView(index, { kind: 'dataset', search: '', from: 0, count: 1 }).kinds]).toEqual([['fraud'], ['credit'], [], [{ kind: 'model', count: 2 }]]);
  });
});
