import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pack, type RatingValue, type ScoreResult, policies, rollups, score } from '#assessments';
import { aPack } from '../builders/packs.ts';
import { finalsOf } from '../builders/ratings.ts';

type Values = Readonly<Record<string, RatingValue | null>>;
type Slot = { readonly level: number; readonly mandatory: boolean; readonly value: RatingValue | null };

const slot = fc.record({ level: fc.integer({ min: 1, max: 5 }), mandatory: fc.boolean(), value: fc.constantFrom<RatingValue | null>('N', 'P', 'L', 'F', 'F', 'F', 'NA', null) });
/** Two items of two sub-items, each with up to six rated requirements: levels, values and what is mandatory vary. */
const assessment = fc.array(fc.array(slot, { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 4 });
const climb = fc.record({ policy: fc.constantFrom(...policies), rollup: fc.constantFrom(...rollups) });
type Climb = { readonly policy: (typeof policies)[number]; readonly rollup: (typeof rollups)[number] };

const names = ['a', 'b', 'c', 'd'];
const order = ['N', 'P', 'L', 'F'] as const;

function packOf(subItems: readonly (readonly (Slot & { readonly id: string })[])[]): Pack {
  const written = subItems.map((requirements, index) => [names[index]!, { requirements: requirements.map(({ id, level, mandatory }) => ({ id, level, mandatory })) }] as const);
  return aPack({ tree: { 1: { 1.1: ['a', 'b'], 1.2: ['c', 'd'] } }, subItems: Object.fromEntries(written.filter(([, { requirements }]) => requirements.length > 0)) });
}

function named(subItems: readonly (readonly Slot[])[]) {
  return subItems.map((requirements, index) => requirements.map((one, nth) => ({ ...one, id: `${names[index]}-${nth}` })));
}

const valuesOf = (subItems: readonly (readonly (Slot & { readonly id: string })[])[]): Values => Object.fromEntries(subItems.flat().map(({ id, value }) => [id, value]));
const scored = (pack: Pack, values: Values, { policy, rollup }: Climb): ScoreResult => score({ pack, finals: finalsOf(pack, values), policy, rollup, targets: { '': 4 } });
const levels = ({ nodes, overall }: ScoreResult) => [...nodes, overall].map(({ level }) => level ?? -1);

test('raising a rating never lowers a level, of any node, under any policy and roll-up', () => {
  fc.assert(fc.property(assessment, climb, fc.nat(), fc.constantFrom(...order), (sketch, rules, pick, higher) => {
    const subItems = named(sketch);
    const rated = subItems.flat().filter(({ value }) => value !== null && value !== 'NA');
    fc.pre(rated.length > 0);
    const chosen = rated[pick % rated.length]!;
    fc.pre(order.indexOf(higher) > order.indexOf(chosen.value as 'N'));
    const [pack, values] = [packOf(subItems), valuesOf(subItems)];

    const before = levels(scored(pack, values, rules));
    const after = levels(scored(pack, { ...values, [chosen.id]: higher }, rules));

    expect(after.filter((level, index) => level < before[index]!)).toEqual([]);
  }));
});

test('not applicable is the same as not in the pack', () => {
  fc.assert(fc.property(assessment, climb, (sketch, rules) => {
    const subItems = named(sketch);
    const without = subItems.map((requirements) => requirements.filter(({ value }) => value !== 'NA'));
    fc.pre(without.some((requirements) => requirements.length > 0));
    const numbers = (result: ScoreResult) => [...result.nodes.map(({ written: _, ...node }) => node), result.overall];

    const withNa = numbers(scored(packOf(subItems), valuesOf(subItems), rules));
    const deleted = numbers(scored(packOf(without), valuesOf(without), rules));

    expect(withNa).toEqual(deleted);
  }));
});

test('the interval bounds every completion of the unassessed with N, P, L or F', () => {
  fc.assert(fc.property(assessment, climb, fc.array(fc.constantFrom(...order), { minLength: 24, maxLength: 24 }), (sketch, rules, completion) => {
    const subItems = named(sketch);
    const [pack, values] = [packOf(subItems), valuesOf(subItems)];
    const open = Object.keys(values).filter((id) => values[id] === null);
    const completed = { ...values, ...Object.fromEntries(open.map((id, index) => [id, completion[index]!])) };

    const bounds = scored(pack, values, rules);
    const done = levels(scored(pack, completed, rules));

    expect([...bounds.nodes, bounds.overall].filter(({ min, max }, index) => done[index]! < (min ?? -1) || done[index]! > (max ?? -1))).toEqual([]);
  }));
});

test('level is min, min is at most max, max is at most the ceiling', () => {
  fc.assert(fc.property(assessment, climb, (sketch, rules) => {
    const subItems = named(sketch);
    const { nodes, overall } = scored(packOf(subItems), valuesOf(subItems), rules);

    expect([...nodes, overall].filter(({ level, min, max, ceiling }) => level !== min || (min ?? 0) > (max ?? 0) || (max ?? 0) > (ceiling ?? 0))).toEqual([]);
  }));
});

test('the order in which final ratings arrive never matters', () => {
  fc.assert(fc.property(assessment, climb, (sketch, { policy, rollup }) => {
    const subItems = named(sketch);
    const pack = packOf(subItems);
    const finals = finalsOf(pack, valuesOf(subItems));
    const scoreOf = (list: typeof finals) => { const { nodes, overall } = score({ pack, finals: list, policy, rollup, targets: {} }); return { nodes, overall }; };

    expect(scoreOf(finals.toReversed())).toEqual(scoreOf(finals));
  }));
});

test('under strict, meeting everything that blocks a sub-item lifts its level', () => {
  fc.assert(fc.property(assessment, (sketch) => {
    const subItems = named(sketch);
    const [pack, values] = [packOf(subItems), valuesOf(subItems)];
    const rules: Climb = { policy: 'strict', rollup: 'minimum' };
    const before = scored(pack, values, rules).nodes.filter(({ id, blocking }) => names.includes(id) && blocking.length > 0);

    const lifted = before.map((node) => {
      const met = { ...values, ...Object.fromEntries(node.blocking.map((id) => [id, 'F' as const])) };
      return scored(pack, met, rules).nodes.find(({ id }) => id === node.id)!.level! > node.level!;
    });

    expect(lifted).toEqual(before.map(() => true));
  }));
});
