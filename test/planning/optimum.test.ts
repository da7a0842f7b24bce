import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlanningInput, computePlan, policies, rollups, whatIf } from '#assessments';
import { aPack } from '../builders/packs.ts';
import { aPlanning, tryAll } from '../builders/plannings.ts';
import { solve } from '../builders/solver.ts';

const tree = { 1: { 1.1: ['a', 'b'], 1.2: ['c'] }, 2: { 2.1: ['d', 'e'] } };
const leaves = ['a', 'b', 'c', 'd', 'e'];
const nodes = ['1', '1.1', 'c', '2', 'e'];
const level = fc.integer({ min: 1, max: 4 });
const requirement = fc.record({ leaf: fc.constantFrom(...leaves), level, mandatory: fc.boolean(), value: fc.constantFrom('N' as const, 'P' as const, 'L' as const, 'L' as const, 'F' as const, 'NA' as const, null) });
const action = fc.record({ satisfies: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 5 }), prerequisites: fc.uniqueArray(fc.nat(6), { maxLength: 2 }), halves: fc.integer({ min: 1, max: 6 }) });
const sketch = fc.noBias(fc.record({
  requirements: fc.array(requirement, { minLength: 8, maxLength: 12 }), actions: fc.array(action, { minLength: 5, maxLength: 8 }),
  targets: fc.array(fc.record({ node: fc.constantFrom(...nodes), level }), { maxLength: 2 }), whole: level,
  must: fc.option(fc.nat(15)), never: fc.option(fc.nat(15)), budget: fc.option(fc.integer({ min: 1, max: 30 })), percent: fc.constantFrom(60, 85), weight: fc.integer({ min: 1, max: 3 }),
}));
type Sketch = typeof sketch extends fc.Arbitrary<infer Value> ? Value : never;

function planningOf(said: Sketch, rules: Pick<PlanningInput['rules'], 'policy' | 'rollup'>): PlanningInput {
  // Every sub-item has a requirement; the first five see to that.
  const placed = said.requirements.map((one, index) => ({ ...one, id: `r${index}`, leaf: leaves[index] ?? one.leaf }));
  const actions = said.actions.map(({ satisfies, prerequisites, halves }, index) => ({
    id: `A${index}`, satisfies: [...new Set(satisfies.map((at) => `r${at % placed.length}`))], prerequisites: prerequisites.filter((at) => at < index).map((at) => `A${at}`),
    effort: { low: halves / 2, likely: halves / 2, high: halves },
  }));
  const pack = aPack({ tree, actions, subItems: Object.fromEntries(leaves.map((leaf) => [leaf, { requirements: placed.filter((one) => one.leaf === leaf) }])) });
  const locked = (at: number | null): readonly string[] => (at === null || at >= actions.length ? [] : [`A${at}`]);
  return aPlanning({
    pack, values: Object.fromEntries(placed.map(({ id, value }) => [id, value])), targets: { '': said.whole, ...Object.fromEntries(said.targets.map((target) => [target.node, target.level])) },
    rules: { ...rules, thresholdPercent: said.percent, quotaPercent: said.percent, weights: { 1: said.weight, a: said.weight } },
    settings: { must: said.must === said.never ? [] : locked(said.must), never: locked(said.never), budget: said.budget === null ? null : said.budget / 2 },
  });
}

/** 9 × 23 = 207 instances. */
const numRuns = 23;

describe.each(policies.flatMap((policy, row) => rollups.map((rollup, column) => ({ policy, rollup, seed: 10 * row + column }))))('the plan under $policy and $rollup', ({ seed, ...rules }) => {
  test('is what trying every set of actions finds, with locks and a budget', () => {
    fc.assert(fc.property(sketch, (said) => {
      const input = planningOf(said, rules);
      const tried = tryAll(input);

      const plan = computePlan(input, solve);

      expect({ actions: plan.actions.map(({ action: id }) => id).sort(), proven: plan.provenOptimal }).toEqual({ actions: [...tried.actions].sort(), proven: true });
    }), { numRuns, seed });
  });

  test('done, really gives the levels it speaks of, and every goal unless a limit stands in the way', () => {
    fc.assert(fc.property(sketch, (said) => {
      const input = planningOf(said, rules);

      const plan = computePlan(input, solve);
      const after = whatIf({ ...input, actions: plan.actions.map(({ action: id }) => id), ratings: [] });

      expect(plan.goals.map((goal) => goal.after)).toEqual(plan.goals.map(({ node }) => (node === '' ? after.overall : after.nodes.find(({ id }) => id === node))?.level ?? null));
      expect(plan.levels.after).toBe(after.overall.level);
      if (!plan.obstacles.some(({ kind }) => kind === 'budget')) expect(plan.goals.filter((goal) => (goal.after ?? 0) < goal.goal)).toEqual([]);
    }), { numRuns: 10, seed: 100 + seed });
  });
});
