import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { delimitedRows, delimiterOf } from '../../assessments/evidence/delimited-rows.ts';

it.each([
  ['quotes, with delimiters, quotes and breaks inside', '"a,b","c""d","e\r\nf"\n1,2,3', [{ values: ['a,b', 'c"d', 'e\r\nf'], lines: [1, 2] }, { values: ['1', '2', '3'], lines: [3, 3] }]],
  ['quotes inside plain values', 'a"b,c" d\n', [{ values: ['a"b', 'c" d'], lines: [1, 1] }]],
  ['what follows a closing quote', '"a"b,c', [{ values: ['ab', 'c'], lines: [1, 1] }]],
  ['an open quote ends with the text', 'a,"b\nc,d', [{ values: ['a', 'b\nc,d'], lines: [1, 2] }]],
  ['blank lines are passed over and counted', '\n\na,b\n\n1,\n', [{ values: ['a', 'b'], lines: [3, 3] }, { values: ['1', ''], lines: [5, 5] }]],
  ['a missing value is short, not padded', 'a,b\n1\n', [{ values: ['a', 'b'], lines: [1, 1] }, { values: ['1'], lines: [2, 2] }]],
] as const)('%s', (_, text, rows) => {
  expect(delimitedRows(text, ',')).toEqual(rows);
});

test('no more records than asked for', () => {
  expect(delimitedRows('a,b\n'.repeat(10), ',', 2)).toHaveLength(2);
});

test('the sign that divides most, or none', () => {
  expect([delimiterOf('a;b,c;d\n1,1,1,1,1'), delimiterOf('a b\nc,d')]).toEqual([';', null]);
});

test('what is written by the rules is read back, whatever it holds', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '漂') });
  fc.assert(fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');

    expect(delimitedRows(text, ',').map(({ values }) => values)).toEqual(rows);
  }), { seed: 7, numRuns: 500 });
});

test('any text is read to its end, in time that grows with it', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }), (text) => {
    const rows = delimitedRows(text, ',');

    expect(rows.every(({ lines: [first, last] }, index) => first <= last && (index === 0 || first > (rows[index - 1]?.lines[1] ?? 0)))).toBe(true);
  }), { seed: 7, numRuns: 500 });
  expect(delimitedRows(`"${'""'.repeat(2_000_000)}`, ',')).toHaveLength(1);
});
