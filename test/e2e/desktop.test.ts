import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasDisplay } from '../../electron/browser/find-browser.ts';
import { findElectron } from '../../electron/desktop/find-binary.ts';
import * as double from '../desktop/electron-double/electron.ts';
import { elsewhere, permissions } from '../desktop/hostile.ts';
import { chromiumPath } from './chromium.ts';
import { buildWhereStale, freshHome, soon, type Home } from './workbench.ts';

vi.mock('electron', () => import('../desktop/electron-double/electron.ts'));

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The short way through the application: who am I, the sample, its score and its reasons. */
async function walk(page: Page): Promise<void> {
  await page.getByTestId('identity-name').fill('李明');
  await page.getByTestId('identity-save').click();
  await page.getByTestId('open-sample').click();
  await page.getByTestId('score-screen').waitFor();
  await page.keyboard.press('4');
  await soon(() => page.getByTestId('current-requirement').textContent()).toBe('1.1.1-L2-1');
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

  test('the native menus lead to the screens, find, print and close; what makes no sense cannot be chosen', async () => {
    const page = await double.seen.windows[0]!.page;
    const may = (id: string): boolean | undefined => double.menuItems().find((item) => item.id === id)?.enabled;
    for (const [id, screen] of [['journal', 'journal-screen'], ['report', 'reports-screen'], ['settings', 'settings-screen'], ['about', 'about-screen']] as const) {
      double.chooseMenu(id);
      await page.getByTestId(screen).waitFor();
    }
    await page.evaluate(() => { window.print = () => { document.title = 'printed'; }; });
    double.chooseMenu('print');
    await soon(() => page.title()).toBe('printed');
    await page.getByTestId('tab-score').click();
    double.chooseMenu('undo');
    await soon(() => may('redo')).toBe(true);
    const undone = [may('undo'), may('import-folder')];
    double.chooseMenu('close');
    await page.getByTestId('home-screen').waitFor();

    expect([undone, ['save-copy', 'report', 'import-files', 'undo', 'close', 'find'].map(may), may('new')]).toEqual([[process.platform === 'darwin', true], Array(6).fill(false), true]);
  });

  test('undo from the menu belongs to the text field that has the focus', async () => {
    const page = await double.seen.windows[0]!.page;
    double.chooseMenu('new');
    await page.getByTestId('organisation').fill('示例银行');
    await page.getByTestId('organisation').press('End');
    await page.keyboard.type('总行');
    double.seen.windows[0]!.webContents.send('told', { kind: 'menu', command: 'undo' });

    await soon(() => page.getByTestId('organisation').inputValue()).not.toBe('示例银行总行');
    await page.keyboard.press('Escape');
  });

  test('a second window opens another assessment beside the first, and both follow the language', async () => {
    const page = await double.seen.windows[0]!.page;
    await page.getByTestId('home-screen').waitFor();
    await page.getByTestId('open-sample').click();
    await page.getByTestId('score-screen').waitFor();
    double.chooseMenu('new-window');
    await soon(() => double.seen.windows.length).toBe(2);
    const second = await double.seen.windows[1]!.page;
    await second.getByTestId('home-screen').waitFor();
    await second.getByTestId('open-sample').click();
    await second.getByTestId('score-screen').waitFor();
    const titles = double.seen.windows.map(({ title }) => title);
    await second.evaluate(() => (window as never as { api: { call(method: string, input: object): Promise<unknown> } }).api.call('setSettings', { language: 'en' }));

    await soon(() => page.locator('html').getAttribute('lang')).toBe('en');
    expect([titles.every((title) => title.endsWith('MLOps 成熟度评估工作台') && title.length > 20), double.seen.menus.at(-1)?.map(({ label }) => label)]).toEqual([true, ['File', 'Edit', 'View', 'Window', 'Help']]);
  });
});

const binary = findElectron(join(project, 'node_modules/electron'));

describe.skipIf(binary === undefined || !hasDisplay())('the application in Electron itself', () => {
  let home: Home;
  let app: ElectronApplication;
  let page: Page;
  beforeAll(async () => {
    buildWhereStale();
    home = freshHome();
    app = await _electron.launch({ executablePath: binary ?? '', args: [join(project, 'electron/desktop/main.ts'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], env: { ...process.env as Record<string, string>, ...home.environment } });
    page = await app.firstWindow();
    await page.getByTestId('welcome').waitFor();
  });
  afterAll(async () => {
    await app.close();
    home.remove();
  });

  test('opens the sample and rates', () => walk(page));

  test('every window is sandboxed, isolated and without Node, as its contents say', async () => {
    const options = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => (webContents as never as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()));

    for (const one of options) expect(one).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
    expect(options.length).toBeGreaterThan(0);
  });

  test('the page sees seven functions and nothing of Electron or Node, and no address leads away from it', async () => {
    const world = await page.evaluate(() => ({ keys: Object.keys((window as never as { api: object }).api).sort(), node: ['require', 'process', 'module', 'electron'].filter((name) => name in window) }));
    const opened = await page.evaluate((addresses) => addresses.filter((address) => window.open(address) !== null), elsewhere);
    // An empty page runs nothing and may be anybody's: the door refuses it by its address.
    for (const address of elsewhere.filter((one) => one !== 'about:blank')) await page.evaluate((url) => { const link = document.createElement('a'); link.href = url; link.click(); try { location.assign(url); } catch { /* an address that is none */ } }, address).catch(() => undefined);

    expect([world, opened, app.windows().length, page.url()]).toEqual([{ keys: ['call', 'chooseAssessment', 'chooseEvidence', 'deliver', 'onTold', 'openWindow', 'takeDropped'], node: [] }, [], 1, 'app://workbench/index.html']);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test('permissions are refused, and nothing is reached', async () => {
    const states = await page.evaluate((names) => Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, () => 'denied'))), permissions);
    const reached = await page.evaluate((addresses) => Promise.all(addresses.map((address) => fetch(address).then(() => address, () => ''))), elsewhere.filter((address) => /^(https?|file|data|app:..other)/.test(address)));

    expect([states.filter((state) => state === 'granted'), reached.filter((address) => address !== '')]).toEqual([[], []]);
  });

  test('the menus are there in the user\'s language, and the key of the device is kept', async () => {
    const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

    expect(labels).toEqual(expect.arrayContaining(['文件', '编辑', '视图', '窗口', '帮助']));
    expect(readdirSync(join(home.path, 'user')).filter((name) => /^device-key\.(sealed|pem)$/.test(name)).length).toBe(1);
  });
});
