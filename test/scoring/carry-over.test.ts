import { expect, test } from 'vitest';
import { type Draft, type StoredEvent, carryOver, eventsAt, finalRatings, fold, organisationTypeParameter, ruleParameters } from '#assessments';
import { anna, bo, creation, laptops, numbered, rating } from '../builders/journal.ts';
import { aPack } from '../builders/packs.ts';
import { aConsensus, aRating } from '../builders/ratings.ts';
import { reportInput } from '../builders/report-input.ts';

const requirements = [{ id: 'a-1', level: 1 }, { id: 'a-2', level: 1 }, { id: 'a-3', level: 2 }, { id: 'a-4', level: 2 }];
const pack = aPack({ subItems: { a: { requirements } } });
const next = aPack({ subItems: { a: { requirements: [requirements[0]!, { ...requirements[1]!, zh: '换了说法', en: 'Said otherwise' }, { id: 'a-9', level: 3 }] } } });

test('carries what counted into another edition, marks what reads otherwise, and leaves behind what was open, disputed or is gone', () => {
  const { state } = reportInput({ pack, facts: [], suggestions: [], state: {
    targets: { '': 3, 'a': 2, 'gone': 4 }, parameters: { [organisationTypeParameter]: 4, [ruleParameters.quotaPercent]: 75, [`${ruleParameters.weight}a`]: 2, other: 'x' },
    ratings: [
      aRating({ requirement: 'a-1', value: 'F', rationale: '见发布记录', confidence: 'low' }), aRating({ requirement: 'a-2', value: 'P' }), aRating({ requirement: 'a-2', value: 'L', by: '韩梅梅' }),
      aRating({ requirement: 'a-3', value: 'F' }), aRating({ requirement: 'a-4', value: 'F' }), aRating({ requirement: 'a-4', value: 'N', by: '韩梅梅' }),
    ],
    consensus: [aConsensus({ requirement: 'a-2', value: 'L', rationale: '合议' })],
  } });

  const drafts = carryOver({ state, pack, into: next });

  expect(drafts.map(({ type, payload }) => [type, payload])).toEqual([
    ['target.set', { node: 'a', level: 2 }], ['parameter.set', { name: organisationTypeParameter, value: 4 }], ['parameter.set', { name: ruleParameters.quotaPercent, value: 75 }], ['parameter.set', { name: `${ruleParameters.weight}a`, value: 2 }],
    ['rating.carried', { requirement: 'a-1', subject: null, value: 'F', confidence: 'low', rationale: '见发布记录', reworded: false, from: { assessment: state.assessment, raters: ['李雷'], at: '2024-05-06T07:08:09.000Z' } }],
    ['rating.carried', { requirement: 'a-2', subject: null, value: 'L', confidence: null, rationale: '合议', reworded: true, from: { assessment: state.assessment, raters: ['韩梅梅'], at: '2024-05-06T07:08:09.000Z' } }],
  ]);
});

const carried = (value: 'F' | 'L', requirement = '2.2.3-L1-1'): Draft => ({
  type: 'rating.carried', payload: { requirement, subject: null, value, confidence: null, rationale: '', reworded: false, from: { assessment: numbered(1), raters: ['安娜'], at: '2025-01-01T00:00:00.000Z' } },
});

test('a carried rating counts for nothing until a person rates, whatever they say', () => {
  const rated = aPack({ subItems: { '2.2.3': { requirements: [{ id: '2.2.3-L1-1', level: 1 }] } } });
  const laptop = laptops().open();
  laptop.write(anna, creation, carried('L'), carried('F'));
  const before = fold(laptop.events());
  laptop.write(bo, rating('P'));
  const after = fold(laptop.events());

  expect([before, after].map((state) => [finalRatings(rated, state)[0]?.value, state.carried.map(({ value, confirmed }) => [value, confirmed])])).toEqual([[null, [['F', false]]], ['P', [['F', true]]]]);
});

test('the events at a milestone are those its maker had seen, in whatever order files were merged since', () => {
  const place = laptops();
  const one = place.open();
  one.write(anna, creation, rating('P'));
  const other = place.open(one.events());
  other.write(bo, rating('F'));
  const { heads, events } = fold(one.events());
  one.write(anna, rating('L'));
  one.see(other.events());
  const merged: readonly StoredEvent[] = one.events().toReversed();

  const then = eventsAt(merged, heads);

  expect([then.length, fold(then).ratings.map(({ value }) => value), eventsAt(merged, []).length, eventsAt(merged, fold(merged).heads).length]).toEqual([events, ['P'], 0, merged.length]);
});

test('a target that is taken back is no target, and is one again when it is set anew', () => {
  const laptop = laptops().open();
  const target = (level: number | null): Draft => ({ type: 'target.set', payload: { node: '1', level } });
  const targets = [target(4), target(null), target(2)].map((draft) => {
    laptop.write(anna, draft);
    return fold(laptop.events()).targets;
  });

  expect(targets).toEqual([{ 1: 4 }, {}, { 1: 2 }]);
});
