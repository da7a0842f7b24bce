import { describe, expect, it } from 'vitest';
import { type Block, type Cell, buildReport, compare, sideOf, type ReportInput, type Wording } from '#assessments';
import { ratedUpTo, reportInput, reportPack, reportRating, type ReportSketch } from '../builders/report-input.ts';

const pack = reportPack();
const said = (text: Wording) => text.map((line) => line.text).join(' / ');
const shown = (cell: Cell): unknown => {
  switch (cell.kind) {
    case 'text': return said(cell.text);
    case 'code': return cell.text;
    case 'number': return cell.value;
    case 'level': return cell.mark.level;
    case 'rating': return cell.mark.value;
    case 'stack': return cell.cells.map(shown);
    default: return cell.kind;
  }
};
const tableOf = (blocks: readonly Block[], id: string) => {
  const table = blocks.find((block) => block.kind === 'table' && block.id === id);
  return table?.kind === 'table' ? table.rows.flatMap((row) => (row.kind === 'cells' ? [row.cells.map(shown)] : [])) : null;
};
const anchors = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.anchor] : []));

/** All F up to level 2, with one exception at level 2. */
const rated: ReportSketch = { pack, state: { ratings: [...ratedUpTo(pack, 2).filter(({ requirement }) => requirement !== '1.1.2-L2-1'), reportRating('1.1.2-L2-1', 'L', { confidence: 'low' })] } };

describe('why in the reports', () => {
  it('tells for the whole and each domain what blocks it and the shortest way up', () => {
    const { pages } = buildReport(reportInput({ ...rated, options: { depth: 'management' } }));

    expect(tableOf(pages, 'why.nodes')?.map((row) => row.slice(1))).toEqual([
      [1, '1.1.2-L2-1', '升到 2 级，1 条。评为 F：1.1.2-L2-1'], [1, '1.1.2-L2-1', '升到 2 级，1 条。评为 F：1.1.2-L2-1'], [2, '2.1.1-L3-1, 2.1.2-L3-1', '升到 3 级，2 条。评为 F：2.1.1-L3-1, 2.1.2-L3-1'],
    ]);
  });

  it('puts the doubtful rating on which a domain hangs first, and marks the rule in use among the others', () => {
    const { pages } = buildReport(reportInput({ ...rated, options: { depth: 'management' } }));

    expect([tableOf(pages, 'why.hour')?.[0]?.slice(1, 2), tableOf(pages, 'why.hour')?.[0]?.slice(3), tableOf(pages, 'why.others')?.[0]?.[1]]).toEqual([['1.1.2-L2-1'], ['把握低', ['F 则升到 2 级']], '● 1']);
  });

  it('is silent before anything is rated', () => {
    const { pages, sheets } = buildReport(reportInput({ pack, options: { depth: 'management' } }));

    expect([anchors(pages).includes('why'), sheets.some(({ id }) => id === 'why')]).toEqual([false, false]);
  });
});

describe('standing checks in the full report', () => {
  it('are listed with a count the workbook works out itself', () => {
    const { pages, sheets } = buildReport(reportInput(rated));
    const sheet = sheets.find(({ id }) => id === 'findings')?.blocks ?? [];
    const counts = sheet.flatMap((block) => (block.kind === 'table' && block.id === 'findings.sum' ? block.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : [])) : []));
    const all = tableOf(pages, 'findings') ?? [];
    const errors = all.filter(([severity]) => severity === '错误').length;

    expect([all.length > 0, counts[1]]).toEqual([true, { kind: 'number', value: errors, formula: { kind: 'count', table: 'findings', sums: [[{ column: 'severity', is: '错误' }]] } }]);
  });
});

describe('the comparison with a milestone', () => {
  const later = reportInput(rated);
  const earlier = reportInput({ pack, state: { ratings: ratedUpTo(pack, 1) } });
  const comparison = compare(sideOf('初评', pack, earlier.state), { name: '现在', pack, state: later.state, result: later.result });
  const input: ReportInput = { ...later, comparison, options: { ...later.options, depth: 'management' } };

  it('says which node moved because of what, and which rating changed', () => {
    const { pages } = buildReport(input);

    expect([tableOf(pages, 'compare.levels')?.map((row) => row.slice(1, 4)).slice(0, 2), tableOf(pages, 'compare.ratings')?.find(([id]) => id === '1.1.1-L2-1')?.slice(2)]).toEqual([
      [[1, 1, '不变'], expect.arrayContaining([1])], ['P', 'F', '升'],
    ]);
  });

  it('is a sheet of the workbook, and neither page nor sheet where no milestone was chosen', () => {
    const [chosen, none] = [buildReport(input), buildReport(later)];

    expect([chosen.sheets.some(({ id }) => id === 'compare'), none.sheets.some(({ id }) => id === 'compare'), anchors(chosen.pages).includes('compare'), anchors(none.pages).includes('compare')]).toEqual([true, false, true, false]);
  });
});

describe('what each level costs', () => {
  const plain = reportInput({ ...rated, options: { depth: 'management' } });
  const effort = { low: 3, likely: 5, high: 9 };
  const plan: ReportInput['plan'] = {
    ...plain.plan, levels: { now: 1, after: 3 },
    curve: [{ node: '', level: 1, effort: { low: 0, likely: 0, high: 0 }, actions: 0, provenOptimal: true }, { node: '', level: 2, effort, actions: 1, provenOptimal: true }, { node: '', level: 3, effort: null, actions: 0, provenOptimal: true }],
    alternatives: [{ actions: ['pipeline'], effort, added: ['pipeline'], dropped: ['norm'], provenOptimal: true }],
  };

  it('is drawn and told in numbers, with the next-best choices', () => {
    const { pages } = buildReport({ ...plain, plan });

    expect([tableOf(pages, 'gaps.curve')?.[0], pages.flatMap((block) => (block.kind === 'chart' ? [block.chart.kind] : [])).includes('curve'), tableOf(pages, 'gaps.curve.alternatives')?.[0]?.slice(0, 2)]).toEqual([['总体', '已达到', 5, '–', '–', '–'], true, [1, 5]]);
  });

  it('is left out where it was not worked out', () => {
    expect(tableOf(buildReport(plain).pages, 'gaps.curve')).toBe(null);
  });
});
