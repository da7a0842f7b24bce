import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, openWindow, sayWho, startServer, type Home, type Served } from './workbench.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const screens = ['overview', 'score', 'evidence', 'gaps', 'reports'] as const;

/** Rule and first place of every violation, as axe sees the page now. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<AxeResults, readonly string[]>((values) => (window as never as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe.skipIf(chromiumPath === undefined)('accessibility', () => {
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

  test('no screen breaks a rule of WCAG 2.1 A or AA, in zh and light, in en and dark', async () => {
    const page = await openWindow(browser, served);
    const found: Record<string, readonly string[]> = { welcome: await violations(page) };
    await sayWho(page);
    found['home'] = await violations(page);
    await page.getByTestId('open-sample').click();
    for (const look of ['zh-light', 'en-dark']) {
      for (const screen of screens) {
        await page.getByTestId(`tab-${screen}`).click();
        await page.getByTestId(`${screen}-screen`).waitFor();
        found[`${look} ${screen}`] = await violations(page);
      }
      await page.getByTestId('switch-language').click();
      await page.getByTestId('switch-theme').click();
    }

    expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(2 + 2 * screens.length);
  });
});
