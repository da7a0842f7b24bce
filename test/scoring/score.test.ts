import { describe, expect, test } from 'vitest';
import type { Policy, Rollup } from '#assessments';
import { scoreOf } from '../builders/ladders.ts';

/**
 * Sub-items, worked out by hand. Ladder: ratings per level (N P L F, `-` unassessed, `x` not applicable, `=` inherited).
 * Then: level (= lower bound), upper bound, grade, ceiling, assessed of total, blocking requirements.
 */
type Row = readonly [name: string, ladder: string, level: number | null, max: number | null, grade: string | null, ceiling: number | null, assessed: string, blocking: string];

const strict: readonly Row[] = [
  ['everything fully met is level 5', '1:F | 2:F F | 3:F F | 4:F F | 5:F', 5, 5, '5', 5, '8/8', ''],
  ['nothing assessed is level 0 of a possible 5', '1:- | 2:- - | 3:- - | 4:- - | 5:-', 0, 5, '0', 5, '0/8', 'L1-1'],
  ['one N at level 1 holds everything at 0', '1:N | 2:F F | 3:F F | 4:F F | 5:F', 0, 0, '0', 5, '8/8', 'L1-1'],
  ['P at level 1 is below level 1 and not yet working on it', '1:P F | 2:F', 0, 0, '1−', 2, '3/3', 'L1-1'],
  ['P alone does not earn a minus', '1:P | 2:F', 0, 0, '0', 2, '2/2', 'L1-1'],
  ['L is not enough for a level, but works on it', '1:L | 2:F', 0, 0, '1−', 2, '2/2', 'L1-1'],
  ['level 1 clean, level 2 untouched', '1:F | 2:N N | 3:N', 1, 1, '1', 3, '4/4', 'L2-1 L2-2'],
  ['level 1 clean, level 2 half done is 2−', '1:F | 2:F N | 3:N', 1, 1, '2−', 3, '4/4', 'L2-2'],
  ['level 2 clean, level 3 largely met is 3−', '1:F | 2:F F | 3:L P', 2, 2, '3−', 3, '5/5', 'L3-1 L3-2'],
  ['one L in level 3 beside a full level 4 stays at 2', '1:F | 2:F | 3:F L | 4:F', 2, 2, '3−', 4, '5/5', 'L3-2'],
  ['a full level 5 does not carry an unmet level 4', '1:F | 2:F | 3:F | 4:N | 5:F', 3, 3, '3', 5, '5/5', 'L4-1'],
  ['unassessed is N below and F above', '1:F | 2:F - | 3:F', 1, 3, '2−', 3, '3/4', 'L2-2'],
  ['an N above unassessed ones bounds from above', '1:F | 2:- | 3:N', 1, 2, '1', 3, '2/3', 'L2-1'],
  ['level 1 open, the rest full: 0 to 3', '1:- | 2:F | 3:F', 0, 3, '0', 3, '2/3', 'L1-1'],
  ['unassessed alone earns no minus', '1:F | 2:- -', 1, 2, '1', 2, '1/3', 'L2-1 L2-2'],
  ['not applicable is as if it were not there', '1:F | 2:F x | 3:F', 3, 3, '3', 3, '3/3', ''],
  ['a level all not applicable is passed through', '1:F | 2:x x | 3:F', 3, 3, '3', 3, '2/2', ''],
  ['a level without requirements is passed through', '1:F | 3:F', 3, 3, '3', 3, '2/2', ''],
  ['a passed level is never the result: step down', '1:F | 3:N', 1, 1, '1', 3, '2/2', 'L3-1'],
  ['stepping down to 0 where level 1 is empty', '2:N | 3:F', 0, 0, '0', 3, '2/2', 'L2-1'],
  ['an empty level 1 does not have to be reached', '2:F | 3:N', 2, 2, '2', 3, '2/2', 'L3-1'],
  ['the minus names the next level that has requirements', '1:F | 2:x | 3:L N', 1, 1, '3−', 3, '3/3', 'L3-1 L3-2'],
  ['the minus over nothing skips an empty level 1', '2:F N', 0, 0, '2−', 2, '2/2', 'L2-2'],
  ['the ceiling is the highest level with requirements', '1:F | 2:F | 3:F', 3, 3, '3', 3, '3/3', ''],
  ['not applicable at the top lowers the ceiling', '1:F | 2:F | 3:x', 2, 2, '2', 2, '2/2', ''],
  ['everything not applicable has no level', '1:x | 2:x x', null, null, null, null, '0/0', ''],
  ['a single requirement at level 5', '5:F', 5, 5, '5', 5, '1/1', ''],
  ['a single open requirement at level 5', '5:-', 0, 5, '0', 5, '0/1', 'L5-1'],
  ['an inherited level is reached with the level below', '1:F | 2:F | 3:=', 3, 3, '3', 3, '2/2', ''],
  ['an inherited level is not reached without the level below', '1:F | 2:L | 3:=', 1, 1, '2−', 3, '2/2', 'L2-1'],
  ['an inherited level between two real ones can be the result', '1:F | 2:F | 3:= | 4:N', 3, 3, '3', 4, '3/3', 'L4-1'],
  ['inherited levels follow one another', '1:F | 2:F | 3:F | 4:= | 5:=', 5, 5, '5', 5, '3/3', ''],
  ['what is inherited from nothing applicable is nothing', '1:F | 2:x | 3:= | 4:N', 1, 1, '1', 4, '2/2', 'L4-1'],
  ['the minus over an inherited level', '1:F | 2:F | 3:= | 4:F N', 3, 3, '4−', 4, '4/4', 'L4-2'],
  ['the interval reaches an inherited level', '1:F | 2:- | 3:=', 1, 3, '1', 3, '1/2', 'L2-1'],
  ['blocking reaches up to the next level only', '1:F | 2:N P | 3:N | 4:N', 1, 1, '1', 4, '5/5', 'L2-1 L2-2'],
];

const iso33020: readonly Row[] = [
  ['the level itself may be largely met', '1:F | 2:F | 3:L L', 3, 3, '3−', 3, '4/4', ''],
  ['all lower levels must be fully met', '1:F | 2:L | 3:F', 2, 2, '2−', 3, '3/3', 'L2-1'],
  ['partly is not enough', '1:F | 2:P', 1, 1, '1', 2, '2/2', 'L2-1'],
  ['what blocks is the open lower level and what is less than largely met', '1:F | 2:F L | 3:L P', 2, 2, '2−', 3, '5/5', 'L2-2 L3-2'],
  ['largely at level 1 alone is level 1', '1:L', 1, 1, '1−', 1, '1/1', ''],
  ['an inherited level is reached largely, as the level below is', '1:F | 2:L | 3:=', 3, 3, '2−', 3, '2/2', ''],
  ['an empty level is passed through', '1:F | 3:L', 3, 3, '3−', 3, '2/2', ''],
];

const threshold: readonly Row[] = [
  // 6 × F and 1 × N is 18 of 21 thirds = 85.7 %; 5 × F and 1 × N is 15 of 18 = 83.3 %
  ['six of seven are 85.7 %', '1:F F F F F F N', 1, 1, '1−', 1, '7/7', ''],
  ['five of six are 83.3 %', '1:F F F F F N', 0, 0, '1−', 1, '6/6', 'L1-6'],
  // 17 × F and 3 × N is 51 of 60 = exactly 85 %
  ['exactly 85 % is enough', `1:${'F '.repeat(17)}N N N`, 1, 1, '1−', 1, '20/20', ''],
  ['16 F, 1 L and 3 N of 20 are 50 of 60, just below', `1:${'F '.repeat(16)}L N N N`, 0, 0, '1−', 1, '20/20', 'L1-17 L1-18 L1-19 L1-20'],
  ['a mandatory N bars the level', '1:F F F F F F N!', 0, 0, '1−', 1, '7/7', 'L1-7'],
  ['a mandatory P does not', '1:F F F F F F P!', 1, 1, '1−', 1, '7/7', ''],
  ['every lower level must hold too', '1:N F | 2:F', 0, 0, '1−', 2, '3/3', 'L1-1'],
  ['all L is 67 %', '1:F | 2:L L L', 1, 1, '2−', 2, '4/4', 'L2-1 L2-2 L2-3'],
];

describe.each([['strict', strict], ['iso33020', iso33020], ['threshold', threshold]] as const)('a sub-item under %s', (policy: Policy, rows) => {
  test.each(rows)('%s', (_, ladder, level, max, grade, ceiling, assessed, blocking) => {
    const node = scoreOf({ s: ladder }, { policy }).node('s');

    expect({ ...node, progress: `${node.assessed}/${node.total}`, blocking: node.blocking.join(' ') }).toMatchObject(
      { level, min: level, max, grade, ceiling, progress: assessed, blocking: blocking.split(' ').map((id) => (id === '' ? '' : `s-${id}`)).join(' ') });
  });
});

/** Ladders that come out at a level whatever is above them. */
const at: Readonly<Record<number, string>> = { 0: '1:N | 2:N | 3:N | 4:N | 5:N', 1: '1:F | 2:N | 3:N | 4:N | 5:N', 2: '1:F | 2:F | 3:N | 4:N | 5:N', 3: '1:F | 2:F | 3:F | 4:N | 5:N', 4: '1:F | 2:F | 3:F | 4:F | 5:N', 5: '1:F | 2:F | 3:F | 4:F | 5:F' };

const rolled: readonly (readonly [rollup: Rollup, children: readonly number[], level: number])[] = [
  ['minimum', [3, 3, 3], 3],
  ['minimum', [3, 2, 5], 2],
  ['minimum', [0, 5], 0],
  ['quota', [3, 3, 3, 3, 2], 3], // 4 of 5 = 80 %
  ['quota', [3, 3, 3, 2], 2], // 3 of 4 = 75 %
  ['quota', [4, 4, 4, 4, 2], 3], // 80 % at 4, but one is two below
  ['quota', [5, 5, 5, 5, 0], 1], // one below by more than one at every level above 1
  ['quota', [5, 5, 5, 0], 0],
  ['quota', [0, 0], 0],
  ['mean', [3, 3, 4], 3], // 10 / 3
  ['mean', [2, 3, 4, 5], 3], // 14 / 4 = 3.5, lowest 2
  ['mean', [1, 5, 5, 5], 2], // mean 4, lowered to 1 + 1
  ['mean', [2, 2, 2], 2],
];

describe('a node above sub-items', () => {
  test.each(rolled)('by %s of %j is level %i', (rollup, children, level) => {
    const { node, result } = scoreOf(Object.fromEntries(children.map((child, index) => [`s${index}`, at[child]!])), { rollup });

    expect([node('1.1').level, node('1').level, result.overall.level, result.overall.grade]).toEqual([level, level, level, String(level)]);
  });

  test('rolls item by item: each floor is rounded before the next', () => {
    // items: floor(7 / 2) = 3 and floor(9 / 2) = 4; domain and whole: floor(7 / 2) = 3
    const { node, result } = scoreOf({ a: at[3]!, b: at[4]!, c: at[4]!, d: at[5]! }, { rollup: 'mean', tree: { 1: { 1.1: ['a', 'b'], 1.2: ['c', 'd'] } } });

    expect([node('1.1').level, node('1.2').level, node('1').level, result.overall.level]).toEqual([3, 4, 3, 3]);
  });

  test('rolls its bounds up separately: 1–5 beside 2–3 is 1–3', () => {
    const { node } = scoreOf({ a: '1:F | 2:- | 3:F | 4:F | 5:F', b: '1:F | 2:F | 3:- | 4:N | 5:N' });

    expect([node('a'), node('b'), node('1.1')].map(({ min, max }) => [min, max])).toEqual([[1, 5], [2, 3], [1, 3]]);
  });

  test('leaves out sub-items that are not written or where nothing applies', () => {
    const { node, result } = scoreOf({ a: at[3]!, unwritten: '', inapplicable: '1:x | 2:x' });

    expect([node('unwritten'), node('inapplicable'), node('1.1'), result.overall]).toMatchObject([
      { level: null, grade: null, min: null, max: null, ceiling: null, total: 0, written: false },
      { level: null, grade: null, min: null, max: null, ceiling: null, total: 0, written: true },
      { level: 3, assessed: 5, total: 5, written: true },
      { level: 3, ceiling: 5, assessed: 5, total: 5 },
    ]);
  });

  test('has no level where nothing below it is written', () => {
    const { node } = scoreOf({ a: at[2]!, b: '' }, { tree: { 1: { 1.1: ['a'] }, 2: { 2.1: ['b'] } }, targets: { '': 3 } });

    expect([node('2.1'), node('2')]).toMatchObject([{ level: null, written: false, target: null }, { level: null, written: false, target: null }]);
  });

  test('is blocked by what blocks the children that hold it down, and by no others', () => {
    const { node, result } = scoreOf({ low: '1:F | 2:N P | 3:N', high: '1:F | 2:F | 3:N', low2: '1:F | 2:L | 3:F' });

    expect([node('1.1').blocking, result.overall.blocking]).toEqual([['low-L2-1', 'low-L2-2', 'low2-L2-1'], ['low-L2-1', 'low-L2-2', 'low2-L2-1']]);
  });

  test('is blocked by nothing at its ceiling, which is the lowest ceiling of its children', () => {
    const { node } = scoreOf({ short: '1:F | 2:F', long: '1:F | 2:F | 3:N' });

    expect(node('1.1')).toMatchObject({ level: 2, ceiling: 2, blocking: [] });
  });
});

describe('a target', () => {
  const tree = { 1: { 1.1: ['a', 'b'] }, 2: { 2.1: ['c'] } };
  const ladders = { a: at[0]!, b: '1:N | 2:N', c: at[0]! };

  test.each([
    ['none set', {}, { a: null, b: null, c: null }],
    ['the whole pack counts where nothing nearer is set', { '': 3 }, { a: 3, b: 2, c: 3 }],
    ['the domain beats the whole', { '': 3, '1': 4 }, { a: 4, b: 2, c: 3 }],
    ['the item beats the domain, the sub-item the item', { '1': 4, '1.1': 2, b: 1 }, { a: 2, b: 1, c: null }],
    ['never above the ceiling', { '': 5 }, { a: 5, b: 2, c: 5 }],
  ] as const)('%s', (_, targets, expected) => {
    const { node } = scoreOf(ladders, { tree, targets });

    expect(Object.fromEntries(['a', 'b', 'c'].map((id) => [id, node(id).target]))).toEqual(expected);
  });
});
