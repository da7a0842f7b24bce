import { describe, expect, test } from 'vitest';
import { type Policy, policies, rollups } from '#assessments';
import { type Climb, scoreOf } from '../builders/ladders.ts';

/**
 * Sub-items worked out by hand under all three policies. Ladder: ratings per level (N P L F, `-` unassessed, `x` not
 * applicable, `!` mandatory, `=` inherited). Then the interval (min–max; one number where both are the same) under
 * strict, iso33020 and threshold, the grade, the ceiling, and why. Threshold: a level of n requirements needs 85 % of
 * 3n thirds: n = 1 → 3, 2 → 6, 3 → 8, 4 → 11, 5 → 13, 6 → 16, 7 → 18.
 */
type Row = readonly [ladder: string, strict: string, iso33020: string, threshold: string, grade: string, ceiling: string, why: string];

const subItems: readonly Row[] = [
  ['1:F F F | 2:F F F | 3:F F L', '2', '3', '3', '3−', '3', 'one L: not clean, largely met, and 8 of 8 thirds needed'],
  ['1:F F L | 2:F F F', '0', '1', '2', '1−', '2', 'the L at level 1 bars strict at once, 33020 above level 1'],
  ['1:L L L', '0', '1', '0', '1−', '1', 'largely met throughout is 6 of 9, below 8'],
  ['1:F F P', '0', '0', '0', '1−', '1', 'P is not largely, and 7 < 8'],
  ['1:F F F F | 2:F F F L', '1', '2', '2', '2−', '2', '11 of 12 thirds is just enough'],
  ['1:F F F F F | 2:F F F F P', '1', '1', '2', '2−', '2', '13 of 15 is enough, and nothing mandatory is at N'],
  ['2:F F F F P!', '0', '0', '2', '2−', '2', 'a mandatory P does not bar'],
  ['2:F F F F F F N!', '0', '0', '0', '2−', '2', '18 of 21 would do, the mandatory N bars'],
  ['2:F F F F F F N', '0', '0', '2', '2−', '2', '18 of 21 does, nothing mandatory'],
  ['1:- | 2:F', '0–2', '0–2', '0–2', '0', '2', 'unassessed alone earns no minus'],
  ['1:F | 2:- -', '1–2', '1–2', '1–2', '1', '2', 'all of level 2 open'],
  ['1:F | 2:L -', '1', '1–2', '1', '2−', '2', 'with F beside L: not clean, largely, 5 < 6'],
  ['1:F | 2:F F - | 3:F', '1–3', '1–3', '1–3', '2−', '3', '6 of 8 without the open one, everything with it'],
  ['1:F F F F F F - | 2:F', '0–2', '0–2', '2', '1−', '2', 'threshold has its 18 thirds without the open one'],
  ['1:x | 2:F', '2', '2', '2', '2', '2', 'an empty level 1 is passed through'],
  ['1:x x | 2:x', '–', '–', '–', '–', '–', 'nothing applies, no level'],
  ['1:F | 2:= | 3:N', '2', '2', '2', '2', '3', 'the inherited level comes with the one below'],
  ['1:L | 2:= | 3:F', '0', '2', '0', '1−', '3', '33020 inherits what is largely met; level 3 wants level 1 fully'],
  ['1:F | 3:L L L', '1', '3', '1', '3−', '3', 'the next level that has any is 3'],
  ['1:F | 3:x | 4:= | 5:F', '5', '5', '5', '5', '5', 'what is inherited from an empty level is nothing'],
  ['1:F | 3:x | 4:= | 5:N', '1', '1', '1', '1', '5', 'down to the level that has requirements, not to 4'],
  ['3:F F F F L L', '0', '3', '3', '3−', '3', '16 of 18 is just enough'],
  ['3:F F F F L P', '0', '0', '0', '3−', '3', '15 of 18 is not'],
  ['1:F F F | 2:F L F | 3:F F F | 4:L F F', '1', '2', '4', '2−', '4', 'threshold forgives one L a level'],
  ['1:N | 2:F | 3:F', '0', '0', '0', '0', '3', 'what is above an N carries nothing'],
  ['1:F | 2:N N N | 3:F F F', '1', '1', '1', '1', '3', 'N earns no minus'],
  ['1:F | 2:P P P', '1', '1', '1', '1', '2', 'P earns no minus'],
  ['1:F | 2:x L', '1', '2', '1', '2−', '2', 'of one applicable requirement 85 % is F'],
  ['1:F | 2:F x F', '2', '2', '2', '2', '2', 'NA is as if it were not there'],
  ['5:F F F F F', '5', '5', '5', '5', '5', 'only a level 5, and it is met'],
  ['1:F | 2:F | 3:F | 4:F | 5:L', '4', '5', '4', '5−', '5', '33020 takes the top largely met'],
  ['1:F | 2:F | 3:F | 4:L | 5:F', '3', '4', '3', '4−', '5', 'largely met is enough for the top only'],
  ['1:- - | 2:- -', '0–2', '0–2', '0–2', '0', '2', 'nothing assessed'],
  ['1:F F | 2:F F | 3:F - | 4:- - | 5:N', '2–4', '2–4', '2–4', '3−', '5', 'the N at level 5 bounds from above'],
  ['1:F | 2:F P | 3:-', '1', '1', '1', '2−', '3', 'the P bars whatever is open above'],
  ['1:F | 2:L | 3:= | 4:-', '1', '3', '1', '2−', '4', '33020: 2 largely, so 3; 4 wants 2 fully'],
  ['1:F | 2:F | 3:= | 4:-', '3–4', '3–4', '3–4', '3', '4', 'the inherited level is reached, the one above open'],
  ['2:- F F F F F F', '0–2', '0–2', '2', '2−', '2', 'level 1 is empty, 18 of 18 needed are there'],
  ['1:F! | 2:-! F F F F F F', '1–2', '1–2', '1–2', '2−', '2', 'a mandatory one that is open counts as N'],
  ['1:F F F F F | 2:F F F L L', '1', '2', '2', '2−', '2', '13 of 15'],
  ['1:F F F F F | 2:F F L L L', '1', '2', '1', '2−', '2', '12 of 15'],
  ['1:x | 2:= | 3:F', '3', '3', '3', '3', '3', 'inherited from what does not apply'],
];

const told = (level: number | null): string => (level === null ? '–' : String(level));

describe.each(subItems)('%s', (ladder, strict, iso33020, threshold, grade, ceiling) => {
  test.each([['strict', strict], ['iso33020', iso33020], ['threshold', threshold]] as const)('under %s is %s', (policy: Policy, interval) => {
    const node = scoreOf({ s: ladder }, { policy }).node('s');

    expect([node.min === node.max ? told(node.min) : `${told(node.min)}–${told(node.max)}`, node.grade ?? '–', told(node.ceiling)]).toEqual([interval, grade, ceiling]);
  });
});

/** Sub-items by the level they have under strict, iso33020 and threshold. */
const kinds = {
  A: '1:F F F | 2:F F L | 3:F F F', // 1 2 3
  B: '1:F | 2:F | 3:L', // 2 3 2
  C: '1:F | 2:F | 3:F | 4:N', // 3 3 3
  D: '1:L L L', // 0 1 0
  E: '1:F | 2:F | 3:F | 4:F | 5:F', // 5 5 5
  G: '1:F F F | 2:F F F | 3:F F F | 4:F F F | 5:F F L', // 4 5 5
  Z: '1:x', // no level
} as const;

/** An item of such sub-items: its level by minimum, quota (80 %) and mean, under strict, iso33020 and threshold. */
const items: readonly (readonly [children: string, levels: readonly (readonly [number, number, number])[], why: string])[] = [
  ['A B C', [[1, 1, 2], [2, 2, 2], [2, 2, 2]], '1 2 3 · 2 3 3 · 3 2 3: 80 % of three are all three; means 6/3, 8/3, 8/3'],
  ['E E E E A', [[1, 2, 2], [2, 3, 3], [3, 4, 4]], 'four of five are 80 %; one low child holds quota and mean at one above it'],
  ['D E', [[0, 0, 1], [1, 1, 2], [0, 0, 1]], '0 5 · 1 5 · 0 5: two children must both reach a quota; the mean is lowered to one above'],
  ['D D', [[0, 0, 0], [1, 1, 1], [0, 0, 0]], '0 0 · 1 1 · 0 0'],
  ['B B B B G', [[2, 2, 2], [3, 3, 3], [2, 2, 2]], 'one high child lifts nothing: means 12/5, 17/5, 13/5'],
  ['G G G G B', [[2, 3, 3], [3, 4, 4], [2, 3, 3]], '4 4 4 4 2 · 5 5 5 5 3 · 5 5 5 5 2'],
  ['C Z', [[3, 3, 3], [3, 3, 3], [3, 3, 3]], 'a child without a level is left out'],
  ['A G', [[1, 1, 2], [2, 2, 3], [3, 3, 4]], '1 4 · 2 5 · 3 5: means 5/2, 7/2, 8/2'],
  ['A B C D E G', [[0, 1, 1], [1, 2, 2], [0, 1, 1]], 'five of six are needed; D is the one that may be below, by one at most'],
  ['E E E E E', [[5, 5, 5], [5, 5, 5], [5, 5, 5]], 'all at 5'],
  ['C C C C D', [[0, 1, 1], [1, 2, 2], [0, 1, 1]], '3 3 3 3 0 · 3 3 3 3 1 · 3 3 3 3 0'],
  ['A', [[1, 1, 1], [2, 2, 2], [3, 3, 3]], 'a single child is its own minimum, quota and mean'],
  ['B C', [[2, 2, 2], [3, 3, 3], [2, 2, 2]], '2 3 · 3 3 · 2 3: means 5/2, 6/2, 5/2'],
  ['A B', [[1, 1, 1], [2, 2, 2], [2, 2, 2]], '1 2 · 2 3 · 3 2: means 3/2, 5/2, 5/2'],
];

const combinations = policies.flatMap((policy, row) => rollups.map((rollup, column) => ({ policy, rollup, row, column })));

describe.each(items)('an item of %s', (children, levels) => {
  const ladders = Object.fromEntries(children.split(' ').map((kind, index) => [`s${index}`, kinds[kind as keyof typeof kinds]]));

  test.each(combinations)('under $policy by $rollup', ({ policy, rollup, row, column }) => {
    const { node, result } = scoreOf(ladders, { policy, rollup });

    expect([node('1.1').level, node('1').level, result.overall.level]).toEqual(Array(3).fill(levels[row]![column]));
  });
});

/** Other numbers than the usual 85 %, 80 % and weight 1. */
const numbers: readonly (readonly [why: string, ladders: Readonly<Record<string, string>>, rules: Climb, level: number])[] = [
  ['100 % is every requirement at F', { s: '1:F F F F L' }, { policy: 'threshold', thresholdPercent: 100 }, 0],
  ['93 % of 15 thirds are 13.95, so 14', { s: '1:F F F F L' }, { policy: 'threshold', thresholdPercent: 93 }, 1],
  ['94 % of 15 thirds are 14.1, so 15', { s: '1:F F F F L' }, { policy: 'threshold', thresholdPercent: 94 }, 0],
  ['L and P are exactly half', { s: '1:L P' }, { policy: 'threshold', thresholdPercent: 50 }, 1],
  ['and not 51 %', { s: '1:L P' }, { policy: 'threshold', thresholdPercent: 51 }, 0],
  ['L is two thirds, which is more than 66 %', { s: '1:L' }, { policy: 'threshold', thresholdPercent: 66 }, 1],
  ['and less than 67 %', { s: '1:L' }, { policy: 'threshold', thresholdPercent: 67 }, 0],
  ['P is more than 33 %', { s: '1:P' }, { policy: 'threshold', thresholdPercent: 33 }, 1],
  ['and less than 34 %', { s: '1:P' }, { policy: 'threshold', thresholdPercent: 34 }, 0],
  ['a mandatory N bars even 1 %', { s: '1:F N!' }, { policy: 'threshold', thresholdPercent: 1 }, 0],
  ['66 % of three children are two', { a: kinds.C, b: kinds.C, c: kinds.B }, { rollup: 'quota', quotaPercent: 66 }, 3],
  ['67 % of three children are three', { a: kinds.C, b: kinds.C, c: kinds.B }, { rollup: 'quota', quotaPercent: 67 }, 2],
  ['half of four at 4, none below 3', { a: kinds.G, b: kinds.G, c: kinds.C, d: kinds.C }, { rollup: 'quota', quotaPercent: 50 }, 4],
  ['100 % is the minimum', { a: kinds.G, b: kinds.E, c: kinds.C }, { rollup: 'quota', quotaPercent: 100 }, 3],
  ['1 % is one child, but none may be more than one below', { a: kinds.E, b: kinds.G }, { rollup: 'quota', quotaPercent: 1 }, 5],
  ['1 % with a child two below', { a: kinds.E, b: kinds.C }, { rollup: 'quota', quotaPercent: 1 }, 4],
  ['2 once and 4 three times are 14/4, so 3', { a: kinds.B, b: kinds.G }, { rollup: 'mean', weights: { b: 3 } }, 3],
  ['2 three times and 4 once are 10/4, so 2', { a: kinds.B, b: kinds.G }, { rollup: 'mean', weights: { a: 3 } }, 2],
  ['1 once and 5 nine times are 46/10, lowered to 2', { a: kinds.A, b: kinds.E }, { rollup: 'mean', weights: { b: 9 } }, 2],
  ['a weight of 100 does not make 2 a 3', { a: kinds.B, b: kinds.C }, { rollup: 'mean', weights: { b: 100 } }, 2],
  ['equal weights are no weights', { a: kinds.B, b: kinds.G }, { rollup: 'mean', weights: { a: 7, b: 7 } }, 3],
  ['a weight counts for no child that has no level', { a: kinds.C, b: kinds.Z }, { rollup: 'mean', weights: { b: 100 } }, 3],
  ['weights do not count by minimum', { a: kinds.B, b: kinds.G }, { rollup: 'minimum', weights: { b: 100 } }, 2],
];

test.each(numbers)('%s', (_, ladders, rules, level) => {
  expect(scoreOf(ladders, rules).node('1.1').level).toBe(level);
});
