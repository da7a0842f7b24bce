import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pack, type RatingValue, finalRatings, fold, policies, rollups, score, why } from '#assessments';
import { histories, shuffled } from '../builders/histories.ts';
import { aPack } from '../builders/packs.ts';
import { finalsOf } from '../builders/ratings.ts';

type Values = Readonly<Record<string, RatingValue | null>>;

const slot = fc.record({ level: fc.integer({ min: 1, max: 3 }), mandatory: fc.boolean(), value: fc.constantFrom<RatingValue | null>('N', 'P', 'L', 'F', 'F', 'NA', null) });
/** Four sub-items in two items with at most eight requirements in all: small enough to try everything. */
const sketches = fc.array(fc.array(slot, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 4 });
const rules = fc.record({
  policy: fc.constantFrom(...policies), rollup: fc.constantFrom(...rollups), thresholdPercent: fc.constantFrom(40, 60, 85, 100), quotaPercent: fc.constantFrom(34, 50, 80),
  weights: fc.record({ a: fc.constantFrom(1, 3), c: fc.constantFrom(1, 2), 1.2: fc.constantFrom(1, 5) }),
});
const anyNode = fc.constantFrom('', '1', '1.1', '1.2', 'a', 'c');
const names = ['a', 'b', 'c', 'd'];
const scale = ['N', 'P', 'L', 'F'] as const;

function assessmentOf(sketch: readonly (readonly { readonly level: number; readonly mandatory: boolean; readonly value: RatingValue | null }[])[]): { readonly pack: Pack; readonly values: Values } {
  const subItems = sketch.map((requirements, index) => requirements.map((one, nth) => ({ ...one, id: `${names[index]}-${nth}` })));
  return {
    pack: aPack({ tree: { 1: { 1.1: ['a', 'b'], 1.2: ['c', 'd'] } }, subItems: Object.fromEntries(subItems.map((requirements, index) => [names[index]!, { requirements: requirements.map(({ value: _, ...requirement }) => requirement) }])) }),
    values: Object.fromEntries(subItems.flat().map(({ id, value }) => [id, value])),
  };
}

type Rules = (typeof rules) extends fc.Arbitrary<infer Given> ? Given : never;
const levelUnder = (pack: Pack, values: Values, given: Rules, node: string): number | null => {
  const { nodes, overall } = score({ pack, finals: finalsOf(pack, values), targets: {}, ...given });
  return node === '' ? overall.level : nodes.find(({ id }) => id === node)!.level;
};
const changed = (values: Values, changes: readonly { readonly requirement: string; readonly to: RatingValue }[]): Values => ({ ...values, ...Object.fromEntries(changes.map(({ requirement, to }) => [requirement, to])) });

/** All ways to choose `size` of the items. */
function subsets<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

test('the shortest set lifts the node, and no smaller set of changes does', () => {
  fc.assert(fc.property(sketches, rules, anyNode, (sketch, given, node) => {
    const { pack, values } = assessmentOf(sketch);
    const found = why({ pack, finals: finalsOf(pack, values), targets: {}, ...given }, node)!;
    const now = found.level;
    fc.pre(now !== null);
    const open = Object.keys(values).filter((id) => values[id] !== 'F' && values[id] !== 'NA');
    const lifts = (ids: readonly string[]): boolean => levelUnder(pack, changed(values, ids.map((requirement) => ({ requirement, to: 'F' as const }))), given, node)! > now;
    // Raising a rating never lowers a level, so a set lifts if anything does when all of it is F.
    const fewest = [...open.keys(), open.length].find((size) => subsets(open, size).some(lifts));

    expect(found.lift === null ? undefined : found.lift.changes.length).toBe(fewest);
    if (found.lift !== null) expect(levelUnder(pack, changed(values, found.lift.changes), given, node)).toBe(found.lift.level);
  }), { numRuns: 150 });
});

test('of the sets of that size none lifts the node with fewer thirds', () => {
  fc.assert(fc.property(sketches, rules, anyNode, (sketch, given, node) => {
    const { pack, values } = assessmentOf(sketch);
    const found = why({ pack, finals: finalsOf(pack, values), targets: {}, ...given }, node)!;
    fc.pre(found.lift !== null && found.lift.changes.length <= 3);
    const { changes, thirds } = found.lift;
    const place = (id: string): number => scale.indexOf((values[id] ?? 'N') as 'N');
    const open = Object.keys(values).filter((id) => values[id] !== 'F' && values[id] !== 'NA');
    const raises = (ids: readonly string[]): readonly (readonly { readonly requirement: string; readonly to: 'P' | 'L' | 'F'; readonly by: number }[])[] => ids.reduce<readonly (readonly { readonly requirement: string; readonly to: 'P' | 'L' | 'F'; readonly by: number }[])[]>((all, requirement) =>
      all.flatMap((before) => scale.slice(place(requirement) + 1).map((to) => [...before, { requirement, to: to as 'F', by: scale.indexOf(to) - place(requirement) }])), [[]]);
    const cheaper = subsets(open, changes.length).flatMap(raises).filter((set) => set.reduce((sum, { by }) => sum + by, 0) < thirds);

    expect(changes.reduce((sum, { requirement, to }) => sum + scale.indexOf(to) - place(requirement), 0)).toBe(thirds);
    expect(cheaper.filter((set) => levelUnder(pack, changed(values, set), given, node)! > found.level!)).toEqual([]);
  }), { numRuns: 60 });
});

test('the way to the target really gives it', () => {
  fc.assert(fc.property(sketches, rules, anyNode, fc.integer({ min: 1, max: 5 }), (sketch, given, node, target) => {
    const { pack, values } = assessmentOf(sketch);
    const found = why({ pack, finals: finalsOf(pack, values), targets: { '': target }, ...given }, node)!;
    fc.pre(found.toTarget !== null);

    expect(levelUnder(pack, changed(values, found.toTarget.changes), given, node)).toBeGreaterThanOrEqual(found.target!);
  }), { numRuns: 100 });
});

test('the single ratings it names are those that move the node, and no others', () => {
  fc.assert(fc.property(sketches, rules, anyNode, (sketch, given, node) => {
    const { pack, values } = assessmentOf(sketch);
    const found = why({ pack, finals: finalsOf(pack, values), targets: {}, ...given }, node)!;
    const moving = Object.keys(values).filter((requirement) => scale.some((to) => to !== (values[requirement] ?? 'N') && (levelUnder(pack, changed(values, [{ requirement, to }]), given, node) ?? 0) !== (found.level ?? 0)));

    expect(found.sensitivity.map(({ requirement }) => requirement).sort()).toEqual(moving.sort());
    expect(found.sensitivity.flatMap(({ requirement, raises, lowers }) => [raises, lowers].filter((turn) => turn !== null).map(({ to, level }) => [levelUnder(pack, changed(values, [{ requirement, to }]), given, node), level])).filter(([real, said]) => real !== said)).toEqual([]);
  }), { numRuns: 60 });
});

test('the table of other rules is what scoring by them gives', () => {
  fc.assert(fc.property(sketches, rules, anyNode, (sketch, given, node) => {
    const { pack, values } = assessmentOf(sketch);
    const { alternatives } = why({ pack, finals: finalsOf(pack, values), targets: {}, ...given }, node)!;

    expect(alternatives.map(({ level }) => level)).toEqual(policies.flatMap((policy) => rollups.map((rollup) => levelUnder(pack, values, { ...given, policy, rollup }, node))));
  }), { numRuns: 40 });
});

test('the order in which events arrive never changes a level', () => {
  const pack = aPack({ subItems: { '2.2.3': { requirements: [{ id: '2.2.3-L1-1', level: 1 }, { id: '2.2.3-L2-1', level: 2 }] } } });
  const levelsOf = (events: Parameters<typeof fold>[0]) => {
    const state = fold(events);
    const { nodes, overall } = score({ pack, finals: finalRatings(pack, state), policy: state.policy, rollup: state.rollup, targets: state.targets });
    return { nodes, overall };
  };
  fc.assert(fc.property(histories, fc.nat(), (laptops, seed) => {
    const events = [...new Map(laptops.flat().map((event) => [event.hash, event])).values()];

    expect(levelsOf(shuffled(events, seed))).toEqual(levelsOf(events));
  }), { numRuns: 30 });
});
