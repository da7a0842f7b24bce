import { expect, test } from 'vitest';
import { surveyPack } from '#assessments';
import { aCheck, aPack } from '../builders/packs.ts';

test('a pack is counted by sub-item, level, axis, way to verify, checks and source', () => {
  const pack = aPack({
    subItems: {
      a: { requirements: [{ id: 'a-1', level: 1 }, { id: 'a-2', level: 2, checks: [aCheck({ id: 'c' })] }, { id: 'a-3', level: 4 }] },
      b: { requirements: [{ id: 'b-1', level: 5 }] },
    },
    actions: [{ id: 'all', satisfies: ['a-1'] }],
  });
  const { axes, methods, sources, ...counts } = surveyPack(pack);

  expect(counts).toEqual({
    requirements: 4, actions: 1, levels: [1, 1, 0, 1, 1], middle: { checked: 1, total: 2 },
    subItems: [
      { id: 'a', zh: '节点 a', en: 'Node a', levels: [1, 1, 0, 1, 0], total: 3, middle: { checked: 1, total: 2 } },
      { id: 'b', zh: '节点 b', en: 'Node b', levels: [0, 0, 0, 0, 1], total: 1, middle: { checked: 0, total: 0 } },
    ],
  });
  expect([axes, methods, sources].map((list) => list.filter(({ count }) => count > 0))).toEqual([[{ name: 'norm', count: 4 }], [{ name: 'record', count: 4 }], [{ name: 'inference', count: 4, alone: 4 }]]);
});
