import { expect, test } from 'vitest';
import { fold } from '#assessments';
import { planPurge } from '../../electron/handlers/purge-plan.ts';

const file = (path: string, artefact: string) => ({ path, artefact: artefact.repeat(64), size: 1, mediaType: 'text/plain', encoding: 'utf-8' });
const intake = (id: string, ...files: readonly ReturnType<typeof file>[]) => ({ id, label: id, at: '', author: { id: 'x', name: 'x', role: '' }, files });
const state = { ...fold([]), intakes: [intake('one', file('a.txt', 'a'), file('b.txt', 'b'), file('c.zip', 'c'), file('c.zip!/d.txt', 'd')), intake('two', file('again.txt', 'a'), file('e.txt', 'e'))] };

test('files of several imports are purged together, the same bytes in both among them', () => {
  expect(planPurge(state, [{ intake: 'one', path: 'a.txt' }, { intake: 'two', path: 'again.txt' }, { intake: 'two', path: 'e.txt' }])).toEqual({
    kind: 'plan', artefacts: ['a'.repeat(64), 'e'.repeat(64)], files: [{ intake: 'one', path: 'a.txt' }, { intake: 'two', path: 'again.txt' }, { intake: 'two', path: 'e.txt' }],
  });
});

test('an archive goes with its member; bytes that another file keeps, and files that are not there, are told', () => {
  expect([planPurge(state, [{ intake: 'one', path: 'c.zip!/d.txt' }]), planPurge(state, [{ intake: 'one', path: 'a.txt' }]), planPurge(state, [{ intake: 'two', path: 'a.txt' }])]).toEqual([
    { kind: 'plan', artefacts: ['d'.repeat(64), 'c'.repeat(64)], files: [{ intake: 'one', path: 'c.zip!/d.txt' }, { intake: 'one', path: 'c.zip' }] }, { kind: 'kept', by: 'again.txt' }, { kind: 'unknown', path: 'a.txt' },
  ]);
});
