import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHostileEvidence } from './hostile-evidence.ts';
import { payloads } from './texts.ts';
import { everyRequirement, lookout, tour } from './tour.ts';
import { chromiumPath, launchChromium } from '../../e2e/chromium.ts';
import { buildWhereStale, freshHome, openWindow, soon, startServer, type Home, type Served } from '../../e2e/workbench.ts';

const long = 900_000;
/** One line each, so that no payload ends another; fields of one line take what they can of it. */
const typed = payloads.filter((text) => text.length < 1_000).map((text) => text.replaceAll('\n', ' ')).join('\n');
const line = (from: number): string => payloads.slice(from, from + 6).join(' ').replaceAll('\n', ' ').replaceAll('\u0000', '').slice(0, 190);

/** The first requirement whose suggestion can be rejected, chosen. */
async function chooseSuggested(page: Page): Promise<string> {
  for (let tries = 0; tries < 12; tries += 1) {
    for await (const id of everyRequirement(page)) if (await page.getByTestId('reject').count() > 0) return id;
  }
  throw new Error('the evidence suggests nothing');
}

/** Types payloads wherever a person may type: a rationale, a note and who said it, a link, a reason to reject. */
async function typeEverywhere(page: Page): Promise<void> {
  await page.getByTestId('tab-of-notes').click();
  await page.getByTestId('add-note').click();
  await page.getByTestId('note-said-by').fill(line(70));
  await page.getByTestId('note').fill(typed);
  await page.getByTestId('note').press('Enter');
  await page.locator('.entry-text').first().waitFor();
  await page.getByTestId('tab-of-evidence').click();
  await page.getByTestId('add-link').click();
  await page.getByTestId('link-file').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByTestId('link-save').locator('xpath=../..').locator('input.field').fill(line(20));
  await page.getByTestId('link-save').click();
  await page.locator('#tab-body .entry-text').first().waitFor();
  await page.getByTestId('reject').click();
  await page.getByTestId('reject-reason').fill(typed);
  await page.getByTestId('reject-reason').press('Enter');
  await page.getByTestId('reject-reason').waitFor({ state: 'detached' });
  await page.getByTestId('rate-L').click();
  await page.getByTestId('rationale').fill(typed);
  await page.getByTestId('rationale').blur();
  await page.getByTestId('tab-of-history').click();
  await page.locator('#tab-body li').nth(3).waitFor();
}

/**
 * Takes hostile evidence through every view of the product. Thoroughly: to the end of long lists, and again in the other
 * language and colours.
 */
export function describeTour({ thorough, wanted = true }: { readonly thorough: boolean; readonly wanted?: boolean }): void {
  describe.skipIf(chromiumPath === undefined || !wanted)('hostile evidence in every view', () => {
    let browser: Browser;
    let home: Home;
    let served: Served;
    beforeAll(async () => {
      buildWhereStale();
      browser = await launchChromium();
      home = freshHome();
      served = await startServer(home);
    });
    afterAll(async () => {
      await browser.close();
      await served.kill();
      home.remove();
    });

    test('more than a hundred payloads run nothing, fetch nothing, hide nothing and break no layout', { timeout: long }, async () => {
      expect(payloads.length).toBeGreaterThanOrEqual(120);
      const folder = join(home.path, 'evidence <img src=x onerror=window.__pwned=1>');
      const files = writeHostileEvidence(folder);
      const page = await openWindow(browser, served);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
      const { look, found, stops } = lookout(page);

      await page.getByTestId('identity-name').fill(line(0).slice(0, 80));
      await page.getByTestId('identity-role').fill(line(6).slice(0, 80));
      await page.getByTestId('identity-save').click();
      await page.getByTestId('home-screen').waitFor();
      await page.getByTestId('new-assessment').click();
      await page.getByTestId('organisation').fill(line(78));
      await page.getByTestId('project').fill(line(84));
      await page.getByTestId('create').click();
      await page.getByTestId('evidence-screen').waitFor();
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('choose-folder').click()]);
      await chooser.setFiles(folder);
      await page.getByTestId('import-result').waitFor({ timeout: 120_000 });
      await look('import');
      expect(await page.getByTestId('import-offered').textContent()).toBe(String(files));
      // Five ways to hide a sign in a word, as the name of a file and of a folder: searching finds them all.
      await page.getByTestId('file-search').fill('payload');
      await soon(() => page.getByTestId('file-row').count()).toBe(10);
      await page.getByTestId('import-score').click();
      await page.getByTestId('score-screen').waitFor();

      const requirement = await chooseSuggested(page);
      await typeEverywhere(page);
      await tour(page, look, requirement, thorough ? 3 : 1);
      await page.getByTestId('switch-language').click();
      await page.getByTestId('switch-theme').click();
      if (thorough) await tour(page, look, requirement, 1);
      await page.getByTestId('home').click();
      await page.getByTestId('recent').waitFor();
      await look('home');

      expect([...new Set(found())]).toEqual([]);
      expect([dialogs, page.complaints.list()]).toEqual([[], []]);
      expect(stops().length).toBeGreaterThan(thorough ? 150 : 45);
    });
  });
}
