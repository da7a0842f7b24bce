import { expect, test } from 'vitest';
import { effectiveDays, liesWithin } from '#assessments';
import { aFact } from '../builders/any-fact.ts';

test('a file speaks of the days its facts state, and of none where they state none', () => {
  const days = effectiveDays([
    aFact('approval', { file: 'a.json', decidedAt: '2026-03-04T10:00:00Z' }), aFact('approval', { file: 'a.json', decidedAt: '2026-01-02' }),
    aFact('update.strategy', { file: 'b.yaml' }), aFact('approval', { file: 'c.json', expiresAt: '2027-01-01' }),
  ]);

  expect([...days]).toEqual([['a.json', { first: '2026-01-02', last: '2026-03-04' }]]);
});

test.each([
  [{ from: '2026-01-01', to: '2026-06-30' }, true], [{ from: '2026-03-05', to: null }, false], [{ from: null, to: '2026-01-01' }, false], [{ from: '2026-03-04', to: null }, true], [{ from: null, to: '2026-01-02' }, true], [{ from: null, to: null }, true],
])('days from January to March lie in %j: %s', (window, within) => {
  expect(liesWithin({ first: '2026-01-02', last: '2026-03-04' }, window)).toBe(within);
});
