import { expect, test } from 'vitest';
import { lastEvidenceChange, type StoredEvent } from '#assessments';

const event = (batch: string, type: string, payload: Record<string, unknown> = {}): StoredEvent => ({
  id: '', chain: '', seq: 0, prev: null, after: [], batch, author: { id: '', name: '', role: '' }, device: '', at: '', type, v: 1, payload, hash: '', sig: null,
});
const [joined, added, linked, rated, mapped] = [event('a', 'assessor.joined'), event('a', 'evidence.added'), event('a', 'link.added'), event('b', 'rating.set'), event('c', 'evidence.mapped')] as const;
const [ratingUndone, importUndone] = [event('d', 'undone', { batch: 'b' }), event('e', 'undone', { batch: 'a' })] as const;

test('the last change of the evidence is the last action that took in, removed, mapped or purged files, or that undid such an action', () => {
  expect([[rated], [joined, added, linked, rated], [joined, added, linked, mapped, rated, ratingUndone], [joined, added, linked, mapped, importUndone]].map(lastEvidenceChange)).toEqual([
    null,
    { batch: 'a', events: [joined, added, linked], before: [] },
    { batch: 'c', events: [mapped], before: [joined, added, linked] },
    { batch: 'e', events: [importUndone], before: [joined, added, linked, mapped] },
  ]);
});
