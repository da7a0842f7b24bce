import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { build } from 'vite';
import type { DesktopApi } from '../../renderer/api.ts';
import * as double from './electron-double/electron.ts';

const home = vi.hoisted(() => ({ folder: '' }));
vi.mock('electron', () => import('./electron-double/electron.ts'));
vi.mock('../../electron/shell/renderer-folder.ts', () => ({ get rendererFolder() { return join(home.folder, 'pages'); }, get preloadFile() { return join(home.folder, 'preload', 'preload.cjs'); } }));

declare const window: Window & { readonly api: DesktopApi; inlineRan?: boolean };

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const page = (): Promise<Page> => double.seen.windows[0]!.page;

describe.skipIf(!existsSync(chromium))('the desktop shell over the double', () => {
  beforeAll(async () => {
    home.folder = mkdtempSync(join(tmpdir(), 'maturity-desktop-'));
    mkdirSync(join(home.folder, 'pages'));
    writeFileSync(join(home.folder, 'pages/index.html'), '<!doctype html><title>workbench</title><script>window.inlineRan = true</script><script type="module" src="./app.js"></script>');
    writeFileSync(join(home.folder, 'pages/app.js'), 'document.title = "ran";');
    await build({ configFile: 'electron/desktop/vite.preload.config.ts', logLevel: 'error', build: { outDir: join(home.folder, 'preload') } });
    vi.stubEnv('MATURITY_USER_FOLDER', join(home.folder, 'user'));
    vi.stubEnv('MATURITY_ASSESSMENTS_FOLDER', join(home.folder, 'assessments'));
    await import('../../electron/desktop/main.ts');
    await vi.waitFor(async () => { expect(await (await page()).title()).toBe('ran'); }, 20_000);
  });
  afterAll(async () => {
    await double.quit();
    rmSync(home.folder, { recursive: true, force: true });
  });

  test('a call of the page is answered by the API', async () => {
    const reply = await (await page()).evaluate(() => window.api.call('start', {}));

    expect(reply).toMatchObject({ ok: true, value: { shell: 'electron', settings: { language: 'zh' } } });
  });

  test('the page sees seven functions and nothing of Electron or Node', async () => {
    const world = await (await page()).evaluate(() => ({
      keys: Object.keys(window.api).sort(), kinds: [...new Set(Object.values(window.api).map((value) => typeof value))],
      others: ['require', 'process', 'module', '__ipc', 'electron', 'ipcRenderer'].filter((name) => name in window), inline: window.inlineRan ?? false,
    }));

    expect(world).toEqual({ keys: ['call', 'chooseAssessment', 'chooseEvidence', 'deliver', 'onTold', 'openWindow', 'takeDropped'], kinds: ['function'], others: [], inline: false });
  });

  test('the window is sandboxed, isolated and without Node; the session gives no permission and asks nobody', () => {
    const granted: boolean[] = [];
    double.seen.permissionRequest?.({}, 'geolocation', (answer) => { granted.push(answer); });

    expect(double.seen.preferences).toEqual([{
      preload: join(home.folder, 'preload', 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, spellcheck: false, navigateOnDragDrop: false, experimentalFeatures: false,
    }]);
    expect([double.seen.sandboxed, granted, double.seen.permissionCheck?.(), double.seen.device?.(), double.seen.spellChecker, double.seen.dictionaries, double.seen.menu, double.seen.windows[0]?.shown])
      .toEqual([true, [false], false, false, false, 'https://dictionaries.invalid/', null, true]);
    expect(double.seen.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND');
  });

  test('every request that is not our own page is cancelled', () => {
    const cancelled = (url: string): boolean | undefined => {
      let answer: boolean | undefined;
      double.seen.beforeRequest?.({ url }, ({ cancel }) => { answer = cancel; });
      return answer;
    };

    expect(['https://evil.test/', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://evil.test/', 'app://other/', 'app://workbench.evil/', 'blob:https://evil.test/x'].map(cancelled)).toEqual(Array(7).fill(true));
    expect(['app://workbench/app.js', 'blob:app://workbench/x', 'data:image/png;base64,'].map(cancelled)).toEqual([false, false, false]);
  });

  test('navigation, new windows, redirects, frames and guests are refused', async () => {
    const here = await page();
    const { webContents } = double.seen.windows[0]!;
    await here.evaluate(() => { location.href = 'https://evil.test/'; window.open('https://evil.test/'); window.open('app://workbench/index.html'); });
    const prevented = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map((name) => {
      let stopped = false;
      webContents.emit(name, { preventDefault: () => { stopped = true; } });
      return stopped;
    });

    await vi.waitFor(async () => { expect((await double.context()).pages().length).toBe(1); });
    expect([prevented, here.url(), webContents.openHandler({ url: 'https://evil.test/' })]).toEqual([[true, true, true, true], 'https://workbench.app.invalid/index.html', { action: 'deny' }]);
  });

  test('app: answers the fixed list of files with the policy, and nothing else', async () => {
    const ask = async (url: string, method = 'GET') => double.seen.protocols.get('app')!(new Request(url, { method }));
    const answers = await Promise.all(['app://workbench/index.html', 'app://workbench/app.js'].map((url) => ask(url)));
    const others = await Promise.all(['app://workbench/../preload/preload.cjs', 'app://workbench/..%2fpreload%2fpreload.cjs', 'app://workbench/nothing', 'app://other/index.html'].map((url) => ask(url)));

    expect(answers.map(({ status, headers }) => [status, headers.get('content-type'), headers.get('content-security-policy')?.includes("default-src 'none'; script-src 'self'")])).toEqual([[200, 'text/html; charset=utf-8', true], [200, 'text/javascript; charset=utf-8', true]]);
    expect([...others.map(({ status }) => status), (await ask('app://workbench/index.html', 'POST')).status]).toEqual([404, 404, 404, 404, 404]);
  });

  test('there is one channel, and it refuses every sender but our own main frame', async () => {
    const door = double.seen.channels.get('api')!;
    const asked = { ask: 'call', method: 'start', input: {} };
    const senders = [null, { url: 'https://evil.test/', parent: null }, { url: 'app://workbench.evil/', parent: null }, { url: 'app://workbench', parent: null }, { url: 'file:///app://workbench/', parent: null }, { url: 'app://workbench/index.html', parent: {} }];

    const answers = await Promise.all(senders.map((senderFrame) => Promise.resolve(door({ senderFrame }, asked)).then(() => 'answered', String)));
    expect([[...double.seen.channels.keys()], answers]).toEqual([['api'], senders.map(() => 'Error: refused')]);
    expect(await door({ senderFrame: { url: 'app://workbench/index.html', parent: null } }, asked)).toMatchObject({ ok: true });
  });

  test('whatever is not in the list of asks is refused', async () => {
    const door = double.seen.channels.get('api')!;
    const own = { senderFrame: { url: 'app://workbench/index.html', parent: null } };
    const odd = [undefined, null, 'start', [], {}, { ask: 'eval' }, { ask: 'call', method: 1, input: {} }, { ask: 'call', method: 'start', input: {}, more: 1 }, { ask: 'take-dropped', paths: [''] }, { ask: 'choose-evidence', kind: 'disk' }, { ask: 'deliver', name: 'x' }, JSON.parse('{"__proto__":{"ask":"call","method":"start","input":{}}}') as unknown];

    const answers = await Promise.all(odd.map((given) => Promise.resolve(door(own, given)).then(() => 'answered', String)));
    expect(answers).toEqual(odd.map(() => 'Error: refused'));
    expect(await door(own, { ask: 'call', method: 'constructor', input: {} })).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
  });

  test('a sub-frame has no api, and a function cannot cross', async () => {
    const here = await page();
    const framed = await here.evaluate(() => { const frame = document.createElement('iframe'); frame.src = '/index.html'; document.body.append(frame); return document.querySelectorAll('iframe').length; });
    const crossed = await here.evaluate(() => (window.api.call as (method: string, input: unknown) => Promise<unknown>)('start', () => 1).then(() => 'crossed', String));

    expect([framed, here.frames().slice(1).every((frame) => !frame.url().includes('index.html')), crossed]).toEqual([1, true, expect.stringContaining('could not be cloned')]);
  });

  test('what the user chooses or drops comes to the page as handles, never as paths', async () => {
    const here = await page();
    double.dialogAnswers.open = ['/data/evidence/仓库', '/data/b.zip'];
    const chosen = await here.evaluate(() => window.api.chooseEvidence('folder'));
    double.dialogAnswers.open = [];
    const cancelled = await here.evaluate(() => window.api.chooseAssessment());
    const dropped = await here.evaluate(() => { Object.assign(window, { __dropped: { 'a.yaml': '/data/a.yaml' } }); return window.api.takeDropped([new File([''], 'a.yaml'), new File([''], 'made-by-script.yaml')]); });

    expect([chosen?.length, cancelled, dropped?.length, [...chosen ?? [], ...dropped ?? []].every((handle) => /^[\w-]{24}$/.test(handle))]).toEqual([2, null, 1, true]);
  });

  test('a finished file nobody offered cannot be saved anywhere', async () => {
    double.dialogAnswers.save = join(home.folder, 'stolen');
    const delivered = await (await page()).evaluate(() => window.api.deliver({ name: 'x', size: 1, format: 'pdf', download: '/etc/passwd' }));

    expect([delivered, existsSync(join(home.folder, 'stolen'))]).toEqual([false, false]);
  });

  test('events reach the page until it no longer listens; a second start hands its file to the first', async () => {
    const here = await page();
    await here.evaluate(() => { const told: unknown[] = []; Object.assign(window, { told, stop: window.api.onTold((event) => told.push(event)) }); });
    const told = () => here.evaluate(() => (window as never as { told: { kind: string }[] }).told.map(({ kind }) => kind));

    double.app.emit('second-instance', {}, ['electron', 'main.ts', '/data/银行.maturity']);
    await vi.waitFor(async () => { expect(await told()).toEqual(['open-requested']); });
    await here.evaluate(() => { (window as never as { stop(): void }).stop(); });
    double.app.emit('second-instance', {}, ['electron', 'main.ts', '/data/银行.maturity']);
    await here.evaluate(() => window.api.call('start', {}));

    expect([await told(), double.seen.windows[0]!.focused > 0]).toEqual([['open-requested'], true]);
  });
});

test('the preload needs nothing but electron and stays one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-preload-'));
  await build({ configFile: 'electron/desktop/vite.preload.config.ts', logLevel: 'error', build: { outDir: folder } });

  const source = readFileSync(join(folder, 'preload.cjs'), 'utf8');
  rmSync(folder, { recursive: true, force: true });
  expect([...source.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)).toEqual(['electron']);
});
