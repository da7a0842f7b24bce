import { expect, test } from 'vitest';
import { suggestionChanges, type Suggestion } from '#assessments';

const said = (requirement: string, rating: Suggestion['rating'], strength: Suggestion['strength'] = 'direct', conflict = false): Suggestion => ({ requirement, rating, strength: rating === null ? null : strength, conflict, unchecked: false, checks: [], missing: [] });

test('what changed is new, stronger, weaker or gone; what stayed is not told', () => {
  const before = [said('a', null), said('b', 'P', 'indirect'), said('c', 'L'), said('d', 'P'), said('e', 'P', 'direct', true), said('f', 'L')];
  const after = [said('a', 'P'), said('b', 'P'), said('c', 'P', 'direct', true), said('d', null), said('e', 'P'), said('f', 'L'), said('g', 'L')];

  expect(suggestionChanges(before, after)).toEqual([
    { requirement: 'a', change: 'new' }, { requirement: 'b', change: 'stronger' }, { requirement: 'c', change: 'weaker' }, { requirement: 'd', change: 'gone' }, { requirement: 'e', change: 'stronger' }, { requirement: 'g', change: 'new' },
  ]);
});
