import { describe, expect, test } from 'vitest';
import { type Plan, type RatingValue, countGaps, makePlan, score } from '#assessments';
import { type ActionSketch, type PackSketch, aPack } from '../builders/packs.ts';
import { finalsOf } from '../builders/ratings.ts';

/** A sub-item with one requirement per level, `r1` … `r5`. */
const fiveLevels: PackSketch['subItems'] = { s: { requirements: [1, 2, 3, 4, 5].map((level) => ({ id: `r${level}`, level })) } };

function planOf(said: { readonly subItems?: PackSketch['subItems']; readonly actions?: readonly ActionSketch[]; readonly values?: Readonly<Record<string, RatingValue>>; readonly target?: number | null; readonly targets?: Readonly<Record<string, number>> }): Plan {
  const pack = aPack({ subItems: said.subItems ?? fiveLevels, actions: said.actions ?? [] });
  const result = score({ pack, finals: finalsOf(pack, said.values ?? {}), policy: 'strict', rollup: 'minimum', targets: said.targets ?? {} });
  return makePlan({ pack, result, target: said.target === undefined ? 5 : said.target });
}

const gapIds = ({ gaps }: Plan) => gaps.map(({ requirement }) => requirement);
const actionIds = ({ actions }: Plan) => actions.map(({ action }) => action);

describe('the gaps', () => {
  test('are the applicable requirements up to the target that are not fully met', () => {
    expect(planOf({ values: { r1: 'F', r2: 'L', r3: 'NA' }, target: 4 }).gaps).toEqual([
      { requirement: 'r2', subItem: 's', level: 2, value: 'L', actions: [] },
      { requirement: 'r4', subItem: 's', level: 4, value: null, actions: [] },
    ]);
  });

  test('are counted with those that no rating has decided', () => {
    expect(countGaps(planOf({ values: { r1: 'F', r2: 'L', r3: 'NA' }, target: 5 }).gaps)).toEqual({ all: 3, undecided: 2 });
  });

  test('stop at the ceiling of a sub-item', () => {
    const plan = planOf({ subItems: { short: { requirements: [{ id: 'a', level: 1 }, { id: 'b', level: 2 }] }, ...fiveLevels }, target: 3 });

    expect(gapIds(plan)).toEqual(['a', 'b', 'r1', 'r2', 'r3']);
  });

  test('follow the targets set in the assessment where no other target is asked for', () => {
    const subItems = { ...fiveLevels, t: { requirements: [{ id: 't1', level: 1 }, { id: 't2', level: 2 }] } };

    expect(gapIds(planOf({ subItems, target: null, targets: { '': 1, t: 2 } }))).toEqual(['r1', 't1', 't2']);
  });

  test('are none where no target is set at all', () => {
    expect(planOf({ target: null })).toMatchObject({ target: null, gaps: [], actions: [], uncovered: [] });
  });

  test('are none when everything is met', () => {
    expect(planOf({ values: { r1: 'F', r2: 'F', r3: 'F', r4: 'F', r5: 'F' }, actions: [{ id: 'a', satisfies: ['r1'] }] })).toMatchObject({ gaps: [], actions: [], effort: { low: 0, likely: 0, high: 0 } });
  });

  test('that no action closes are listed, never dropped', () => {
    expect(planOf({ target: 2, actions: [{ id: 'a', satisfies: ['r2'] }] })).toMatchObject({ uncovered: ['r1'] });
  });
});

describe('the actions', () => {
  test('are those that close a gap, with what they close up to the target', () => {
    const plan = planOf({ values: { r1: 'F' }, target: 3, actions: [{ id: 'done', satisfies: ['r1'] }, { id: 'broad', satisfies: ['r1', 'r2', 'r3', 'r4'] }, { id: 'later', satisfies: ['r5'] }] });

    expect(plan.actions.map(({ action, closes, order }) => ({ action, closes, order }))).toEqual([{ action: 'broad', closes: ['r2', 'r3'], order: 1 }]);
  });

  test('come with their prerequisites, and theirs, which come first', () => {
    const plan = planOf({
      values: { r1: 'F' }, target: 2,
      actions: [{ id: 'goal', satisfies: ['r2'], prerequisites: ['middle'] }, { id: 'middle', satisfies: ['r4'], prerequisites: ['base'] }, { id: 'base', satisfies: ['r5'] }, { id: 'other', satisfies: ['r5'] }],
    });

    expect(plan.actions.map(({ action, closes, order }) => ({ action, closes, order }))).toEqual([
      { action: 'base', closes: [], order: 1 }, { action: 'middle', closes: [], order: 2 }, { action: 'goal', closes: ['r2'], order: 3 },
    ]);
  });

  test('leave out prerequisites whose requirements are all met or do not apply: that work is done', () => {
    const plan = planOf({
      values: { r1: 'F', r2: 'NA' }, target: 3,
      actions: [{ id: 'norm', satisfies: ['r1', 'r2'], prerequisites: ['team'] }, { id: 'team', satisfies: ['r5'] }, { id: 'pipeline', satisfies: ['r3'], prerequisites: ['norm'] }],
    });

    expect(actionIds(plan)).toEqual(['pipeline']);
  });

  test('for lower levels come before those for higher ones, otherwise in the order of the pack', () => {
    const plan = planOf({ target: 3, actions: [{ id: 'high', satisfies: ['r3'] }, { id: 'second', satisfies: ['r2'] }, { id: 'also-second', satisfies: ['r2', 'r3'] }, { id: 'first', satisfies: ['r1'] }] });

    expect(actionIds(plan)).toEqual(['first', 'second', 'also-second', 'high']);
  });

  test('that a low level waits for come before a higher level that waits for nothing', () => {
    const plan = planOf({ target: 3, actions: [{ id: 'three', satisfies: ['r3'] }, { id: 'tool', satisfies: ['r5'] }, { id: 'two', satisfies: ['r2'], prerequisites: ['tool'] }] });

    expect(actionIds(plan)).toEqual(['tool', 'two', 'three']);
  });

  test('carry their effort, which adds up without the errors of fractions', () => {
    const plan = planOf({ target: 2, actions: [{ id: 'a', satisfies: ['r1'], effort: { low: 0.1, likely: 1.5, high: 4 } }, { id: 'b', satisfies: ['r2'], effort: { low: 0.2, likely: 2.5, high: 5.25 } }] });

    expect(plan.effort).toEqual({ low: 0.3, likely: 4, high: 9.25 });
  });
});

test('the plan of an assessment half way, worked out by hand', () => {
  // Level 2 is met but for r2b; the target is 3. Open are r2b (P), r3a (L) and r3b (unassessed); r3c does not apply.
  // 'staged' closes r3a and r3b and builds on 'norm' (r2a, met: done) and on 'rehearsal' (r4, still open, so it comes too).
  const plan = planOf({
    subItems: { '2.2.3': { requirements: [{ id: 'r1', level: 1 }, { id: 'r2a', level: 2 }, { id: 'r2b', level: 2 }, { id: 'r3a', level: 3 }, { id: 'r3b', level: 3 }, { id: 'r3c', level: 3 }, { id: 'r4', level: 4 }] } },
    values: { r1: 'F', r2a: 'F', r2b: 'P', r3a: 'L', r3c: 'NA' },
    target: 3,
    actions: [
      { id: 'norm', satisfies: ['r2a'], effort: { low: 1, likely: 1, high: 1 } },
      { id: 'staged', satisfies: ['r3a', 'r3b', 'r3c'], prerequisites: ['norm', 'rehearsal'], effort: { low: 5, likely: 8, high: 13 } },
      { id: 'rehearsal', satisfies: ['r4'], effort: { low: 2, likely: 3, high: 5 } },
      { id: 'records', satisfies: ['r2b'], effort: { low: 1, likely: 2, high: 3 } },
    ],
  });

  expect({ gaps: gapIds(plan), actions: plan.actions.map(({ action, closes }) => [action, closes.join(' ')]), effort: plan.effort, uncovered: plan.uncovered }).toEqual({
    gaps: ['r2b', 'r3a', 'r3b'],
    actions: [['records', 'r2b'], ['rehearsal', ''], ['staged', 'r3a r3b']],
    effort: { low: 8, likely: 13, high: 21 },
    uncovered: [],
  });
});
