import { describe, expect, test } from 'vitest';
import { type Why, confidencesOf, finalRatings, why, whyInWords } from '#assessments';
import { scoreOf } from '../builders/ladders.ts';
import { aPack } from '../builders/packs.ts';
import { aConsensus, aRating, finalsOf } from '../builders/ratings.ts';

const changes = (lift: Why['lift']): string => (lift === null ? '–' : lift.changes.map(({ requirement, from, to }) => `${requirement} ${from ?? '-'}→${to}`).join(', '));

describe('why a sub-item is not higher', () => {
  test('names what blocks it and the least each must be', () => {
    const { why: ask } = scoreOf({ s: '1:F | 2:F L - | 3:N' }, { policy: 'iso33020' });

    expect(ask('s').blocking).toEqual([{ requirement: 's-L2-3', subItem: 's', level: 2, value: null, needs: 'L' }]);
  });

  test('says of a mean only what a mandatory requirement needs by itself', () => {
    const { why: ask } = scoreOf({ s: '1:F | 2:P N!' }, { policy: 'threshold' });

    expect(ask('s').blocking.map(({ requirement, needs }) => [requirement, needs])).toEqual([['s-L2-1', null], ['s-L2-2', 'P']]);
  });

  test('under a mean that is reached only the mandatory requirement at N blocks', () => {
    const { why: ask } = scoreOf({ s: '1:F F F F F L F F N!' }, { policy: 'threshold' });

    expect([ask('s').blocking.map(({ requirement }) => requirement), changes(ask('s').lift)]).toEqual([['s-L1-9'], 's-L1-9 N→P']);
  });

  test.each([
    ['strict', '1:F | 2:N L F', 's-L2-1 N→F, s-L2-2 L→F', 4],
    ['iso33020', '1:L | 2:P', 's-L1-1 L→F, s-L2-1 P→L', 2],
    // 9 thirds, 8 needed: 4 are missing, two requirements bring them, the first of them as far as it must
    ['threshold', '1:P P L', 's-L1-1 P→F, s-L1-2 P→F', 4],
    // 4 of 9, 8 needed: 4 are missing, N brings 3 at most and P 2; the earlier is raised as far as it goes
    ['threshold', '1:P N F', 's-L1-1 P→F, s-L1-2 N→L', 4],
    ['threshold', '1:L N F', 's-L1-2 N→F', 3],
    // the mandatory one must be in it, though another would bring more
    ['threshold', '1:F F F F F F F N! N', 's-L1-8 N→L', 2],
  ] as const)('under %s the shortest way for %s is %s', (policy, ladder, way, thirds) => {
    const { lift } = scoreOf({ s: ladder }, { policy }).why('s');

    expect([changes(lift), lift?.thirds]).toEqual([way, thirds]);
  });

  test('there is no way up at the ceiling, and none to a target that is reached', () => {
    const { why: ask } = scoreOf({ s: '1:F | 2:F' }, { targets: { '': 5 } });

    expect(ask('s')).toMatchObject({ level: 2, ceiling: 2, target: 2, blocking: [], lift: null, toTarget: null });
  });

  test('the way to the target may be longer than the way to the next level', () => {
    const { why: ask } = scoreOf({ s: '1:F | 2:L | 3:N' }, { targets: { s: 3 } });

    expect([changes(ask('s').lift), changes(ask('s').toTarget)]).toEqual(['s-L2-1 L→F', 's-L2-1 L→F, s-L3-1 N→F']);
  });

  test('what is met already above is reached along with the next level', () => {
    const { lift } = scoreOf({ s: '1:N | 2:F | 3:F | 4:N' }).why('s');

    expect([lift?.level, changes(lift)]).toEqual([3, 's-L1-1 N→F']);
  });
});

describe('why a node above is not higher', () => {
  const low = { cheap: '1:F | 2:L', dear: '1:F | 2:N N N', high: '1:F | 2:F' };

  test('by minimum every child that holds it down must rise', () => {
    const { children, lift } = scoreOf(low).why('1.1');

    expect([children.filter(({ holds }) => holds).map(({ node }) => node), lift?.children, lift?.changes.length]).toEqual([
      ['cheap', 'dear'], [{ node: 'cheap', from: 1, to: 2 }, { node: 'dear', from: 1, to: 2 }], 4,
    ]);
  });

  test('by quota as many as are needed, those for which it costs least', () => {
    const { lift } = scoreOf(low, { rollup: 'quota', quotaPercent: 60 }).why('1.1');

    expect([lift?.level, changes(lift)]).toEqual([2, 'cheap-L2-1 L→F']);
  });

  test('by mean one child may rise by two where that is cheaper than two by one', () => {
    const { lift } = scoreOf({ a: '1:F | 2:N | 3:F', b: '1:F | 2:N N', c: '1:F | 2:N N' }, { rollup: 'mean' }).why('1.1');

    // 3 + 1 + 1 = 5 of 6: one more is needed, and b costs two whether it is alone or not
    expect([lift?.level, lift?.children]).toEqual([2, [{ node: 'a', from: 1, to: 3 }, { node: 'b', from: 1, to: 2 }]]);
  });

  test('a heavier child counts for more', () => {
    const { lift } = scoreOf({ a: '1:F | 2:N', b: '1:F | 2:N N' }, { rollup: 'mean', weights: { b: 3 } }).why('1.1');

    // 1 · 2 + 3 · 1 = 5 of 8: b must rise, a need not by itself: 1 + 6 = 7 < 8, so both
    expect(changes(lift)).toBe('a-L2-1 N→F, b-L2-1 N→F, b-L2-2 N→F');
  });

  test('the whole has its own target, its children are the domains', () => {
    const { why: ask } = scoreOf({ a: '1:F | 2:N', b: '1:F | 2:F' }, { tree: { 1: { 1.1: ['a'] }, 2: { 2.1: ['b'] } }, targets: { '': 2 } });

    expect(ask('')).toMatchObject({ node: '', kind: 'whole', level: 1, target: 2, children: [{ node: '1', level: 1, holds: true }, { node: '2', level: 2, holds: false }] });
  });
});

describe('the ratings a level hangs on', () => {
  const pack = aPack({ subItems: { s: { requirements: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, level: 1 })) } } });
  const state = {
    consensus: [],
    ratings: [
      aRating({ requirement: 'a', value: 'F', confidence: 'high' }), aRating({ requirement: 'b', value: 'F', confidence: 'low' }), aRating({ requirement: 'c', value: 'F', machine: true }),
      aRating({ requirement: 'd', value: 'F' }), aRating({ requirement: 'e', value: 'F', confidence: 'medium' }),
    ],
  };
  const ask = (more: object = {}) => {
    const finals = finalRatings(pack, state);
    return why({ pack, finals, policy: 'strict', rollup: 'minimum', targets: {}, confidence: confidencesOf(state, finals), ...more }, '')!.sensitivity;
  };

  test('stand with the most doubtful first: low confidence, machine only, then by confidence', () => {
    expect(ask().map(({ requirement, doubt, lowers }) => [requirement, doubt, lowers?.to])).toEqual([['b', 'low-confidence', 'L'], ['c', 'machine', 'L'], ['e', 'none', 'L'], ['d', 'none', 'L'], ['a', 'none', 'L']]);
  });

  test('and where evidence is known, those it carries least before', () => {
    expect(ask({ sufficiency: new Map([['a', 0.2], ['d', 1], ['e', 0.5]]) }).map(({ requirement, sufficiency }) => [requirement, sufficiency])).toEqual([['b', 0], ['c', 0], ['a', 0.2], ['e', 0.5], ['d', 1]]);
  });

  test('an unassessed and a disputed one can only raise', () => {
    const open = { ...state, ratings: [...state.ratings.filter(({ requirement }) => requirement !== 'a'), aRating({ requirement: 'e', value: 'P', by: '韩梅梅' })] };
    const [one, other] = [['a'], ['e']].map(([only]) => why({ pack, finals: finalRatings(pack, { ...open, ratings: [...open.ratings, ...(only === 'a' ? [aRating({ requirement: 'e', value: 'F', layer: 'final' })] : [aRating({ requirement: 'a', value: 'F' })])] }), policy: 'strict', rollup: 'minimum', targets: {} }, '')!.sensitivity);

    expect([one, other].map((found) => found!.map(({ requirement, doubt, raises, lowers, oneStep }) => [requirement, doubt, raises, lowers, oneStep]))).toEqual([
      [['a', 'unassessed', { to: 'F', level: 1 }, null, false]], [['e', 'disputed', { to: 'F', level: 1 }, null, false]],
    ]);
  });

  test('what is not applicable may do both', () => {
    const { sensitivity, notApplicable } = scoreOf({ s: '1:F | 2:F | 3:x' }).why('s');

    expect([sensitivity.at(-1), notApplicable]).toMatchObject([{ requirement: 's-L3-1', value: 'NA', raises: { to: 'F', level: 3 }, lowers: null }, { requirements: ['s-L3-1'], asN: 2, asF: 3 }]);
  });

  test('an NA that hides a gap shows by what it would be as N', () => {
    const { notApplicable } = scoreOf({ s: '1:F | 2:x F' }).why('s');

    expect(notApplicable).toEqual({ requirements: ['s-L2-1'], asN: 1, asF: 2 });
  });

  test('one step is told apart from two', () => {
    const { sensitivity } = scoreOf({ s: '1:F | 2:P' }, { policy: 'iso33020' }).why('s');

    expect(sensitivity.map(({ requirement, raises, lowers, oneStep }) => [requirement, raises?.to, lowers?.to, oneStep])).toEqual([['s-L1-1', undefined, 'P', false], ['s-L2-1', 'L', undefined, true]]);
  });
});

test('of several assessors the least confident counts, and a consensus has no confidence of its own', () => {
  const pack = aPack({ subItems: { s: { requirements: [{ id: 'a', level: 1 }, { id: 'b', level: 1 }] } } });
  const state = {
    ratings: [aRating({ requirement: 'a', value: 'F', confidence: 'high' }), aRating({ requirement: 'a', value: 'F', by: '韩梅梅', confidence: 'medium' }), aRating({ requirement: 'b', value: 'F', confidence: 'low' })],
    consensus: [aConsensus({ requirement: 'b', value: 'F' })],
  };

  expect([...confidencesOf(state, finalRatings(pack, state))]).toEqual([['a', 'medium']]);
});

test('a node the pack does not have has no answer', () => {
  const pack = aPack({ subItems: { s: { requirements: [{ id: 'a', level: 1 }] } } });

  expect(why({ pack, finals: finalsOf(pack, {}), policy: 'strict', rollup: 'minimum', targets: {} }, '9.9')).toBeNull();
});

test('the sentences say the level, what blocks, the way up, what hangs on one rating, NA and other rules', () => {
  const { pack, why: ask } = scoreOf({ a: '1:F | 2:N -', b: '1:F | 2:F | 3:x' }, { targets: { '': 2 } });

  expect(whyInWords(ask('1.1'), pack).map(({ en }) => en)).toEqual([
    '1.1 Node 1.1 is at level 1; it can reach 2 at most; its target is 2.',
    '2 requirements keep it from the next level (from a): a-L2-1 N, a-L2-2 –.',
    'To reach 2, at least 2 ratings have to change (a 1→2): a-L2-1 N→F, a-L2-2 –→F.',
    '2 single ratings would each lower it by themselves, the most doubtful first: a-L1-1 F→L, b-L1-1 F→L.',
    '1 requirement is not applicable; with all of them N it would be at level 1, with all of them F at 1.',
    'By other rules: strict · quota 1, strict · mean 1, ISO/IEC 33020 · minimum 1, ISO/IEC 33020 · quota 1, ISO/IEC 33020 · mean 1, threshold · minimum 1, threshold · quota 1, threshold · mean 1.',
  ]);
  expect(whyInWords(ask('1.1'), pack)[0]?.zh).toBe('“1.1 节点 1.1”为 1 级；最高只能到 2 级；目标 2 级。');
});
