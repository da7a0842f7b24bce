import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePath, safeFileName } from '../../electron/handlers/file-names.ts';
import { temporaryFolder } from '../builders/folders.ts';

test.each([
  [['示例银行', '风控模型 v3.4'], '示例银行 – 风控模型 v3.4'],
  [['a/b\\c:d*e?f"g<h>i|j', ''], 'a_b_c_d_e_f_g_h_i_j'],
  [['../../etc', 'passwd'], '_.._etc – passwd'],
  [['CON'], 'assessment'], [['nul.txt'], 'assessment'], [['COM1'], 'assessment'], [['', ' . '], 'assessment'],
  [['evil\u202egnp', 'a\u0000b\nc'], 'evilgnp – abc'],
  [['尾点...', '  空 格  '], '尾点 – 空 格'],
])('%j becomes a name that every system takes', (parts, name) => {
  expect(safeFileName(parts, 'assessment')).toBe(name);
});

test('long names are cut between characters, so that they fit with what stands beside the file during an import', () => {
  const name = safeFileName(['😀'.repeat(100), '银'.repeat(100)], 'x');

  expect([name, Buffer.byteLength(`${name} (99).maturity.intake-00000000-0000-0000-0000-000000000000`) < 255]).toEqual([`${'😀'.repeat(22)} – ${'银'.repeat(30)}`, true]);
});

test('a taken name gets a number', () => {
  const folder = temporaryFolder();
  for (const name of ['a.maturity', 'a (2).maturity']) writeFileSync(join(folder, name), '');

  expect(freePath(folder, 'a', '.maturity')).toBe(join(folder, 'a (3).maturity'));
});
