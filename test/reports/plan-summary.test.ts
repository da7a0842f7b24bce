import { expect, test } from 'vitest';
import { type Block, buildReport, computePlan, openSettings, rulesOf } from '#assessments';
import { ratedUpTo, reportInput, reportPack } from '../builders/report-input.ts';
import { solve } from '../builders/solver.ts';

const pack = reportPack();
const said = (blocks: readonly Block[]): string => blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.map(({ text }) => text) : [])).join('\n');

/** A report with the computed plan, within a budget of one person-day. */
function planned(state: Parameters<typeof reportInput>[0] = {}) {
  const input = reportInput({ pack, ...state });
  const { result } = input;
  const plan = computePlan({ pack, finals: result.finals, rules: rulesOf(input.state), targets: { '': 3 }, settings: { ...openSettings, budget: 1, capacity: 20, start: '2027-Q1' }, work: [], asOf: input.state.lastEventAt, seed: 'x', curve: false, alternatives: 0 }, solve);
  return { plan, document: buildReport({ ...input, plan }) };
}

test('the section of gaps tells how the plan was chosen, what it gives, the range of its effort, its quarters and what stands in the way', () => {
  const { plan, document } = planned({ state: { ratings: ratedUpTo(pack, 1), targets: { '': 3 } } });
  const pages = said(document.pages);

  expect(plan.obstacles.length).toBeGreaterThan(0);
  expect([plan.how, ...plan.obstacles].map(({ zh }) => pages.includes(zh))).toEqual([plan.how, ...plan.obstacles].map(() => true));
  expect([pages.includes(`总体现为 ${plan.levels.now ?? '–'} 级`), pages.includes('未经优化')]).toEqual([true, false]);
});

test('saved scenarios stand beside the assessment as it is, in pages and workbook', () => {
  const scenario = { scenario: '00000000-0000-7000-8000-000000000001', name: '全部做完', actions: pack.actions.map(({ id }) => id), ratings: [] };
  const { document } = planned({ state: { ratings: ratedUpTo(pack, 1), scenarios: [scenario] } });
  const rowsOf = (blocks: readonly Block[], id: string) => blocks.flatMap((block) => (block.kind === 'table' && block.id === id ? block.rows.map((row) => (row.kind === 'cells' ? row.cells.slice(0, 2).map((cell) => (cell.kind === 'text' ? cell.text[0]?.text : cell.kind === 'number' ? cell.value : null)) : [])) : []));
  const expected = [['现状', 0], ['全部做完', pack.actions.length]];

  expect([rowsOf(document.pages, 'gaps.scenarios'), rowsOf(document.sheets.flatMap(({ blocks }) => blocks), 'scenarios')]).toEqual([expected, expected]);
});
