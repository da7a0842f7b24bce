import { expect, test } from 'vitest';
import { daySources, effectiveDays, liesWithin } from '#assessments';
import { aFact } from '../builders/any-fact.ts';

test('a file speaks of the days its facts state, and of none where they state none', () => {
  const days = effectiveDays([
    aFact('approval', { file: 'a.json', decidedAt: '2026-03-04T10:00:00Z' }), aFact('approval', { file: 'a.json', decidedAt: '2026-01-02' }),
    aFact('update.strategy', { file: 'b.yaml' }), aFact('approval', { file: 'c.json', expiresAt: '2027-01-01' }),
  ]);

  expect([...days]).toEqual([['a.json', { first: '2026-01-02', last: '2026-03-04' }]]);
});

test('the first and the last day of a file are told with the facts, fields and places they come from', () => {
  const facts = [aFact('approval', { file: 'a.json', decidedAt: '2026-03-04T10:00:00Z' }), aFact('document', { file: 'a.json', updatedAt: '2026-05-01', createdAt: '2026-01-02' }), aFact('approval', { file: 'b.json', decidedAt: '2020-01-01' })];
  const placeOf = (at: number) => facts[at]?.place;

  expect([daySources(facts, 'a.json'), daySources(facts, 'c.json')]).toEqual([{ first: { day: '2026-03-04', type: 'approval', field: 'decidedAt', place: placeOf(0) }, last: { day: '2026-05-01', type: 'document', field: 'updatedAt', place: placeOf(1) } }, null]);
});

test.each([
  [{ from: '2026-01-01', to: '2026-06-30' }, true], [{ from: '2026-03-05', to: null }, false], [{ from: null, to: '2026-01-01' }, false], [{ from: '2026-03-04', to: null }, true], [{ from: null, to: '2026-01-02' }, true], [{ from: null, to: null }, true],
])('days from January to March lie in %j: %s', (window, within) => {
  expect(liesWithin({ first: '2026-01-02', last: '2026-03-04' }, window)).toBe(within);
});
