import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, evidenceFolder, freshHome, importFolder, inHand, makeAssessment, openWindow, sayWho, soon, startServer, type Home, type Served } from './workbench.ts';

describe.skipIf(chromiumPath === undefined)('the main job in a real browser', () => {
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

  test('from a delivery repository to a level that says why, and a report', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '风控模型 v3.4');

    await importFolder(page, evidenceFolder);
    const [offered, taken, duplicates, refused] = await Promise.all(['offered', 'taken', 'duplicates', 'refused'].map(async (what) => Number(await page.getByTestId(`import-${what}`).textContent())));
    expect([offered, (taken ?? 0) + (duplicates ?? 0) + (refused ?? 0)]).toEqual([15, 15]);

    await page.getByTestId('import-score').click();
    await page.getByTestId('list-search').fill('2.2.2');
    await page.locator('[data-requirement="2.2.2-L2-2"]').click();
    await soon(() => page.getByTestId('suggestion').textContent()).toMatch(/deliver\.yaml/);
    await page.getByTestId('suggestion').getByTestId('place').first().click();
    await soon(() => page.getByTestId('source').textContent()).toContain('kubectl apply');
    await page.keyboard.press('Escape');

    await page.locator('[data-requirement="2.2.2-L1-1"]').click();
    for (const [key, next] of [['4', '2.2.2-L2-1'], ['4', '2.2.2-L2-2'], ['a', '2.2.2-L2-3'], ['2', '2.2.2-L3-1']] as const) {
      await page.keyboard.press(key);
      await soon(() => inHand(page)).toBe(next);
    }
    await page.keyboard.press('Control+z');
    await soon(() => page.locator('[data-requirement="2.2.2-L2-3"]').textContent()).not.toMatch(/P.*P/);
    await page.keyboard.press('Control+Shift+z');

    await page.getByTestId('tab-overview').click();
    await soon(() => page.getByTestId('overall-level').textContent()).toBe('0');
    expect(await page.getByTestId('why').textContent()).toMatch(/差 \d+ 条/);

    await page.getByTestId('overall-level').click();
    await page.getByTestId('why-others').waitFor();
    expect(await page.getByTestId('why-blocking').locator('li').count()).toBeGreaterThan(0);
    await page.getByTestId('why-lift-suppose').click();
    const supposed = page.getByTestId('suppose-levels').locator('tr.moved').first();
    await supposed.waitFor();
    await page.getByTestId('suppose-name').fill('最短路径');
    await page.getByTestId('suppose-save').click();
    await soon(() => page.getByTestId('scenarios').textContent()).toContain('最短路径');

    await page.getByTestId('plan-actions').click();
    await page.getByTestId('action-owner').first().fill('王芳');
    await page.keyboard.press('Enter');
    await page.getByTestId('lock-never').first().click();
    await soon(() => page.getByTestId('plan-limits').textContent()).toContain('排除 1');
    await soon(() => page.getByTestId('plan-computing').count()).toBe(0);
    expect(await page.getByTestId('plan-proof').textContent()).toMatch(/最优|最好/);

    await page.getByTestId('tab-compare').click();
    await page.getByTestId('milestone-name').fill('初评');
    await page.getByTestId('milestone-make').click();
    await page.getByTestId('milestones').waitFor();

    await page.getByTestId('tab-reports').click();
    await page.getByTestId('report-since').selectOption({ label: '初评' });
    await page.getByTestId('make-report').click();
    const starts: (readonly [string, string])[] = [];
    for (const format of ['pdf', 'xlsx']) {
      await page.getByTestId(`save-${format}`).waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`save-${format}`).click()]);
      starts.push([download.suggestedFilename(), readFileSync(await download.path()).subarray(0, 4).toString('latin1')]);
    }
    expect(starts).toEqual([['示例银行 – 风控模型 v3.4.pdf', '%PDF'], ['示例银行 – 风控模型 v3.4.xlsx', 'PK\u0003\u0004']]);
    expect(page.complaints.list()).toEqual([]);
  });

  test('the sample shows everything, in both languages, light and dark, on every screen', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await page.getByTestId('open-sample').click();
    await page.getByTestId('score-screen').waitFor();

    for (const language of ['zh', 'en']) {
      for (const screen of ['overview', 'evidence', 'findings', 'gaps', 'compare', 'reports', 'score']) {
        await page.getByTestId(`tab-${screen}`).click();
        await page.getByTestId(`${screen}-screen`).waitFor();
      }
      await soon(() => page.getByTestId('list-search').getAttribute('placeholder')).toMatch(language === 'zh' ? /\p{Script=Han}/u : /^[^\p{Script=Han}]+$/u);
      await page.getByTestId('switch-language').click();
      await page.getByTestId('switch-theme').click();
    }

    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toMatch(/^(light|dark)$/);
    expect(page.complaints.list()).toEqual([]);
  });

  test('a reload comes back to the same assessment without another launch code', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '重载');
    await page.getByTestId('tab-score').click();
    await page.keyboard.press('4');
    await soon(() => inHand(page)).toBe('1.1.1-L2-1');

    await page.reload();
    await page.getByTestId('details').waitFor();

    expect([await page.getByTestId('details').textContent(), new URL(page.url()).hash]).toEqual([expect.stringContaining('重载'), '']);
    expect(page.complaints.list()).toEqual([]);
  });

  test('a rating is on the disk before the highlight moves: it is there after kill -9', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '断电');
    await page.getByTestId('tab-score').click();
    await page.keyboard.press('4');
    await soon(() => inHand(page)).toBe('1.1.1-L2-1');
    await page.keyboard.press('3');
    await soon(() => inHand(page)).toBe('1.1.1-L2-2');

    await served.kill();
    await page.context().close();
    const file = readdirSync(home.assessments).find((name) => name.endsWith('.maturity')) ?? '';
    served = await startServer(home, join(home.assessments, file));
    const again = await openWindow(browser, served);
    await again.getByTestId('score-screen').waitFor();

    const shown = async (requirement: string) => await again.locator(`[data-requirement="${requirement}"]`).textContent();
    expect([await shown('1.1.1-L1-1'), await shown('1.1.1-L2-1')]).toEqual([expect.stringMatching(/F$/), expect.stringMatching(/L$/)]);
    expect(again.complaints.list()).toEqual([]);
  });

  test('hostile names and texts in evidence are shown as text', async () => {
    const page = await openWindow(browser, served);
    await page.evaluate(() => { Object.assign(window, { pwned: false }); });
    await sayWho(page);
    await makeAssessment(page, '<img src=x onerror="window.pwned=true">', '"><script>window.pwned=true</script>');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('choose-files').click()]);
    const payload = '<img src=x onerror="window.pwned=true"><svg/onload=window.pwned=true>';
    await chooser.setFiles([
      { name: `a${'<img src=x onerror=pwned=1>'.replaceAll('/', '')}.yaml`, mimeType: 'text/plain', buffer: Buffer.from(`apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: '${payload}'}\nspec: {strategy: {canary: {steps: [{setWeight: 5}, {pause: {}}]}}, template: {spec: {containers: [{name: a, image: '${payload}'}]}}}\n`) },
      { name: 'javascript:alert(1).html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script>window.pwned=true</script>') },
      { name: 'evil\u202egnp.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=true"><image href="https://evil.test/x"/></svg>') },
    ]);
    await page.getByTestId('import-result').waitFor();
    for (const screen of ['evidence', 'score', 'overview', 'gaps']) {
      await page.getByTestId(`tab-${screen}`).click();
      await page.getByTestId(`${screen}-screen`).waitFor();
    }
    await page.getByTestId('tab-score').click();
    await page.getByTestId('rows').press('g');
    await page.getByTestId('palette-input').fill('2.2.3-L2-2');
    await page.keyboard.press('Enter');
    await page.locator('[data-requirement="2.2.3-L2-2"]').click();
    await page.getByTestId('suggestion').getByTestId('place').first().click();
    await soon(() => page.getByTestId('source').textContent()).toContain('onerror=');

    expect([await page.evaluate(() => (window as never as { pwned: boolean }).pwned), page.complaints.list()]).toEqual([false, []]);
  });

  test('the program ends by itself once the window is closed', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '关闭');

    await page.context().close();
    const code = await served.exited;

    expect([code, readdirSync(home.assessments), readdirSync(join(home.path, 'user/runs'))]).toEqual([0, ['示例银行 – 关闭.maturity'], []]);
  });
});
