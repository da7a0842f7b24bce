import { expect, test } from 'vitest';
import { longestCell, toCell } from '../../../electron/export/xlsx/to-cell.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＋1', '－1', '＠x', ' =1', '"=1', "'=1"])('%j stays the text it is', (text) => {
  expect(toCell(text)).toBe(text);
});

test.each([
  ['a line end of any kind becomes one', '\r=1\r\nx', '\n=1\nx'],
  ['an object becomes text, never a formula', { formula: '1+1', result: 2 }, '{"formula":"1+1","result":2}'],
  ['nor a link', { text: 'x', hyperlink: 'file:////host/share' }, '{"text":"x","hyperlink":"file:////host/share"}'],
  ['nothing is nothing', null, ''],
  ['a number is its digits', 3, '3'],
  ['control signs are replaced', 'a\u0000\u0008\u001Fb', 'a\uFFFD\uFFFD\uFFFDb'],
  ['so are the two signs XML forbids', 'a\uFFFE\uFFFFb', 'a\uFFFD\uFFFDb'],
  ['and halves of a pair', 'a\uD83Db', 'a\uFFFDb'],
  ['an escape that was written stays written', '_x0041_', '_x005F_x0041_'],
])('%s', (_, value, text) => {
  expect(toCell(value)).toBe(text);
});

test('a text longer than a cell is cut, and the cut is told', () => {
  const cut = toCell('字'.repeat(longestCell + 1), (length) => `…共 ${length} 字`);

  expect({ length: cut.length, end: cut.slice(-12) }).toEqual({ length: longestCell, end: `字字…共 ${longestCell + 1} 字` });
  expect(toCell('字'.repeat(longestCell)).length).toBe(longestCell);
});
