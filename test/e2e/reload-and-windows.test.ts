import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, inHand, makeAssessment, openWindow, sayWho, soon, startServer, type Home, type Served } from './workbench.ts';

const files = 1_500;

describe.skipIf(chromiumPath === undefined)('a page in a browser of the user', () => {
  let browser: Browser;
  let home: Home;
  let served: Served;
  beforeAll(async () => {
    buildWhereStale();
    browser = await launchChromium();
  });
  afterAll(async () => { await browser.close(); });
  beforeEach(async () => {
    home = freshHome();
    served = await startServer(home);
    onTestFinished(async () => { await served.kill(); home.remove(); });
  });

  test('that is loaded again in the middle of an import shows it going on, and its result', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '导入途中');
    const folder = join(home.path, 'evidence');
    mkdirSync(folder);
    for (let file = 0; file < files; file += 1) writeFileSync(join(folder, `f${file}.yaml`), `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${file}}\ndata: {a: "${file}"}\n`);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('choose-folder').click()]);
    await chooser.setFiles(folder);
    await page.waitForFunction(() => sessionStorage.getItem('maturity.job') !== null, undefined, { timeout: 60_000 });
    const token = await page.evaluate(() => sessionStorage.getItem('maturity.token'));

    await page.reload();
    await page.getByTestId('importing').or(page.getByTestId('import-result')).waitFor();
    const during = await page.getByTestId('importing').count();
    await page.getByTestId('import-result').waitFor({ timeout: 60_000 });

    expect([during, await page.getByTestId('import-offered').textContent(), await page.evaluate(() => [sessionStorage.getItem('maturity.token'), sessionStorage.getItem('maturity.job')])]).toEqual([1, files.toLocaleString('en'), [token, null]]);
    expect(page.complaints.list()).toEqual([]);
  });

  test('that is loaded again, and again before it has come, stands at the same requirement', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '写到一半');
    await page.getByTestId('tab-score').click();
    await page.locator('[data-requirement="1.1.1-L2-2"]').click();

    await page.reload();
    await soon(() => inHand(page)).toBe('1.1.1-L2-2');
    await page.reload();
    await page.reload();
    await soon(() => inHand(page)).toBe('1.1.1-L2-2');
    await page.keyboard.press('3');

    await soon(() => page.locator('[data-requirement="1.1.1-L2-2"]').textContent()).toMatch(/L$/);
    expect(page.complaints.list()).toEqual([]);
  });

  test('opens a second window with a key of its own; what one records the other shows, and who is at the keyboard is the same', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '第二个窗口');
    await page.getByTestId('tab-score').click();
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-input').fill('再打开一个窗口');
    const [other] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
    await other.getByTestId('home-screen').waitFor();
    await other.getByTestId('recent').getByText('第二个窗口').first().click();
    await other.getByTestId('score-screen').waitFor();

    await page.keyboard.press('4');
    await soon(() => other.locator('[data-requirement="1.1.1-L1-1"]').textContent()).toMatch(/F$/);
    await other.getByTestId('switch-language').click();
    await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    const tokens = await Promise.all([page, other].map((window) => window.evaluate(() => sessionStorage.getItem('maturity.token'))));

    expect([tokens[0] !== tokens[1], new URL(other.url()).hash, await other.evaluate(() => window.opener as unknown)]).toEqual([true, '', null]);
    expect(page.complaints.list()).toEqual([]);
  });

  test('without a key is told how to start again, in both languages', async () => {
    const page = await (await browser.newContext()).newPage();
    onTestFinished(() => page.context().close());

    await page.goto(`${served.origin}/`);

    await soon(() => page.getByTestId('start-again').textContent()).toMatch(/打开一个新窗口.*opens a new window/);
  });
});
