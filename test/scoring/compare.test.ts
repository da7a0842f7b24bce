import { describe, expect, test } from 'vitest';
import { type AssessmentState, type CompareSide, type Comparison, type Pack, type RatingValue, compare, comparisonInWords, ruleParameters, sideOf } from '#assessments';
import { type PackSketch, aPack } from '../builders/packs.ts';
import { aRating } from '../builders/ratings.ts';
import { evidenceFile, reportInput } from '../builders/report-input.ts';

const subItem = (id: string, ...levels: readonly number[]) => ({ requirements: levels.map((level, index) => ({ id: `${id}-q${index}`, level })) });
/** Two sub-items of three requirements (levels 1, 2, 2) and one of two (levels 1, 2). */
const sketch: PackSketch = { tree: { 1: { 1.1: ['a', 'b'] }, 2: { 2.1: ['c'] } }, subItems: { a: subItem('a', 1, 2, 2), b: subItem('b', 1, 2, 2), c: subItem('c', 1, 2) } };
const pack = aPack(sketch);

function side(values: Readonly<Record<string, RatingValue>>, more: Partial<AssessmentState> = {}, of: Pack = pack, name = 'x'): CompareSide {
  const { state } = reportInput({ pack: of, facts: [], suggestions: [], state: { targets: {}, ratings: Object.entries(values).map(([requirement, value]) => aRating({ requirement, value })), ...more } });
  return sideOf(name, of, state);
}
/** Everything at level 1: the first requirement of each sub-item met, the others not. */
const base: Readonly<Record<string, RatingValue>> = { 'a-q0': 'F', 'a-q1': 'P', 'a-q2': 'N', 'b-q0': 'F', 'b-q1': 'L', 'b-q2': 'F', 'c-q0': 'F', 'c-q1': 'F' };
const node = ({ nodes }: Comparison, id: string) => nodes.find((one) => one.node === id);

describe('what moved a level', () => {
  test('is the rating that did it, and not those that changed beside it', () => {
    const found = compare(side(base), side({ ...base, 'b-q1': 'F', 'a-q1': 'L' }));

    expect([node(found, 'b'), node(found, 'a'), node(found, '1.1')]).toMatchObject([
      { moved: 'risen', from: { level: 1, grade: '2−' }, to: { level: 2 }, causes: { rules: false, pack: false, children: [], ratings: ['b-q1'] } },
      { moved: 'same', from: { grade: '1' }, to: { grade: '2−' }, causes: null }, { moved: 'same' },
    ]);
  });

  test('of a node above are the children that moved it, and the ratings behind them', () => {
    const found = compare(side(base), side({ ...base, 'a-q1': 'F', 'a-q2': 'F', 'b-q1': 'F' }));

    expect([node(found, '1.1')?.causes, node(found, '')?.causes]).toEqual([
      { rules: false, pack: false, children: ['a', 'b'], ratings: ['a-q1', 'a-q2', 'b-q1'] }, { rules: false, pack: false, children: ['1'], ratings: ['a-q1', 'a-q2', 'b-q1'] },
    ]);
  });

  test('of a fall is the one that is enough for it: the first in the document', () => {
    const found = compare(side(base), side({ ...base, 'a-q0': 'P', 'b-q0': 'P' }));

    expect([node(found, 'a')?.causes?.ratings, node(found, '1.1')?.causes, found.dropped]).toEqual([['a-q0'], { rules: false, pack: false, children: ['a'], ratings: ['a-q0'] }, ['', '1', '1.1', 'a', 'b']]);
  });

  test('is the rules where they alone would have done it', () => {
    const found = compare(side(base), side(base, { policy: 'iso33020', parameters: { [ruleParameters.quotaPercent]: 50 } }));

    expect([node(found, 'b')?.causes, found.rules?.to, found.ratings]).toMatchObject([{ rules: true, pack: false, children: [], ratings: [] }, { policy: 'iso33020', quotaPercent: 50 }, []]);
  });

  test('is the pack where a requirement came or went', () => {
    const shorter = aPack({ ...sketch, subItems: { ...sketch.subItems, b: { requirements: sketch.subItems['b']!.requirements.filter(({ id }) => id !== 'b-q1') } } });
    const found = compare(side(base), side(base, {}, shorter));

    expect([node(found, 'b')?.causes, found.requirements, found.ratings]).toEqual([{ rules: false, pack: true, children: [], ratings: [] }, { gained: [], lost: ['b-q1'] }, []]);
  });
});

test('ratings are told by what became of them, in document order', () => {
  const found = compare(side({ 'a-q0': 'F', 'a-q1': 'P', 'a-q2': 'NA', 'b-q0': 'L', 'b-q1': 'F', 'c-q0': 'F' }), side({ 'a-q0': 'L', 'a-q1': 'F', 'a-q2': 'P', 'b-q0': 'NA', 'b-q2': 'N', 'c-q0': 'F' }));

  expect(found.ratings.map(({ requirement, from, to, direction }) => [requirement, from, to, direction])).toEqual([
    ['a-q0', 'F', 'L', 'lowered'], ['a-q1', 'P', 'F', 'raised'], ['a-q2', 'NA', 'P', 'no-longer-na'], ['b-q0', 'L', 'NA', 'became-na'], ['b-q1', 'F', null, 'unassessed'], ['b-q2', null, 'N', 'assessed'],
  ]);
});

test('evidence is gained, lost and changed by path, links by requirement and file', () => {
  const intake = (...files: ReturnType<typeof evidenceFile>[]) => [{ id: 'i', label: '', at: '', author: { id: '', name: '', role: '' }, files }];
  const link = (requirement: string, path: string) => ({ link: path, file: { intake: 'i', path }, requirement, locator: null, stance: 'for' as const, note: '', author: { id: '', name: '', role: '' }, at: '' });
  const found = compare(
    side(base, { intakes: intake(evidenceFile('kept', 'a'), evidenceFile('changed', 'b'), evidenceFile('lost', 'c')), links: [link('a-q0', 'kept'), link('b-q0', 'lost')] }),
    side(base, { intakes: intake(evidenceFile('kept', 'a'), evidenceFile('changed', 'd'), evidenceFile('gained', 'e')), links: [link('a-q0', 'kept'), link('a-q0', 'gained')] }),
  );

  expect([found.files, found.links]).toEqual([
    { gained: ['gained'], lost: ['lost'], changed: ['changed'] },
    { gained: [{ requirement: 'a-q0', path: 'gained', stance: 'for' }], lost: [{ requirement: 'b-q0', path: 'lost', stance: 'for' }] },
  ]);
});

test('nodes that only one side has appear and go', () => {
  const other = aPack({ tree: { 1: { 1.1: ['a', 'n'] } }, subItems: { a: sketch.subItems['a']!, n: { requirements: [{ id: 'n-1', level: 1 }] } } });
  const found = compare(side(base), side({ ...base, 'n-1': 'F' }, {}, other));

  expect([node(found, 'n'), node(found, 'b'), node(found, '2')]).toMatchObject([{ moved: 'appeared', from: null }, { moved: 'gone', to: null }, { moved: 'gone', to: null }]);
});

test('a weight of one is no other rule', () => {
  expect(compare(side(base), side(base, { parameters: { [`${ruleParameters.weight}a`]: 1 } })).rules).toBeNull();
});

test('in words: the whole, what moved and why, then the counts', () => {
  const found = compare(side(base), side({ ...base, 'b-q1': 'F', 'c-q0': 'P' }));

  expect(comparisonInWords(found, pack).map(({ en }) => en)).toEqual([
    'The whole went from 1 to 0 (because of 2; c-q0).', 'b Node b went from 2− to 2 (because of b-q1).', '2 Node 2 went from 2 to 0 (because of 2.1; c-q0).',
    '2.1 Node 2.1 went from 2 to 0 (because of c; c-q0).', 'c Node c went from 2 to 0 (because of c-q0).',
    '2 ratings changed: 1 raised, 1 lowered, 0 newly rated, 0 otherwise.', 'Evidence files: 0 gained, 0 lost, 0 with other contents.',
  ]);
  expect(comparisonInWords(found, pack)[0]?.zh).toBe('总体由 1 变为 0（因 2；c-q0）。');
});
