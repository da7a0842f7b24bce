import { expect, test } from 'vitest';
import { readWording, wordingDiff, wordingWorkbook } from '#assessments';
import { writeWordingWorkbook } from '../../../electron/export/xlsx/wording-workbook.ts';
import { readWorkbook } from '../../../electron/intake/decode/xlsx/read-workbook.ts';
import { aPack } from '../../builders/packs.ts';

/** Sentences that office programs like to change. */
const pack = aPack({
  subItems: {
    '1.1.1': { requirements: [{ id: '1.1.1-L1-1', level: 1, zh: '=1+1 不是公式', en: '3.10' }, { id: '1.1.1-L2-1', level: 2, zh: '_x0041_ 与 <尖括号> & "引号"', en: '+86, @home; 2024-01-02' }] },
    '1.1.2': { requirements: [{ id: '1.1.2-L5-1', level: 5, mandatory: true, en: 'TRUE' }] },
  },
});

test.each(['zh', 'en', 'both'] as const)('what is drawn (%s) reads back without a difference', async (language) => {
  const { decoded, active } = await readWorkbook(await writeWordingWorkbook(wordingWorkbook(pack), language));
  const wording = readWording(decoded.sheets, pack);

  expect(wording.ok ? wordingDiff(pack, wording.value) : wording.problem).toEqual({ otherBase: false, changes: [], unchanged: 3 });
  expect(active).toBe(false);
});

test('the same pack gives the same bytes', async () => {
  const [first, second] = await Promise.all([writeWordingWorkbook(wordingWorkbook(pack), 'zh'), writeWordingWorkbook(wordingWorkbook(pack), 'zh')]);

  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
