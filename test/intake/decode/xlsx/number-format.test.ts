import { expect, test } from 'vitest';
import { builtInKind, durationOf, kindOfCode, momentOf } from '../../../../electron/intake/decode/xlsx/number-format.ts';

test('serial numbers are days since 1900 with its 29th of February, or since 1904', () => {
  const serials = [0, 0.25, 1, 59, 60, 61, 45_658, 45_658.75, 2_958_465, 45_658.999_999_9];

  expect([serials.map((serial) => momentOf(serial, false)), [1, 44_196].map((serial) => momentOf(serial, true))]).toEqual([
    ['00:00:00', '06:00:00', '1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '2025-01-01', '2025-01-01T18:00:00', '9999-12-31', '2025-01-02'],
    ['1904-01-02', '2025-01-01'],
  ]);
});

test('a number that is no day and no length of time is left alone', () => {
  expect([[-1, 2_958_466, Number.NaN, Infinity].map((serial) => momentOf(serial, false)), [-1, Number.NaN].map(durationOf), durationOf(2.5)]).toEqual([[null, null, null, null], [null, null], '60:00:00']);
});

test('format codes tell moments and lengths of time from numbers', () => {
  const codes = ['General', '0.00', '0.00E+00', '#,##0 "days"', '[Red]0', '0\\d', '"h"0', 'yyyy-mm-dd', 'm/d/yy h:mm', 'yyyy"年"m"月"d"日"', '[$-409]mmmm d', 'h:mm AM/PM', '[h]:mm:ss', '[ss]', '0;yyyy', '"unclosed yyyy', '_d0', ''];

  expect(codes.filter((code) => kindOfCode(code) !== 'number').map((code) => [code, kindOfCode(code)])).toEqual([
    ['yyyy-mm-dd', 'moment'], ['m/d/yy h:mm', 'moment'], ['yyyy"年"m"月"d"日"', 'moment'], ['[$-409]mmmm d', 'moment'], ['h:mm AM/PM', 'moment'], ['[h]:mm:ss', 'duration'], ['[ss]', 'duration'],
  ]);
});

test('formats without a code are known by their number', () => {
  expect(Array.from({ length: 60 }, (_, id) => id).filter((id) => builtInKind(id) !== 'number')).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
});
