import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Consensus, type Rating, finalRatings } from '#assessments';
import { aPack } from '../builders/packs.ts';
import { aConsensus, aRating } from '../builders/ratings.ts';

const pack = aPack({ subItems: { s: { requirements: [{ id: 'r1', level: 1 }, { id: 'r2', level: 2 }] } } });
const finalOf = (ratings: readonly Rating[], consensus: readonly Consensus[] = []) => finalRatings(pack, { ratings, consensus })[0]!;

const cases: readonly (readonly [name: string, ratings: readonly Rating[], consensus: readonly Consensus[], expected: object])[] = [
  ['no rating is unassessed', [], [], { value: null, basis: null, disputed: [], layer: null }],
  ['one assessor counts alone', [aRating({ requirement: 'r1', value: 'L' })], [], { value: 'L', basis: 'human', disputed: [], layer: 'self-assessment' }],
  ['two assessors who agree count', [aRating({ requirement: 'r1', value: 'L' }), aRating({ requirement: 'r1', value: 'L', by: '韩梅梅' })], [], { value: 'L', basis: 'human', disputed: [] }],
  ['two who differ are disputed: unassessed, both values told in order', [aRating({ requirement: 'r1', value: 'F' }), aRating({ requirement: 'r1', value: 'P', by: '韩梅梅' })], [], { value: null, basis: null, disputed: ['P', 'F'], layer: 'self-assessment' }],
  ['two against one are disputed too: there is no majority', ['F', 'F', 'N'].map((value, index) => aRating({ requirement: 'r1', value: value as 'F', by: `${index}` })), [], { value: null, disputed: ['N', 'F'] }],
  ['not applicable against a value is a dispute', [aRating({ requirement: 'r1', value: 'NA' }), aRating({ requirement: 'r1', value: 'F', by: '韩梅梅' })], [], { value: null, disputed: ['F', 'NA'] }],
  ['a consensus settles it', [aRating({ requirement: 'r1', value: 'F' }), aRating({ requirement: 'r1', value: 'P', by: '韩梅梅' })], [aConsensus({ requirement: 'r1', value: 'L' })], { value: 'L', basis: 'consensus', disputed: [] }],
  ['a stale consensus still counts', [aRating({ requirement: 'r1', value: 'F' })], [aConsensus({ requirement: 'r1', value: 'L', stale: true })], { value: 'L', basis: 'consensus' }],
  ['a consensus counts without any rating', [], [aConsensus({ requirement: 'r1', value: 'P' })], { value: 'P', basis: 'consensus' }],
  ['a later layer replaces an earlier one', [aRating({ requirement: 'r1', value: 'F' }), aRating({ requirement: 'r1', value: 'N', layer: 'on-site' })], [], { value: 'N', basis: 'human', layer: 'on-site' }],
  ['ratings of different layers never dispute each other', [aRating({ requirement: 'r1', value: 'F', by: '韩梅梅' }), aRating({ requirement: 'r1', value: 'N', layer: 'preliminary' })], [], { value: 'N', disputed: [], layer: 'preliminary' }],
  ['a consensus of an earlier layer does not settle a later one', [aRating({ requirement: 'r1', value: 'N', layer: 'final' })], [aConsensus({ requirement: 'r1', value: 'F', layer: 'on-site' })], { value: 'N', basis: 'human', layer: 'final' }],
  ['a consensus of a later layer stands over ratings of an earlier one', [aRating({ requirement: 'r1', value: 'N' })], [aConsensus({ requirement: 'r1', value: 'F', layer: 'on-site' })], { value: 'F', basis: 'consensus', layer: 'on-site' }],
  ['the machine counts where no person has rated', [aRating({ requirement: 'r1', value: 'P', machine: true })], [], { value: 'P', basis: 'machine', disputed: [] }],
  ['the machine never disputes a person', [aRating({ requirement: 'r1', value: 'F', machine: true }), aRating({ requirement: 'r1', value: 'N' })], [], { value: 'N', basis: 'human', disputed: [] }],
  ['a person replaces the machine even from an earlier layer', [aRating({ requirement: 'r1', value: 'F', machine: true, layer: 'final' }), aRating({ requirement: 'r1', value: 'N' })], [], { value: 'N', basis: 'human', layer: 'self-assessment' }],
  ['ratings of a release are not ratings of the assessment', [aRating({ requirement: 'r1', value: 'F', subject: 'v2.0.1' })], [], { value: null }],
];

describe('the final rating', () => {
  test.each(cases)('%s', (_, ratings, consensus, expected) => {
    expect(finalOf(ratings, consensus)).toMatchObject({ requirement: 'r1', ...expected });
  });

  test('of a subject is made of the ratings of that subject', () => {
    const ratings = [aRating({ requirement: 'r1', value: 'F', subject: 'v2.0.1' }), aRating({ requirement: 'r1', value: 'N' })];

    expect(finalRatings(pack, { ratings, consensus: [] }, 'v2.0.1').map(({ value }) => value)).toEqual(['F', null]);
  });

  test('is told for every requirement in the order of the pack', () => {
    const ratings = [aRating({ requirement: 'r2', value: 'F' }), aRating({ requirement: 'gone', value: 'F' })];

    expect(finalRatings(pack, { ratings, consensus: [] }).map(({ requirement, value }) => [requirement, value])).toEqual([['r1', null], ['r2', 'F']]);
  });

  test('does not depend on the order in which different assessors rated', () => {
    const values = ['N', 'P', 'L', 'F', 'NA'] as const;
    const standing = fc.uniqueArray(fc.record({ by: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom(...values), layer: fc.constantFrom('self-assessment' as const, 'on-site' as const) }), { selector: ({ by, layer }) => `${by} ${layer}`, maxLength: 6 });

    fc.assert(fc.property(standing, fc.nat(), (sketch, turn) => {
      const ratings = sketch.map((one) => aRating({ requirement: 'r1', ...one }));
      const cut = ratings.length === 0 ? 0 : turn % ratings.length;

      expect(finalOf([...ratings.slice(cut), ...ratings.slice(0, cut)].toReversed())).toEqual(finalOf(ratings));
    }));
  });
});
