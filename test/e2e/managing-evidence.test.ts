import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, evidenceFolder, freshHome, importFolder, makeAssessment, openWindow, sayWho, startServer } from './workbench.ts';

function aFolder(path: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

/** A real browser on a busy machine takes its time. */
const seen = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });
const countOf = (page: Page, testId: string) => page.getByTestId(testId).count();

describe.skipIf(chromiumPath === undefined)('managing evidence', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildWhereStale();
    browser = await launchChromium();
  });
  afterAll(async () => { await browser.close(); });

  test('what came back is matched and linked, found by its words, dragged onto a requirement; suggestions are accepted together', async () => {
    const home = freshHome();
    const served = await startServer(home);
    onTestFinished(async () => { await served.kill(); home.remove(); });
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '信用评分');
    await importFolder(page, aFolder(join(home.path, '交回'), { 'MD-223-L2-1 模型更新规范.txt': '灰度放量的规定\n', '合影.txt': '联系 13800138001\n' }));
    await seen(() => countOf(page, 'file-row')).toBe(2);
    await seen(() => countOf(page, 'file-personal')).toBe(1);

    await page.getByTestId('file-row').filter({ hasText: '合影' }).getByTestId('file-link').click();
    await page.getByTestId('linking-search').fill('2.2.3-L1-1');
    await page.getByTestId('stance-against').click();
    await page.getByTestId('file-row').filter({ hasText: '合影' }).dragTo(page.getByTestId('linking-target').first());
    await seen(() => page.getByTestId('linking-target').first().textContent()).toContain('已关联');
    await page.getByTestId('linking-close').click();

    await page.getByTestId('browse-search').click();
    await page.getByTestId('text-query').fill('灰度');
    await page.keyboard.press('Enter');
    await page.getByTestId('text-hit').first().click();
    await seen(() => page.locator('.source-lines .cited').first().textContent()).toContain('灰度放量');
    await page.keyboard.press('Escape');

    await page.getByTestId('browse-requests').click();
    await page.getByTestId('requests-intake').click();
    await page.keyboard.press('Enter');
    await seen(() => page.getByTestId('requests-matches').textContent()).toContain('MD-223-L2-1');
    await page.getByTestId('requests-link').click();
    await seen(() => page.getByTestId('requests-matches').textContent()).toContain('已关联');

    await page.getByTestId('close-import').click();
    await importFolder(page, evidenceFolder);
    await page.getByTestId('tab-score').click();
    await page.getByTestId('change-show').or(page.getByTestId('filter-suggested')).first().waitFor();
    await page.locator('[data-testid="rows"]').waitFor();
    await page.getByTestId('list-search').fill('2.2');
    await page.getByTestId('filter-suggested').click();
    await page.getByTestId('bulk-accept').click();
    const [, accepted = ''] = /(\d+)/.exec(await page.getByTestId('bulk-do').textContent() ?? '') ?? [];
    await page.getByTestId('bulk-do').click();
    await seen(() => page.locator('.toast').textContent()).toContain(`已采纳 ${accepted} 条建议`);

    expect([Number(accepted) > 0, page.complaints.list()]).toEqual([true, []]);
  });
});
