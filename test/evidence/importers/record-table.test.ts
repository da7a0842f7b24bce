import { type RecordMapping, type SourceFile, readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { likelyMapping } from '../../../assessments/evidence/record-table/propose.ts';
import { writtenDecision, writtenMoment, writtenState, writtenYes } from '../../../assessments/evidence/record-table/values.ts';
import { sourceFile } from '../../builders/source-file.ts';

/** Tables of data and of other work have ids, dates and states too. */
it.each([
  ['customers.csv', 'id,name,status,created,type\n1,a,active,2025-01-01,retail\n', null],
  ['loans.csv', 'id,approved,amount,approved_at\n1,yes,100,2025-01-01\n', null],
  ['metrics.csv', 'timestamp,severity,value\n2025-01-01,1,2\n', null],
  ['transactions.csv', 'id,reason,amount,closed_at\n1,a,2,2025-01-01\n', null],
  ['people.csv', 'id,owner,role\n1,a,b\n', null],
  ['changes.csv', 'Change number,State,Approved by,Opened\n1,Closed,Kim,2025-01-01\n', 'record-table'],
  ['a.csv', '事件编号,严重程度,原因分析,发生时间\n1,高,x,2025-01-01\n', 'record-table'],
] as const)('%s with %s', (path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

describe('a table nobody claims', () => {
  const text = 'Ref|When|Who said yes|What|Undone?\n77|2025-06-01|Kim Roe|Deploy scorer 1.4.0|yes\n';
  const mapping: RecordMapping = { kind: 'change', sheet: null, headings: ['Ref', 'When', 'Who said yes', 'What', 'Undone?'], columns: { id: 'Ref', decidedAt: 'When', approver: 'Who said yes', title: 'What', rollback: 'Undone?' } };
  const file: SourceFile = sourceFile('log.csv', text);

  it('is read by the mapping a person made for it', () => {
    expect(readEvidence(file)).toMatchObject({ importer: null, facts: [] });
    expect(readEvidence({ ...file, mapping })).toMatchObject({
      importer: 'record-table', diagnostics: [],
      facts: [
        { type: 'change.request', id: '77', title: 'Deploy scorer 1.4.0', approvals: 1, place: { lines: [2, 2] } },
        { type: 'approval', of: 'change', approver: '#1', decidedAt: '2025-06-01' },
        { type: 'rollback.drill', performed: true, live: true },
      ],
    });
  });

  it('has its mapping proposed by what the headings seem to say', () => {
    expect(likelyMapping({ sheet: 'A', headings: ['变更编号（必填）', '审批人姓名', '提交时间', '颜色'] }, 'x.xlsx')).toEqual({
      kind: 'change', sheet: 'A', headings: ['变更编号（必填）', '审批人姓名', '提交时间', '颜色'], columns: { id: '变更编号（必填）', approver: '审批人姓名', openedAt: '提交时间' },
    });
  });

  it('whose headings are others now says so instead of being read', () => {
    expect(readEvidence({ ...file, text: 'Other|When\n1|2\n', mapping })).toMatchObject({ importer: 'record-table', facts: [], diagnostics: [{ kind: 'partial' }] });
  });
});

it('nobody in a table is named', () => {
  const { facts } = readEvidence(sourceFile('变更.csv', '变更编号,变更状态,申请人,审批人,审批结果,申请时间\n1,已完成,张三,李四,同意,2025-06-01\n'));

  expect(JSON.stringify(facts)).not.toMatch(/张三|李四/);
});

it.each([
  ['2025/6/1 9:05', '2025-06-01T09:05:00'], ['2025年6月1日', '2025-06-01'], ['2025年6月1日 9时5分', '2025-06-01T09:05:00'], ['01/Jun/25 3:04 PM', '2025-06-01T15:04:00'],
  ['1-Jun-2025', '2025-06-01'], ['6/7/2025', null], ['2025/13/1', null], ['soon', null], ['', null],
])('%s is the moment %s', (written, moment) => {
  expect(writtenMoment(written)).toBe(moment);
});

it('words for states, decisions and yes are read, others are not guessed', () => {
  expect(['Done', '已驳回', '审批中', '已关闭', '???'].map(writtenState)).toEqual(['merged', 'closed', 'open', 'closed', 'unknown']);
  expect(['同意', '有条件通过', '不通过', 'Not approved', 'Approved by CAB', '待定', null].map(writtenDecision)).toEqual([true, true, false, false, true, null, null]);
  expect(['是', '是，已恢复', '否', 'No', 'maybe', null].map(writtenYes)).toEqual([true, true, false, false, null, null]);
});
