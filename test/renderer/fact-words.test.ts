import { describe, expect, it } from 'vitest';
import { factInShort, factInWords, placeWithin } from '../../renderer/fact-words.ts';
import { aFact } from '../builders/any-fact.ts';

const strategy = aFact('update.strategy', { subject: 'credit\u202E', tool: 'istio', kind: 'canary', declared: true, steps: 3, weights: [10, 50], maxSurge: '25%' });

describe('a fact in words', () => {
  it('names fields and values in the language, and tells no from silent', () => {
    const { said, no, silent } = factInWords(strategy, 'zh');

    expect(said).toEqual([
      { field: 'subject', label: '对象', value: 'credit[U+202E]' }, { field: 'tool', label: '工具', value: 'istio' }, { field: 'kind', label: '类别', value: '金丝雀发布' },
      { field: 'declared', label: '声明', value: '是' }, { field: 'steps', label: '步骤数', value: '3' }, { field: 'weights', label: '流量比例 %', value: '10、50' }, { field: 'maxSurge', label: '最多超出', value: '25%' },
    ]);
    expect([no, silent]).toEqual([['有分析', '等待人工确认'], ['指标', '间隔（秒）', '失败上限', '最多不可用']]);
  });

  it('leaves values in English as they are written', () => {
    expect(factInWords(strategy, 'en').said.filter(({ field }) => ['kind', 'declared', 'weights'].includes(field))).toEqual([
      { field: 'kind', label: 'Kind', value: 'canary' }, { field: 'declared', label: 'Declared', value: 'yes' }, { field: 'weights', label: 'Weights', value: '10, 50' },
    ]);
  });

  it('is short: its own words first, shared names last, no digest but the beginning of a commit, each word once', () => {
    const run = aFact('pipeline.run', { release: 'r1', commit: 'a'.repeat(40), modelHash: 'b'.repeat(64), run: 'r1', name: '训练', system: 'mlflow', status: 'succeeded', durationSeconds: 12 });

    expect([factInShort(strategy, 'en'), factInShort(run, 'zh')]).toEqual(['credit[U+202E] · istio · canary · Declared · Steps 3 · Weights 2', '训练 · mlflow · 成功 · 时长（秒）12 · r1 · aaaaaaaaaa']);
  });

  it('of a contradiction is its sentence', () => {
    expect(factInShort(aFact('contradiction', { zh: '两处不同。', en: 'They differ.' }), 'zh')).toBe('两处不同。');
  });
});

it('a place within its file is exact in every form', () => {
  expect([placeWithin({ file: 'a', lines: [3, 5] }), placeWithin({ file: 'a', pointer: '/0/spec' }), placeWithin({ file: 'a', cell: 'Runs!B7' }), placeWithin({ file: 'a', pointer: '' })]).toEqual(['L3–L5', '/0/spec', 'Runs!B7', '']);
});
