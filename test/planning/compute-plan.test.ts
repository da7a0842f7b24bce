import { describe, expect, test } from 'vitest';
import { type Plan, computePlan, whatIf } from '#assessments';
import { aPack } from '../builders/packs.ts';
import { aPlanning, fiveLevels } from '../builders/plannings.ts';
import { solve } from '../builders/solver.ts';

const days = (likely: number) => ({ low: likely / 2, likely, high: 2 * likely });
const ids = ({ actions }: Plan) => actions.map(({ action }) => action);
const kinds = ({ obstacles }: Plan) => obstacles.map(({ kind }) => kind);

/** Three ways to level 2: one action for all (9), two singles (3 + 5), and a dear one for level 1 (6). */
const ways = fiveLevels([
  { id: 'both', satisfies: ['r1', 'r2'], effort: days(9) }, { id: 'one', satisfies: ['r1'], effort: days(3) }, { id: 'two', satisfies: ['r2'], effort: days(5) }, { id: 'dear', satisfies: ['r1'], effort: days(6) },
]);

describe('the plan', () => {
  test('takes the cheapest actions, says why, and what the level will be', () => {
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 } }), solve);

    expect({ ids: ids(plan), effort: plan.effort, proven: plan.provenOptimal, method: plan.method, levels: plan.levels, goals: plan.goals, obstacles: plan.obstacles }).toEqual({
      ids: ['one', 'two'], effort: { low: 4, likely: 8, high: 16 }, proven: true, method: 'optimum', levels: { now: 0, after: 2 }, obstacles: [],
      goals: [{ node: '', wanted: 2, ceiling: 5, reachable: 2, goal: 2, now: 0, after: 2 }],
    });
  });

  test('takes fewer actions where effort is equal, and the earlier ones where their number is', () => {
    const fewer = fiveLevels([{ id: 'one', satisfies: ['r1'], effort: days(3) }, { id: 'two', satisfies: ['r2'], effort: days(5) }, { id: 'both', satisfies: ['r1', 'r2'], effort: days(8) }]);
    const earlier = fiveLevels([{ id: 'first', satisfies: ['r1'] }, { id: 'second', satisfies: ['r1'] }, { id: 'other', satisfies: ['r2'] }, { id: 'another', satisfies: ['r2'] }]);

    expect([fewer, earlier].map((pack) => ids(computePlan(aPlanning({ pack, targets: { '': 2 } }), solve)))).toEqual([['both'], ['first', 'other']]);
  });

  test('brings what an action needs, unless that work is done or marked as done', () => {
    const pack = fiveLevels([{ id: 'base', satisfies: ['r5'], effort: days(4) }, { id: 'on top', satisfies: ['r1'], prerequisites: ['base'] }].map(({ id, ...more }) => ({ ...more, id: id.replace(' ', '-') })));
    const plans = [{}, { values: { r5: 'F' as const } }, { work: [{ action: 'base', owner: null, due: null, status: 'done' as const }] }].map((more) => computePlan(aPlanning({ pack, targets: { '': 1 }, ...more }), solve));

    expect(plans.map((plan) => [ids(plan), plan.effort.likely])).toEqual([[['base', 'on-top'], 6], [['on-top'], 2], [['on-top'], 2]]);
  });

  test('counts no effort for what is marked as done, and takes it where another look at the ratings is all that is missing', () => {
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 }, work: [{ action: 'both', owner: '张三', due: '2026-12-31', status: 'done' }] }), solve);

    expect([ids(plan), plan.effort.likely, plan.levels.after]).toEqual([['both'], 0, 2]);
  });

  test('heeds locks, and says which of them cannot be', () => {
    const locked = computePlan(aPlanning({ pack: ways, targets: { '': 2 }, settings: { must: ['dear'], never: ['two'] } }), solve);
    const impossible = computePlan(aPlanning({ pack: ways, targets: { '': 2 }, settings: { must: ['two', 'gone'], never: ['two', 'both'] } }), solve);

    expect([ids(locked), ids(impossible), kinds(impossible), impossible.levels.after]).toEqual([['both', 'dear'], ['one'], ['unknown-action', 'must-never', 'never'], 1]);
  });

  test('within a budget brings the level as high as can be, then closes most', () => {
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 }, settings: { budget: 7 } }), solve);

    expect([ids(plan), plan.levels.after, kinds(plan), plan.provenOptimal, plan.obstacles[0]?.en]).toEqual([['one'], 1, ['budget'], true, 'The targets take at least 8 person-days, the budget is 7; the plan is the most that the budget allows.']);
  });

  test('keeps what is locked in even over the budget, and says so', () => {
    expect(kinds(computePlan(aPlanning({ pack: ways, targets: { '': 2 }, settings: { budget: 2, must: ['one'] } }), solve))).toEqual(['must-over-budget', 'budget']);
  });

  test('for a target out of reach gives the best there is and names what stands in the way', () => {
    const pack = fiveLevels([{ id: 'one', satisfies: ['r1'] }, { id: 'three', satisfies: ['r3'] }]);
    const plan = computePlan(aPlanning({ pack, targets: { '': 3 } }), solve);

    expect([ids(plan), plan.levels.after, plan.uncovered, plan.obstacles]).toEqual([['one'], 1, ['r2'], [{
      kind: 'no-action', node: 's', requirements: ['r2'], actions: [],
      zh: 's 节点 s：标准包中没有措施能弥合 r2，仅靠现有措施最高到 1 级；需要自行制定措施。', en: 's Node s: no action of the pack closes r2; with the actions there are it reaches level 1 at most. It takes measures of your own.',
    }]]);
  });

  test('names no obstacle where the target is met without what nothing closes', () => {
    const requirements = Array.from({ length: 10 }, (_, index) => ({ id: `r${index}`, level: 1 }));
    const pack = aPack({ subItems: { s: { requirements } }, actions: [{ id: 'most', satisfies: requirements.slice(1).map(({ id }) => id) }] });
    const plan = computePlan(aPlanning({ pack, targets: { '': 1 }, rules: { policy: 'threshold' } }), solve);

    expect([ids(plan), plan.levels.after, plan.uncovered, plan.obstacles]).toEqual([['most'], 1, ['r0'], []]);
  });

  test('where the roll-up leaves a choice takes the cheaper side', () => {
    const leaves = ['a', 'b', 'c', 'd', 'e'];
    const pack = aPack({ subItems: Object.fromEntries(leaves.map((leaf) => [leaf, { requirements: [{ id: `${leaf}1`, level: 1 }, { id: `${leaf}2`, level: 2 }] }])), actions: leaves.map((leaf, index) => ({ id: leaf.toUpperCase(), satisfies: [`${leaf}2`], effort: days(5 - index) })) });
    const values = Object.fromEntries(leaves.map((leaf) => [`${leaf}1`, 'F' as const]));

    expect((['minimum', 'quota'] as const).map((rollup) => ids(computePlan(aPlanning({ pack, values, targets: { '': 2 }, rules: { rollup } }), solve)).sort())).toEqual([['A', 'B', 'C', 'D', 'E'], ['B', 'C', 'D', 'E']]);
  });

  test('without a target, or with nothing left to do, is empty', () => {
    const plans = [computePlan(aPlanning({ pack: ways, targets: {} }), solve), computePlan(aPlanning({ pack: ways, targets: { '': 1 }, values: { r1: 'F' } }), solve)];

    expect(plans.map((plan) => [ids(plan), plan.provenOptimal, plan.range, plan.waves?.quarters])).toEqual([[[], true, null, []], [[], true, null, []]]);
  });

  test('where the solver finds nothing in its time is the list, and says so', () => {
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 } }), () => ({ status: 'unknown', values: null }));

    expect([plan.method, plan.provenOptimal, ids(plan).length, plan.targets]).toEqual(['list', false, 4, { '': 2 }]);
  });

  test('says what was proven: for the targets or the levels they were lowered to, and within locks where there are any', () => {
    const said = [{}, { must: ['dear'] }, { never: ['two', 'both'] }].map((settings) => computePlan(aPlanning({ pack: ways, targets: { '': 2 }, settings }), solve).how.zh);

    expect(said.map((how) => [how.startsWith('目标不能全部达到'), how.includes('在所给的锁定和限制内'), how.includes('没有更省工作量的措施组合能达到目标')])).toEqual([[false, false, true], [false, true, true], [true, true, false]]);
  });

  test('found but not proven says so', () => {
    const hasty = (programme: Parameters<typeof solve>[0]) => { const answer = solve(programme); return answer.values === null ? answer : { ...answer, status: 'found' as const }; };
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 } }), hasty);

    expect([ids(plan), plan.provenOptimal, plan.how.zh]).toEqual([['one', 'two'], false, '求解时间已到：这是目前找到的最好方案，尚未证明最优。']);
  });
});

describe('beside the plan', () => {
  test('the next-best choices are the cheapest that do not hold a better one', () => {
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 }, alternatives: 3 }), solve);

    expect(plan.alternatives.map(({ actions, effort, added, dropped }) => [actions, effort.likely, added, dropped])).toEqual([
      [['both'], 9, ['both'], ['one', 'two']], [['two', 'dear'], 11, ['dear'], ['one']],
    ]);
  });

  test('the curve has the least effort for every level of the whole and of each domain', () => {
    const plan = computePlan(aPlanning({ pack: ways, targets: { '': 2 }, values: { r3: 'F' }, curve: true }), solve);

    expect(plan.curve.map(({ node, level, effort }) => [node, level, effort?.likely ?? null])).toEqual(['', '1'].flatMap((node) => [[node, 1, 3], [node, 2, 8], [node, 3, 8], [node, 4, null], [node, 5, null]]));
  });

  test('quick wins can begin at once; what closes most per day comes first', () => {
    const pack = fiveLevels([{ id: 'slow', satisfies: ['r1'], effort: days(8) }, { id: 'quick', satisfies: ['r2', 'r3'], effort: days(4) }, { id: 'later', satisfies: ['r4'], prerequisites: ['slow'], effort: days(0.5) }]);

    expect(computePlan(aPlanning({ pack, targets: { '': 4 } }), solve).quickWins.map(({ action, closes }) => [action, closes])).toEqual([['quick', ['r2', 'r3']], ['slow', ['r1']]]);
  });

  test('the range of effort is the same for the same seed, lies between the sums, and has its middle where the triangle has it', () => {
    const pack = fiveLevels([{ id: 'one', satisfies: ['r1'], effort: { low: 0.0001, likely: 0.0001, high: 100 } }]);
    const [range, again, other] = ['a', 'a', 'b'].map((seed) => computePlan(aPlanning({ pack, targets: { '': 1 }, seed }), solve).range);

    // A triangle that falls from 0 to 100 has its tenths at 100 · (1 − √0.9), 100 · (1 − √0.5), 100 · (1 − √0.1).
    expect(range).toEqual(again);
    expect(range).not.toEqual(other);
    expect([5.13, 29.29, 68.38].map((exact, index) => Math.abs(exact - ([range?.p10, range?.p50, range?.p90][index] ?? 0)) < 1.5)).toEqual([true, true, true]);
  });
});

describe('what if', () => {
  test('actions make F of what they satisfy, assumed ratings stand above that, and what does not apply stays so', () => {
    const { pack, finals, rules, targets } = aPlanning({ pack: ways, values: { r3: 'F', r2: 'NA' } });
    const level = (actions: readonly string[], ratings: Parameters<typeof whatIf>[0]['ratings']) => whatIf({ pack, finals, rules, targets, actions, ratings }).overall.level;

    expect([level([], []), level(['both'], []), level(['both'], [{ requirement: 'r1', value: 'L' }]), level([], [{ requirement: 'r1', value: 'F' }]), level(['gone'], [{ requirement: 'gone', value: 'F' }])]).toEqual([0, 3, 0, 3, 0]);
  });
});
