import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, makeAssessment, openWindow, sayWho, soon, startServer, type Home, type Served } from './workbench.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const screens = ['overview', 'score', 'evidence', 'findings', 'gaps', 'compare', 'reports', 'catalogue', 'journal'] as const;
const looks = ['zh-light', 'en-dark'] as const;

/** Rule and first place of every violation, as axe sees the page now. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<AxeResults, readonly string[]>((values) => (window as never as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

async function switchLook(page: Page): Promise<void> {
  await page.getByTestId('switch-language').click();
  await page.getByTestId('switch-theme').click();
}

/** Every way to look at the plan but the first. */
async function violationsOfPlan(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [tab, seen] of [['schedule', 'gantt'], ['choices', 'curve-table'], ['suppose', 'suppose-levels'], ['gaps', 'gaps']] as const) {
    await page.getByTestId(`plan-${tab}`).click();
    await page.getByTestId(seen).waitFor();
    found.push(...await violations(page));
  }
  await page.getByTestId('plan-actions').click();
  return found;
}

/** The catalogue as full as it gets: a word looked for, the choices open, and a requirement with its checks beside its level. */
async function openEverythingOfCatalogue(page: Page): Promise<void> {
  await page.getByTestId('catalogue-search').fill('');
  await page.getByTestId('catalogue-search').fill('2.2.3-L3');
  await page.getByTestId('catalogue-hit').first().waitFor();
  await page.locator('[data-testid="catalogue-tree"] [data-node="2.2.3"]').click();
  await page.getByTestId('catalogue-card').first().waitFor();
  await page.getByTestId('catalogue-filters').click();
  await page.getByTestId('choice-checked-yes').click();
  await page.getByTestId('catalogue-hit').first().click();
  await page.getByTestId('catalogue-detail').waitFor();
  await page.getByTestId('catalogue-filters').click();
  await page.getByTestId('catalogue-clear').click();
  await page.getByTestId('catalogue-filters').click();
  await page.locator('[data-testid="catalogue-tree"] [data-node="2.2.3"]').click();
  await page.getByTestId('catalogue-card').first().click();
  await page.getByTestId('catalogue-detail').waitFor();
}

/** Opens a dialog, looks, and leaves it with Esc. */
async function lookInto(page: Page, open: () => Promise<void>, dialog: string): Promise<readonly string[]> {
  await open();
  await page.getByTestId(dialog).waitFor();
  const found = await violations(page);
  await page.keyboard.press('Escape');
  await page.getByTestId(dialog).waitFor({ state: 'detached' });
  return found;
}

/** Makes a file that no longer opens, though much of it is whole. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  for (let at = 4_096 * 3; at < bytes.length; at += 4_096 * 7) bytes.fill(0x5a, at, at + 2_000);
  writeFileSync(path, bytes);
}

describe.skipIf(chromiumPath === undefined)('accessibility', () => {
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

  test('no screen breaks a rule of WCAG 2.1 A or AA, in zh and light, in en and dark', async () => {
    const page = await openWindow(browser, served);
    const found: Record<string, readonly string[]> = { welcome: await violations(page) };
    await sayWho(page);
    found['home'] = await violations(page);
    await page.getByTestId('open-sample').click();
    for (const look of looks) {
      for (const screen of screens) {
        await page.getByTestId(`tab-${screen}`).click();
        await page.getByTestId(`${screen}-screen`).waitFor();
        if (screen === 'overview') {
          await page.getByTestId('tags-pipeline').click();
          await page.getByTestId('tag-table').waitFor();
        }
        if (screen === 'catalogue') await openEverythingOfCatalogue(page);
        if (screen === 'journal') await page.getByTestId('journal-row').first().click();
        if (screen === 'gaps') await page.getByTestId('plan-head').waitFor();
        found[`${look} ${screen}`] = await violations(page);
      }
      for (const screen of ['settings', 'about']) {
        await page.getByTestId(screen).click();
        await page.getByTestId(`${screen}-screen`).waitFor();
        found[`${look} ${screen}`] = await violations(page);
      }
      await switchLook(page);
    }

    expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(2 + 2 * (screens.length + 2));
  });

  test('nor does any way to look at a plan, nor the form of its targets and limits', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await page.getByTestId('open-sample').click();
    await page.getByTestId('tab-gaps').click();
    await page.getByTestId('plan-limits-change').click();
    await page.getByTestId('target-whole').selectOption('2');
    await page.getByTestId('plan-apply').click();
    await soon(() => page.getByTestId('plan-limits').textContent()).toContain('目标 2 级');
    await soon(() => page.getByTestId('plan-computing').count()).toBe(0);
    const found: Record<string, readonly string[]> = {};
    for (const look of looks) {
      await page.getByTestId('plan-limits-change').click();
      found[`${look} form`] = await violations(page);
      await page.getByTestId('plan-limits-change').click();
      found[`${look} plan`] = await violationsOfPlan(page);
      await switchLook(page);
    }

    expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(2 * 2);
  });

  test('no dialog over an assessment breaks one either: details, people, keys, palette, file, purging, why, rules and the next assessment', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    const found: Record<string, readonly string[]> = {};
    await page.getByTestId('open-sample').click();
    for (const look of looks) {
      await page.getByTestId('tab-evidence').click();
      await page.getByTestId('browse-files').click();
      await page.getByTestId('file-details-of').first().click();
      await page.getByTestId('file-details').waitFor();
      found[`${look} file`] = await violations(page);
      for (const [opener, dialog] of [['file-purge', 'purge-dialog'], ['details', 'details-dialog'], ['who', 'identity-dialog'], ['help', 'keys-dialog'], ['open-palette', 'palette']] as const) found[`${look} ${dialog}`] = await lookInto(page, () => page.getByTestId(opener).click(), dialog);
      await page.getByTestId('all-files').click();
      await page.getByTestId('tab-overview').click();
      for (const [opener, dialog, seen] of [['overall-level', 'why-pane', 'why-others'], ['open-rules', 'rules-dialog', 'rules-save']] as const) {
        found[`${look} ${dialog}`] = await lookInto(page, async () => { await page.getByTestId(opener).click(); await page.getByTestId(seen).waitFor(); }, dialog);
      }
      await page.getByTestId('tab-compare').click();
      found[`${look} clone`] = await lookInto(page, () => page.getByTestId('clone').click(), 'clone-dialog');
      await switchLook(page);
    }

    expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(2 * 9);
  });

  test('nor does home with a file that does not open, nor its repair, nor a new assessment', async () => {
    const page = await openWindow(browser, served);
    await sayWho(page);
    await makeAssessment(page, '示例银行', '修复');
    await page.getByTestId('home').click();
    await page.getByTestId('home-screen').waitFor();
    damage(join(home.assessments, readdirSync(home.assessments).find((name) => name.endsWith('.maturity')) ?? ''));
    const found: Record<string, readonly string[]> = {};
    for (const look of looks) {
      found[`${look} repair`] = await lookInto(page, async () => {
        await page.getByTestId(look === 'zh-light' ? 'recent-card' : 'repair').click();
        await page.getByTestId('repair-kept').waitFor();
      }, 'repair-dialog');
      await page.getByTestId('repair').waitFor();
      found[`${look} home`] = await violations(page);
      found[`${look} new`] = await lookInto(page, () => page.getByTestId('new-assessment').click(), 'new-dialog');
      await switchLook(page);
    }

    expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(2 * 3);
  });
});

describe.skipIf(chromiumPath === undefined)('the keyboard alone', () => {
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

  /** Goes on with Tab until the focus is on what is wanted; fails where it cannot be reached. */
  async function tabTo(page: Page, testId: string): Promise<void> {
    for (let step = 0; step < 200; step += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.getAttribute('data-testid') === wanted, testId)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${testId}`);
  }

  async function press(page: Page, testId: string): Promise<void> {
    await tabTo(page, testId);
    await page.keyboard.press('Enter');
  }

  test('undoes from the journal, asks why and supposes, looks something up in the catalogue, changes settings, drills a backup, purges a file and repairs a damaged one', async () => {
    const page = await openWindow(browser, served);
    await tabTo(page, 'identity-name');
    await page.keyboard.type('李明');
    await press(page, 'identity-save');
    await page.getByTestId('home-screen').waitFor();
    await press(page, 'open-sample');
    await page.getByTestId('score-screen').waitFor();
    await page.keyboard.press('1');
    await soon(() => page.getByTestId('announcer').textContent()).toMatch(/已保存/);

    await page.keyboard.press('Control+j');
    await page.getByTestId('journal-row').first().waitFor();
    await tabTo(page, 'journal-row');
    await press(page, 'journal-undo');
    await soon(() => page.getByTestId('journal-kept').textContent()).toMatch(/已经撤销/);
    await page.keyboard.press('Control+Shift+z');
    await soon(() => page.getByTestId('journal-undo').count()).toBe(1);

    await page.keyboard.press('Control+b');
    await page.getByTestId('catalogue-screen').waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('2.2.3-L3');
    await tabTo(page, 'catalogue-hit');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => page.getByTestId('catalogue-current').textContent()).toMatch(/^2\.2\.3-L3/);
    await press(page, 'catalogue-language');
    await soon(() => page.getByTestId('catalogue-text').getAttribute('lang')).toBe('en');
    await page.keyboard.press('Escape');
    await soon(() => page.getByTestId('catalogue-detail').count()).toBe(0);
    await page.keyboard.press('Enter');
    await press(page, 'catalogue-rate');
    await soon(() => page.getByTestId('current-requirement').textContent()).toMatch(/^2\.2\.3-L3/);
    await press(page, 'open-in-catalogue');
    await page.getByTestId('catalogue-levels').waitFor();

    await press(page, 'tab-overview');
    await press(page, 'overall-level');
    await page.getByTestId('why-others').waitFor();
    await press(page, 'why-lift-suppose');
    await page.getByTestId('suppose-levels').waitFor();
    await tabTo(page, 'suppose-name');
    await page.keyboard.type('最短路径');
    await press(page, 'suppose-save');
    await soon(() => page.getByTestId('scenarios').textContent()).toContain('最短路径');

    await page.keyboard.press('Control+,');
    await page.getByTestId('settings-screen').waitFor();
    await press(page, 'every-60');
    await press(page, 'backup-now');
    await page.getByTestId('backup-drill').first().waitFor();
    await press(page, 'backup-drill');
    await soon(() => page.getByTestId('backup-result').textContent()).toMatch(/可以恢复/);

    await press(page, 'tab-evidence');
    await page.getByTestId('file-details-of').first().waitFor();
    await press(page, 'file-details-of');
    await press(page, 'file-purge');
    await tabTo(page, 'purge-reason');
    await page.keyboard.type('含有个人信息');
    await tabTo(page, 'purge-word');
    await page.keyboard.type('清除');
    await press(page, 'purge-do');
    await soon(() => page.getByTestId('toast').textContent()).toMatch(/已彻底清除 1 个文件/);
    await soon(() => page.getByTestId('file-details').textContent()).toMatch(/内容已彻底清除/);

    await press(page, 'home');
    await page.getByTestId('home-screen').waitFor();
    damage(join(home.assessments, readdirSync(home.assessments).find((name) => name.endsWith('.maturity')) ?? ''));
    await press(page, 'recent-card');
    await page.getByTestId('repair-kept').waitFor();
    await press(page, (await page.getByTestId('repair-repair').count()) > 0 ? 'repair-repair' : 'repair-restore');
    await page.getByTestId('repair-done').waitFor();
    await press(page, 'repair-open');
    await page.getByTestId('score-screen').waitFor();
    const settings = JSON.parse(readFileSync(join(home.path, 'user/preferences.json'), 'utf8')) as { readonly settings: { readonly backupMinutes: number } };

    expect([settings.settings.backupMinutes, page.complaints.list()]).toEqual([60, []]);
  });
});
