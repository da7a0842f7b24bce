import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { wordingWorkbook, type Bilingual } from '#assessments';
import { writeWordingWorkbook } from '../../electron/export/xlsx/wording-workbook.ts';
import { openPacks } from '../../electron/handlers/packs.ts';
import { readWorkbook } from '../../electron/intake/decode/xlsx/read-workbook.ts';
import { productPath } from '../../electron/shell/product.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, inHand, makeAssessment, openWindow, sayWho, soon, startServer } from './workbench.ts';

const { pack } = openPacks(productPath('assessments/packs')).find('model-delivery')!;
const official: Bilingual = { zh: '标准原文：构建过程留有记录', en: 'Text of the standard: builds leave records' };

/** The pack's workbook with another Chinese and English text for one requirement, as an organisation with a licence fills it in. */
async function filledIn(path: string, requirement: string): Promise<void> {
  const { tables, ...document } = wordingWorkbook(pack);
  const same = (text: string): Bilingual => ({ zh: text, en: text });
  const worded = tables.map((table) => ({ ...table, rows: table.rows.map((row) => (row[0]?.zh === requirement ? row.map((cell, at) => (at === 5 ? same(official.zh) : at === 6 ? same(official.en) : cell)) : row)) }));
  writeFileSync(path, await writeWordingWorkbook({ ...document, tables: worded }, 'zh'));
}

describe.skipIf(chromiumPath === undefined)('licensed wording on screen', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildWhereStale();
    browser = await launchChromium();
  });
  afterAll(async () => { await browser.close(); });

  test('the workbook goes out, the filled-in one is compared and applied, and what was rated before is flagged until it is confirmed', async () => {
    const home = freshHome();
    const served = await startServer(home);
    onTestFinished(async () => { await served.kill(); home.remove(); });
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '信用评分');
    await page.getByTestId('tab-score').click();
    await page.getByTestId('detail').waitFor();
    const requirement = await inHand(page);
    await page.keyboard.press('4');
    await soon(() => inHand(page)).not.toBe(requirement);

    const openDialog = async () => {
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette-input').fill('导入标准原文');
      await page.keyboard.press('Enter');
      await page.getByTestId('wording-dialog').waitFor();
    };
    await openDialog();
    const [exported] = await Promise.all([page.waitForEvent('download'), page.getByTestId('wording-export').click()]);
    const { decoded } = await readWorkbook(readFileSync(await exported.path()));
    expect(decoded.sheets.map(({ name }) => name)).toEqual(['说明', '分级要求', '名称与定义', '等级']);

    const workbook = join(home.path, '填好.xlsx');
    await filledIn(workbook, requirement);
    const choose = async (path: string) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('wording-choose').click()]);
      await chooser.setFiles(path);
    };
    writeFileSync(join(home.path, '不是.xlsx'), 'hello');
    await choose(join(home.path, '不是.xlsx'));
    await soon(() => page.getByTestId('wording-problem').textContent()).toContain('不是可读取的 Excel 工作簿');

    await choose(workbook);
    await page.getByTestId('wording-preview').waitFor();
    expect(await page.getByTestId('wording-changes').locator('> li').count()).toBe(2);
    expect(await page.getByTestId('wording-changes').locator('ins').first().textContent()).not.toBe('');
    await page.getByTestId('wording-edition').fill('正式版');
    await page.getByTestId('wording-apply').click();
    await page.getByTestId('editions').waitFor();
    expect(await page.getByTestId('editions').textContent()).toContain('正式版');
    await page.keyboard.press('Escape');

    const row = page.locator(`[data-requirement="${requirement}"]`);
    await soon(() => row.textContent()).toContain(official.zh);
    await row.click();
    await page.getByTestId('reworded-notice').waitFor();
    expect(await row.getByTestId('reworded-tag').count()).toBe(1);
    await page.getByTestId('reworded-confirm').click();
    await soon(() => page.getByTestId('reworded-notice').count()).toBe(0);

    await openDialog();
    await page.getByTestId('use-edition').click();
    await soon(() => row.textContent()).not.toContain(official.zh);
    expect(page.complaints.list()).toEqual([]);
  });
});
