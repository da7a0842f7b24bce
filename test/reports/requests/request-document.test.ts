import { expect, test } from 'vitest';
import { evidenceRequests, requestDocument, sufficiencyOf, type ReportDocument, type RequestFilter } from '#assessments';
import { writeXlsx } from '../../../electron/export/xlsx/write-xlsx.ts';
import { aPack } from '../../builders/packs.ts';

const pack = aPack({ subItems: { s: { requirements: [
  { id: 'a', level: 2, roles: ['data engineer', 'business'], evidence: [{ code: 'MD-1-L2-1', kind: 'document', what: { zh: '规范/办法', en: 'Norm' } }] }, { id: 'b', level: 3, evidence: [{ code: 'MD-1-L3-1', kind: 'video', what: { zh: '演示', en: 'Demonstration' } }] },
] } } });
const state = { organisation: '=示例银行', project: 'P', window: { from: '2026-01-01', to: null }, lastEventAt: '2026-05-01T00:00:00Z', links: [], notes: [], ratings: [], rejections: [], descriptions: [], intakes: [] };

function listed(filter: Partial<RequestFilter> = {}, language: 'zh' | 'en' | 'both' = 'zh'): ReportDocument {
  const wanted = { target: null, node: null, role: null, ...filter };
  const requests = evidenceRequests(pack, sufficiencyOf({ pack, state, suggestions: [], facts: [] }), wanted);
  return requestDocument({ pack, state, requests, filter: wanted, language });
}

/** The texts of a sheet's table, row by row. */
function rowsOf({ sheets }: ReportDocument, sheet: string): readonly (readonly string[])[] {
  const table = sheets.find(({ id }) => id === sheet)?.blocks.find((block) => block.kind === 'table');
  return table?.kind !== 'table' ? [] : table.rows.map((row) => (row.kind === 'group' ? [] : row.cells.map((cell) => (cell.kind === 'code' ? cell.text : cell.kind === 'number' ? String(cell.value) : cell.kind === 'text' ? cell.text.map(({ text }) => text).join('|') : ''))));
}

test('the material list has one line for each file, with its coded name, kind and level, and blanks to be filled in', () => {
  expect(rowsOf(listed(), 'materials')).toEqual([
    ['MD-1-L2-1', 'MD-1-L2-1 规范 办法', 's 节点 s', '2', '材料文档', '要求 a', '是', '', '', ''], ['MD-1-L3-1', 'MD-1-L3-1 演示', 's 节点 s', '3', '演示视频', '要求 b', '是', '', '', ''],
  ]);
});

test('what several roles can provide stands in the list of each of them, and a list for one role holds only that one', () => {
  const byRole = (filter: Partial<RequestFilter>) => rowsOf(listed(filter, 'en'), 'byRole').map(([role, code]) => [role, code]);

  expect([byRole({}), byRole({ role: 'data engineer' })]).toEqual([[['Business', 'MD-1-L2-1'], ['Data engineer', 'MD-1-L2-1'], ['Operations engineer', 'MD-1-L3-1']], [['Data engineer', 'MD-1-L2-1']]]);
});

test('each requirement says what evidence it has and lacks, in both languages where both are asked for', () => {
  expect(rowsOf(listed({ target: 2 }, 'both'), 'byRequirement')).toEqual([['a', '2', '要求 a|Requirement a', '没有|None', '还没有任何证据支持这条要求。|No evidence supports this requirement yet.', 'MD-1-L2-1', '数据工程师、业务人员|Data engineer, Business']]);
});

test('the same list gives the same bytes', async () => {
  const [one, other] = await Promise.all([writeXlsx(listed({}, 'both')), writeXlsx(listed({}, 'both'))]);

  expect([Buffer.from(one).equals(Buffer.from(other)), one.length > 5_000]).toEqual([true, true]);
});
