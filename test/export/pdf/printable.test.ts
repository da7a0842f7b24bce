import { expect, test } from 'vitest';
import { en } from '../../../assessments/reports/text/en.ts';
import { zh } from '../../../assessments/reports/text/zh.ts';
import { printable } from '../../../electron/export/pdf/printable.ts';
import { typeface } from '../../../electron/export/pdf/typeface.ts';

const { has } = typeface('regular');

test.each([
  ['完成 😀', '完成 [U+1F600]'],
  ['⅓ ☐ ☑ ▸', '[U+2153] [U+2610] [U+2611] [U+25B8]'],
  ['שלום', '[U+05E9][U+05DC][U+05D5][U+05DD]'],
  ['a\u202Eexe.fdp', 'a[U+202E]exe.fdp'],
  ['a\u0000b\u001Bc', 'a[U+0000]b[U+001B]c'],
  ['漢\uFE00字', '漢字'],
  ['\uD800x', '[U+FFFD]x'],
  ['一\r\n二\t三', '一\n二  三'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text, (code) => (code === 0xfffd ? false : has(code)))).toBe(printed);
});

test('both weights of the font have every sign the reports say themselves', () => {
  const signs = new Set([...Object.values(zh), ...Object.values(en), '−–·→0123456789'].join(''));

  for (const face of ['regular', 'bold'] as const) expect([...signs].filter((sign) => !typeface(face).has(sign.codePointAt(0)!))).toEqual([]);
});
