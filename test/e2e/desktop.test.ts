import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasDisplay } from '../../electron/browser/find-browser.ts';
import { findElectron } from '../../electron/desktop/find-binary.ts';
import * as double from '../desktop/electron-double/electron.ts';
import { chromiumPath } from './chromium.ts';
import { buildWhereStale, freshHome, soon } from './workbench.ts';

vi.mock('electron', () => import('../desktop/electron-double/electron.ts'));

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The short way through the application: who am I, the sample, its score and its reasons. */
async function walk(page: Page): Promise<void> {
  await page.getByTestId('identity-name').fill('李明');
  await page.getByTestId('identity-save').click();
  await page.getByTestId('open-sample').click();
  await page.getByTestId('score-screen').waitFor();
  await page.keyboard.press('4');
  await soon(() => page.getByTestId('current-requirement').textContent()).toBe('2.2.2-L2-1');
  await page.getByTestId('tab-overview').click();
  await soon(() => page.getByTestId('overall-level').textContent()).toMatch(/^\d$/);
}

describe.skipIf(chromiumPath === undefined)('the application in the desktop shell, over the double', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-desktop-'));
  beforeAll(async () => {
    buildWhereStale();
    vi.stubEnv('CHROMIUM', chromiumPath ?? '');
    vi.stubEnv('MATURITY_USER_FOLDER', join(folder, 'user'));
    vi.stubEnv('MATURITY_ASSESSMENTS_FOLDER', join(folder, 'assessments'));
    await import('../../electron/desktop/main.ts');
    await vi.waitFor(() => { expect(double.seen.windows.length).toBe(1); }, 20_000);
  });
  afterAll(async () => {
    await double.endChromium();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens the sample, rates and shows the level without a violation of the policy', async () => {
    const page = await double.seen.windows[0]!.page;
    const complaints: string[] = [];
    page.on('pageerror', (error) => { complaints.push(error.message); });
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.getByTestId('welcome').waitFor();

    await walk(page);

    expect(complaints).toEqual([]);
  });
});

const binary = findElectron(join(project, 'node_modules/electron'));

describe.skipIf(binary === undefined || !hasDisplay())('the application in Electron itself', () => {
  test('opens the sample in a sandboxed window that cannot leave its page', async () => {
    buildWhereStale();
    const home = freshHome();
    const app = await _electron.launch({ executablePath: binary ?? '', args: [join(project, 'electron/desktop/main.ts'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], env: { ...process.env as Record<string, string>, ...home.environment } });
    try {
      const page = await app.firstWindow();
      await page.getByTestId('welcome').waitFor();
      await walk(page);
      const world = await page.evaluate(() => ({ keys: Object.keys((window as never as { api: object }).api).sort(), node: 'require' in window || 'process' in window, popup: window.open('https://evil.test/') === null }));
      expect([world, page.url().startsWith('app://workbench/')]).toEqual([{ keys: ['call', 'chooseAssessment', 'chooseEvidence', 'deliver', 'onTold', 'openWindow', 'takeDropped'], node: false, popup: true }, true]);
    } finally {
      await app.close();
      home.remove();
    }
  });
});
