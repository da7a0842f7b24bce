import { describe, expect, it, test } from 'vitest';
import { markdownDocument } from '../../assessments/evidence/markdown-document.ts';

const memo = markdownDocument([
  '---', // 1
  'license: mit', // 2
  'tags: [a]', // 3
  '---', // 4
  '# Gate Memo: **AML** 2.3', // 5
  'Intro.', // 6
  '## Decision', // 7
  '- decision: Limited go to canary', // 8
  '- **release_id:** AIREL-1', // 9
  '**Commit SHA:** 4ffc4f4a', // 10
  '审批人：张三', // 11
  '## Results ##', // 12
  '| Gate metric | Result | Threshold |', // 13
  '|---|---:|:--|', // 14
  '| PII leakage | 0 | `0` |', // 15
  '| a \\| b | [x](http://y) | |', // 16
  '', // 17
  '```yaml', // 18
  '# not a heading', // 19
  'key: value', // 20
  '| a | b |', // 21
  '|---|---|', // 22
  '```', // 23
  '### Empty', // 24
  'Setext', // 25
  '------', // 26
  'see https://example.org: it is there', // 27
  '- final SAR decision, http://a', // 28
].join('\n'));

test('front matter is a document of its own', () => {
  expect([memo.frontMatter, memo.frontMatterLines]).toEqual([{ license: 'mit', tags: ['a'] }, [1, 4]]);
});

test('sections reach to the next heading of their level', () => {
  expect(memo.sections.map(({ level, title, lines }) => [level, title, ...lines])).toEqual([
    [1, 'Gate Memo: AML 2.3', 5, 28], [2, 'Decision', 7, 11], [2, 'Results', 12, 24], [3, 'Empty', 24, 24], [2, 'Setext', 25, 28],
  ]);
  expect(memo.sections.map(({ title, body }) => [title, body.length > 0])).toEqual([['Gate Memo: AML 2.3', true], ['Decision', true], ['Results', true], ['Empty', false], ['Setext', true]]);
});

test('tables have a header and rows with their lines', () => {
  expect(memo.tables).toEqual([{
    heading: 'Results', header: ['Gate metric', 'Result', 'Threshold'], lines: [13, 16],
    rows: [{ cells: ['PII leakage', '0', '0'], line: 15 }, { cells: ['a | b', 'x', ''], line: 16 }],
  }]);
});

test('lines that name a value are fields; addresses and code are not', () => {
  expect(memo.fields).toEqual([
    { heading: 'Decision', name: 'decision', value: 'Limited go to canary', line: 8 },
    { heading: 'Decision', name: 'release_id', value: 'AIREL-1', line: 9 },
    { heading: 'Decision', name: 'Commit SHA', value: '4ffc4f4a', line: 10 },
    { heading: 'Decision', name: '审批人', value: '张三', line: 11 },
  ]);
});

describe('what is not there', () => {
  it.each([
    ['no front matter', '# A', undefined, null], ['an open one', '---\na: 1\n# A', undefined, null],
    ['one that does not parse', '---\na: [\n---\n# A', undefined, [1, 3]], ['an empty one', '---\n---\n# A', null, [1, 2]],
  ] as const)('%s', (_, text, value, lines) => {
    const { frontMatter, frontMatterLines } = markdownDocument(text);

    expect([frontMatter ?? value, frontMatterLines]).toEqual([value, lines]);
  });

  test('a table without rows', () => {
    expect(markdownDocument('| Model Quality | Value |\n|---|---|\n').tables).toMatchObject([{ header: ['Model Quality', 'Value'], rows: [] }]);
  });
});

test('half a million headings, tables and fences are read in time that grows with their number', () => {
  const text = '# A\n| a | b |\n|---|---|\n| 1 | 2 |\n- k: v\n'.repeat(100_000);
  const { sections, tables, fields } = markdownDocument(text);

  expect([sections.length, tables.length, fields.length]).toEqual([100_000, 100_000, 100_000]);
});
