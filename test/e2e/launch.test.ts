import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { launchPage } from '../../electron/browser/launch.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { buildWhereStale, freshHome, startServer } from './workbench.ts';

describe.skipIf(chromiumPath === undefined)('the launch file', () => {
  test('brings a browser from a file of the user to the logged-in page', async () => {
    buildWhereStale();
    const home = freshHome();
    const served = await startServer(home);
    const browser = await launchChromium();
    onTestFinished(async () => { await browser.close(); await served.kill(); home.remove(); });
    const file = join(home.path, 'launch.html');
    writeFileSync(file, launchPage(served.address));
    const page = await browser.newPage();

    await page.goto(pathToFileURL(file).href);
    await page.getByTestId('welcome').waitFor();

    expect(page.url()).toBe(`${served.origin}/`);
  });
});
