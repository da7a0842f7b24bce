import { describe, expect, it } from 'vitest';
import { type Block, type Pack, type Wording, buildReport } from '#assessments';
import { ratedUpTo, reportInput, reportPack } from '../builders/report-input.ts';

/** The report's pack with two capabilities, of which one is carried by two sub-items, and a principle nobody names. */
function pack(): Pack {
  const plain = reportPack();
  const capability = [{ zh: '模型服务', en: 'Model serving', aliases: [], note: { zh: '说明。', en: 'Note.' } }, { zh: '模型安全', en: 'Model security', aliases: [] }];
  return { ...plain, tags: { capability, pipeline: [], principle: [] }, groups: plain.groups.map((group) => (group.id.startsWith('1.1.') ? { ...group, tags: { capability: ['模型服务'], pipeline: [], principle: [] } } : group)) };
}

const said = (text: Wording) => text.map((line) => line.text).join(' / ');
const tables = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' && block.id.startsWith('across') ? [block] : []));
const rows = (blocks: readonly Block[]) => tables(blocks).flatMap(({ rows: all }) => all.flatMap((row) => (row.kind === 'cells' ? [row.cells.flatMap((cell): readonly (string | number | null)[] => {
  switch (cell.kind) {
    case 'text': return [said(cell.text)];
    case 'number': return [cell.value];
    case 'level': return [cell.mark.level];
    case 'code': return [cell.text];
    case 'stack': return cell.cells.map((each) => (each.kind === 'text' ? said(each.text) : ''));
    default: return [];
  }
})] : [])));

describe('the view by tags in the full report', () => {
  const made = pack();
  const rated = buildReport(reportInput({ pack: made, state: { ratings: ratedUpTo(made, 2) } }));

  it('tells per tag what is F out of what applies, and the lowest sub-items', () => {
    expect([rows(rated.pages), tables(rated.pages).map(({ id }) => id)]).toEqual([[
      ['模型服务（说明）', '4 / 9', 0.44, 2, '1.1.1, 1.1.2'],
      ['模型安全', '没有适用要求带有此标签', '', '', '', ''],
    ], ['across.capability']]);
  });

  it('is a sheet of the workbook with all kinds in one list', () => {
    expect(rows(rated.sheets.find(({ id }) => id === 'across')!.blocks)[0]).toEqual(['关键能力', '模型服务（说明）', 9, 9, 4, 0.44, 1, 1, 0, 0, 0, 2, '1.1.1, 1.1.2', 0]);
  });

  it('states no share and no level before anything is rated, and is not there where a pack has no tags', () => {
    const unrated = buildReport(reportInput({ pack: made }));
    const bare = buildReport(reportInput({ pack: reportPack() }));

    expect([rows(unrated.pages)[0], bare.pages.some((block) => block.kind === 'heading' && block.anchor === 'across'), bare.sheets.some(({ id }) => id === 'across')]).toEqual([['模型服务（说明）', '0 / 9', null, null, ''], false, false]);
  });
});
