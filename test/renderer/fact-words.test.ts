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

  it('tells what a conversion of a model and a retirement came to, whatever of it is stated', () => {
    const conversion = aFact('model.conversion', { system: 'dvc', from: 'pytorch', to: 'onnx', optimisations: ['quantization-int8', 'pruning'], precision: 'int8', stage: 'export', compared: true, qualityChange: -0.002, speedup: 2.5 });
    const retirement = aFact('retirement.record', { name: 'credit-v1', kind: 'planned', system: 'document', successor: 'credit-v2', reason: '被新模型取代', approved: true, dataKept: false, at: '2026-05-01' });
    const lines = (fact: Parameters<typeof factInWords>[0], language: 'zh' | 'en') => factInWords(fact, language).said.map(({ label, value }) => `${label} ${value}`);

    expect(lines(conversion, 'zh')).toEqual(['工具 dvc', '从 pytorch', '到 onnx', '优化方法 INT8 量化、剪枝', '数值精度 int8', '阶段 export', '与原模型对比 是', '指标变化 -0.002', '加速倍数 2.5']);
    expect([lines(retirement, 'zh'), factInWords(retirement, 'zh').no]).toEqual([['名称 credit-v1', '类别 计划下线', '工具 文档', '替代者 credit-v2', '原因 被新模型取代', '已批准 是', '时间 2026-05-01'], ['说明数据去向']]);
    expect([lines(conversion, 'en')[3], lines(retirement, 'en')[1], factInShort(retirement, 'en')]).toEqual(['Optimisations quantization-int8, pruning', 'Kind planned', 'credit-v1 · planned · document · credit-v2 · 被新模型取代 · Approved']);
  });

  it('of a contradiction is its sentence', () => {
    expect(factInShort(aFact('contradiction', { zh: '两处不同。', en: 'They differ.' }), 'zh')).toBe('两处不同。');
  });
});

it('a place within its file is exact in every form', () => {
  expect([placeWithin({ file: 'a', lines: [3, 5] }), placeWithin({ file: 'a', pointer: '/0/spec' }), placeWithin({ file: 'a', cell: 'Runs!B7' }), placeWithin({ file: 'a', pointer: '' })]).toEqual(['L3–L5', '/0/spec', 'Runs!B7', '']);
});
