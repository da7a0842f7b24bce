import { expect, test } from 'vitest';
import { type RatingValue, finalRatings, makePlan, rulesOf, score } from '#assessments';
import type { Header } from '#contract';
import { overviewView } from '../../../electron/handlers/views/overview.ts';
import { aPack } from '../../builders/packs.ts';
import { aRating } from '../../builders/ratings.ts';
import { reportInput } from '../../builders/report-input.ts';

const pack = aPack({ subItems: { s: { requirements: ['a', 'b', 'c'].map((id) => ({ id, level: 1 })) } } });

/** What the overview says is missing to the target, with these ratings. */
function missing(values: Readonly<Record<string, RatingValue>>): readonly unknown[] {
  const { state } = reportInput({ pack, facts: [], suggestions: [], state: { targets: { '': 1 }, ratings: Object.entries(values).map(([requirement, value]) => aRating({ requirement, value })) } });
  const result = score({ pack, finals: finalRatings(pack, state), targets: state.targets, ...rulesOf(state) });
  const { next, plan } = overviewView({ pack, header: {} as Header, state, result, plan: makePlan({ pack, result, target: null }), suggestions: [] });
  const step = next.find(({ kind }) => kind === 'gap');
  return [plan.gaps.length, step?.count, step?.requirement, step?.zh];
}

test('as many requirements are missing as the plan has gaps, and those that no rating has decided are told apart', () => {
  expect([{}, { a: 'F', c: 'P' } as const, { a: 'L', b: 'P', c: 'N' } as const, { a: 'F', b: 'F', c: 'NA' } as const].map(missing)).toEqual([
    [3, 3, 'a', '距目标等级还差 3 条要求，均尚未评定。'],
    [2, 2, 'c', '距目标等级还差 2 条要求，其中 1 条尚未评定。'],
    [3, 3, 'a', '距目标等级还差 3 条要求。'],
    [0, undefined, undefined, undefined],
  ]);
});
