import { expect, test } from 'vitest';
import { resultJson, resultJsonSchema } from '#assessments';
import { ratedUpTo, reportInput, reportPack } from '../builders/report-input.ts';

const pack = reportPack();

test('the result has the published shape, rated or not', () => {
  for (const state of [{}, { ratings: ratedUpTo(pack, 2) }]) {
    const json = JSON.parse(JSON.stringify(resultJson(reportInput({ pack, state })))) as unknown;
    expect(resultJsonSchema.safeParse(json).error).toBeUndefined();
  }
});

test('a suggestion carries rating, strength, checks, what is missing and places; a requirement without checks has none', () => {
  const { requirements } = resultJson(reportInput({ pack }));

  expect(requirements.slice(2, 4)).toEqual([
    { id: '1.1.1-L3-1', level: 3, rating: null, basis: null, suggestion: {
      rating: 'P', strength: 'direct', conflict: true,
      checks: [{ id: '1.1.1-L3-1.canary', facts: [0] }, { id: '1.1.1-L3-1.recreate', facts: [1] }], missing: [{ zh: '出示最近三次更新记录', en: 'Show the last three updates' }], places: [{ file: 'deploy/rollout.yaml', pointer: '/0' }, { file: 'deploy/legacy.yaml', pointer: '/0' }],
    } },
    { id: '1.1.1-L4-1', level: 4, rating: null, basis: null, suggestion: null },
  ]);
});

test('levels, blocking requirements and gaps are those of the score and the plan', () => {
  const input = reportInput({ pack, state: { ratings: ratedUpTo(pack, 2) } });
  const { overall, nodes, gaps, policy, rollup } = resultJson(input);

  expect({ overall, policy, rollup, gaps }).toEqual({ overall: { level: 2, grade: '2', min: 2, max: 2 }, policy: 'strict', rollup: 'minimum', gaps: input.plan.gaps.map(({ requirement }) => requirement) });
  expect(nodes.find(({ id }) => id === '1.1.1')).toEqual({ id: '1.1.1', kind: 'subItem', level: 2, grade: '2', min: 2, max: 2, ceiling: 5, assessed: 5, total: 5, blocking: ['1.1.1-L3-1'] });
});
