import { expect, test } from 'vitest';
import { readRatings } from '../../electron/cli/ratings-csv.ts';

const known = new Set(['2.2.3-L2-1', '2.2.3-L3-1']);
const read = (lines: readonly string[], assessor: string | null = null) => readRatings(lines.join('\n'), known, assessor);

test('rows carry value, confidence in either language and the line they stand on', () => {
  const result = read(['requirement,value,assessor,confidence,rationale', '2.2.3-L2-1,F,李评估,高,"规范 3.2 条, 已核对"', '', '2.2.3-L3-1,,张评估,,']);

  expect(result).toEqual({ ok: true, value: [
    { line: 2, requirement: '2.2.3-L2-1', value: 'F', assessor: '李评估', confidence: 'high', rationale: '规范 3.2 条, 已核对' },
    { line: 4, requirement: '2.2.3-L3-1', value: null, assessor: '张评估', confidence: null, rationale: '' },
  ] });
});

test('a byte order mark, columns in another order and missing trailing cells are read', () => {
  expect(read(['\ufeffValue,Requirement', 'p,2.2.3-L2-1'], 'Ann')).toEqual({ ok: true, value: [{ line: 2, requirement: '2.2.3-L2-1', value: 'P', assessor: 'Ann', confidence: null, rationale: '' }] });
});

test("a row's assessor beats the one of the option", () => {
  const result = read(['requirement,value,assessor', '2.2.3-L2-1,N,Ben'], 'Ann');

  expect(result.ok && result.value[0]?.assessor).toBe('Ben');
});

test.each([
  ['an unknown requirement', '9.9.9-L1-1,F,Ann,,', 'Line 2: there is no requirement “9.9.9-L1-1”.'],
  ['a value outside the scale', '2.2.3-L2-1,G,Ann,,', 'Line 2: the value “G” is not one of'],
  ['no assessor anywhere', '2.2.3-L2-1,F,,,', 'Line 2: no assessor'],
  ['a confidence that is no word of the scale', '2.2.3-L2-1,F,Ann,sure,', 'Line 2: the confidence “sure”'],
  ['NA without a rationale', '2.2.3-L2-1,NA,Ann,high,', 'Line 2: NA needs a rationale.'],
  ['an open quote', '2.2.3-L2-1,F,Ann,high,"open', 'is not valid CSV'],
])('%s is refused with its line', (_what, row, sentence) => {
  const result = read(['requirement,value,assessor,confidence,rationale', row]);

  expect(result.ok ? 'accepted' : result.problem.en).toContain(sentence);
});

test('the same assessor rating a requirement twice is refused, naming both lines', () => {
  const result = read(['requirement,value,assessor', '2.2.3-L2-1,F,Ann', '2.2.3-L2-1,P,Ann']);

  expect(result).toMatchObject({ ok: false, problem: { en: 'Line 3: Ann already rates 2.2.3-L2-1 in line 2; keep one of the two.' } });
});
