import { expect, test } from 'vitest';
import { searchFile, soughtWords, type SourceFile } from '#assessments';

const file = (text: string | null, decoded: SourceFile['decoded'] = null): SourceFile => ({ path: 'f', artefact: '', size: 1, mediaType: '', encoding: text === null ? null : 'utf-8', text, decoded });
const search = (query: string, sought: SourceFile) => searchFile(sought, soughtWords(query));

test('a Chinese word of two characters is found where it stands, in either width and case', () => {
  expect(search('灰度', file('第一行\n已完成灰度放量\n灰度'))).toEqual({ total: 2, lines: [{ place: { file: 'f', lines: [2, 2] }, text: '已完成灰度放量' }, { place: { file: 'f', lines: [3, 3] }, text: '灰度' }] });
  expect(search('ＣＡＮＡＲＹ', file('strategy: Canary'))?.total).toBe(1);
});

test('all words must be in the file; the lines with most of them come first', () => {
  const text = 'approval\nmodel\nmodel approval';

  expect([search('model approval', file(text))?.lines.map(({ text: line }) => line), search('model missing', file(text)), search('  ', file(text))]).toEqual([['model approval', 'approval', 'model'], null, null]);
});

test('rows of workbooks and databases and commits are searched as lines are, and a picture holds nothing', () => {
  const places = [
    search('回退', file(null, { kind: 'sheets', complete: true, sheets: [{ name: '演练', hidden: false, rows: [['日期'], ['', '回退 成功']] }] })),
    search('failed', file(null, { kind: 'tables', complete: true, tables: [{ name: 'runs', columns: ['id', 'status'], rows: [{ rowid: 7, values: [null, 'FAILED'] }] }] })),
    search('revert', file(null, { kind: 'git', complete: true, repository: null, head: null, shallow: false, refs: [], commits: [{ hash: 'abc', parents: [], at: null, author: 1, subject: 'Revert model', signed: false, changed: null }] })),
    search('x', file(null)),
  ].map((found) => found?.lines[0]?.place ?? null);

  expect(places).toEqual([{ file: 'f', cell: '演练!B2' }, { file: 'f', pointer: '/runs/7' }, { file: 'f', pointer: '/commits/0' }, null]);
});

test('a long line is cut around what was found', () => {
  const [line] = search('here', file(`${'x'.repeat(1_000)} here ${'y'.repeat(1_000)}`))?.lines ?? [];

  expect([line?.text.length, line?.text.includes(' here ')]).toEqual([242, true]);
});
