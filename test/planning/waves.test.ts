import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, type Plan, type PlanSettings, computePlan } from '#assessments';
import { type ActionSketch, aPack } from '../builders/packs.ts';
import { aPlanning } from '../builders/plannings.ts';
import { solve } from '../builders/solver.ts';

type Sketch = ActionSketch & { readonly weeks?: number; readonly roles?: Action['roles'] };

/** A plan that needs all the actions: each closes a requirement of level 1 of its own. */
function planOf(actions: readonly Sketch[], settings: Partial<PlanSettings> = {}): Plan {
  const pack = aPack({ subItems: { s: { requirements: actions.map(({ id }) => ({ id: `r-${id}`, level: 1 })) } }, actions });
  const timed = { ...pack, actions: pack.actions.map((action, index) => ({ ...action, calendarWeeks: actions[index]?.weeks ?? 1, roles: actions[index]?.roles ?? action.roles })) };
  return computePlan(aPlanning({ pack: timed, targets: { '': 1 }, settings: { start: '2027-Q4', ...settings } }), solve);
}

const action = (id: string, likely: number, more: Omit<Sketch, 'id' | 'satisfies' | 'effort'> = {}): Sketch => ({ id, satisfies: [`r-${id}`], effort: { low: likely, likely, high: likely }, ...more });
const quarters = ({ waves }: Plan) => waves?.quarters.map(({ quarter, days, actions }) => [quarter, days, ...actions.map((one) => one.action)]);

describe('the waves', () => {
  test('fill each quarter up to the person-days there are, over the turn of the year', () => {
    const plan = planOf([action('A', 6), action('B', 5), action('C', 4), action('D', 3)], { capacity: 10 });

    expect([quarters(plan), plan.waves?.fewest, plan.waves?.start]).toEqual([[['2027-Q4', 10, 'A', 'C'], ['2028-Q1', 8, 'B', 'D']], true, '2027-Q4']);
  });

  test('begin an action when what it needs is done, in the same quarter where its weeks allow', () => {
    const plan = planOf([action('A', 1, { weeks: 6 }), action('B', 1, { weeks: 7, prerequisites: ['A'] }), action('C', 1, { weeks: 2, prerequisites: ['B'] })]);

    expect([quarters(plan), plan.actions.map(({ begins, ends }) => [begins, ends])]).toEqual([
      [['2027-Q4', 2, 'A', 'B'], ['2028-Q1', 1, 'C']], [['2027-Q4', '2027-Q4'], ['2027-Q4', '2027-Q4'], ['2028-Q1', '2028-Q1']],
    ]);
  });

  test('spread an action over several quarters where its weeks or the capacity ask for it, to the hundredth of a day', () => {
    expect(quarters(planOf([action('long', 10, { weeks: 30 })]))).toEqual([['2027-Q4', 3.33, 'long'], ['2028-Q1', 3.33, 'long'], ['2028-Q2', 3.34, 'long']]);
    expect(quarters(planOf([action('large', 25)], { capacity: 10 }))).toEqual([['2027-Q4', 8.33, 'large'], ['2028-Q1', 8.33, 'large'], ['2028-Q2', 8.34, 'large']]);
  });

  test('heed the days of single roles, among which an action is shared evenly', () => {
    const shared = { roles: ['data engineer', 'business'] as const };

    expect(quarters(planOf([action('A', 8, shared), action('B', 8, shared), action('C', 5)], { roleCapacity: { business: 5 } }))).toEqual([['2027-Q4', 13, 'A', 'C'], ['2028-Q1', 8, 'B']]);
  });

  test('find the fewest quarters where filling up in order does not, and say that they are', () => {
    const plan = planOf([4, 4, 3, 3, 3, 7, 6].map((days, index) => action(`A${index}`, days)), { capacity: 10 });

    expect([plan.waves?.quarters.length, plan.waves?.fewest]).toEqual([3, true]);
  });

  test('start in the quarter after the last entry of the journal unless somebody says when', () => {
    expect(planOf([action('A', 1)], { start: null }).waves?.start).toBe('2027-Q1');
  });

  test('hold every day of work, no quarter too much, and nothing before what it needs', () => {
    const sketches = fc.array(fc.record({ days: fc.integer({ min: 1, max: 24 }), weeks: fc.integer({ min: 1, max: 30 }), needs: fc.uniqueArray(fc.nat(6), { maxLength: 2 }) }), { minLength: 1, maxLength: 7 });
    fc.assert(fc.property(sketches, fc.integer({ min: 5, max: 20 }), (said, capacity) => {
      const plan = planOf(said.map(({ days, weeks, needs }, index) => action(`A${index}`, days, { weeks, prerequisites: needs.filter((at) => at < index).map((at) => `A${at}`) })), { capacity });
      const ends = new Map(plan.actions.map((one) => [one.action, one.ends ?? '']));

      expect(plan.waves?.quarters.reduce((sum, { days }) => sum + Math.round(100 * days), 0)).toBe(100 * plan.effort.likely);
      expect(plan.waves?.quarters.filter(({ days }) => days > capacity)).toEqual([]);
      expect(plan.actions.filter(({ begins, prerequisites }) => prerequisites.some((id) => (ends.get(id) ?? '') > (begins ?? '')))).toEqual([]);
    }), { numRuns: 10, seed: 3 });
  });
});

describe('a deadline', () => {
  const late = [action('A', 8), action('B', 8), action('C', 8)];

  test('that cannot be met gives the most that can be done by then', () => {
    const plan = planOf(late, { capacity: 10, deadline: '2028-Q1' });

    expect([plan.actions.map((one) => one.action), plan.waves?.late, plan.obstacles.map(({ kind }) => kind), plan.provenOptimal, plan.levels.after]).toEqual([['A', 'B'], false, ['deadline'], true, 0]);
  });

  test('is met by dearer actions where the cheapest take too long', () => {
    const pack = aPack({ subItems: { s: { requirements: [{ id: 'r', level: 1 }] } }, actions: [action('slow', 2), action('fast', 5)].map((one) => ({ ...one, satisfies: ['r'] })) });
    const timed = { ...pack, actions: pack.actions.map((one) => ({ ...one, calendarWeeks: one.id === 'slow' ? 20 : 10 })) };
    const plan = computePlan(aPlanning({ pack: timed, targets: { '': 1 }, settings: { start: '2027-Q1', deadline: '2027-Q1' } }), solve);

    expect([plan.actions.map((one) => one.action), plan.waves?.late, plan.provenOptimal, plan.obstacles[0]?.en]).toEqual([['fast'], false, true, 'To be done by the end of 2027-Q1, the plan takes 3 person-days more than it would without a deadline.']);
  });

  test('before the start leaves nothing to do; what is locked in is late', () => {
    expect(planOf(late, { deadline: '2027-Q3' }).actions).toEqual([]);
    expect(planOf(late, { deadline: '2027-Q3', must: ['A'] }).waves?.late).toBe(true);
  });
});
