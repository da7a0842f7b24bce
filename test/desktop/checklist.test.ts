import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { build } from 'vite';
import * as double from './electron-double/electron.ts';
import { elsewhere, permissions } from './hostile.ts';
import { canRun, startShell, type PageWindow, type Shell } from './shell.ts';

declare const window: Window & PageWindow;

/** Those of them that the double's Chromium asks it about. */
const clickable = elsewhere.filter((url) => /^(https?|javascript|data|ms-settings|vscode|smb|\\)/.test(url));

describe.skipIf(!canRun)('the security checklist of Electron, read from the running shell', () => {
  let shell: Shell;
  beforeAll(async () => { shell = await startShell(); });
  afterAll(() => shell.end());

  test('2, 3, 4, 6, 8–12: every window is sandboxed, isolated and without Node, as its contents say at run time', async () => {
    await (await shell.page()).evaluate(() => window.api.openWindow());
    await vi.waitFor(() => { expect(double.seen.windows.length).toBe(2); });

    const wanted = {
      preload: shell.preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, plugins: false, spellcheck: false, navigateOnDragDrop: false, experimentalFeatures: false, devTools: false,
    };
    expect([double.seen.sandboxed, double.seen.windows.map(({ webContents }) => webContents.getLastWebPreferences())]).toEqual([true, [wanted, wanted]]);
  });

  test('1: nothing but our own page may be asked for, and no name resolves', () => {
    const cancelled = (url: string): boolean | undefined => {
      let answer: boolean | undefined;
      double.seen.beforeRequest?.({ url }, ({ cancel }) => { answer = cancel; });
      return answer;
    };

    expect([...elsewhere.filter((url) => !url.startsWith('data:') && !url.startsWith('app://workbench/')), 'ws://evil.test/', 'app://workbench.evil/', 'app://workbench:1/', 'devtools://devtools/x', 'chrome-extension://x/'].filter((url) => cancelled(url) !== true)).toEqual([]);
    expect(['app://workbench/app.js', 'blob:app://workbench/x', 'data:image/png;base64,'].map(cancelled)).toEqual([false, false, false]);
    expect(double.seen.switches).toEqual(expect.arrayContaining(['host-resolver-rules=MAP * ~NOTFOUND', 'disable-background-networking']));
  });

  test.each(permissions)('5: the permission %s is refused, asked for or looked up', (permission) => {
    const granted: boolean[] = [];
    double.seen.permissionRequest?.({}, permission, (answer) => { granted.push(answer); });

    expect([granted, double.seen.permissionCheck?.(), double.seen.device?.()]).toEqual([[false], false, false]);
  });

  test('5: no screen is shared, no certificate trusted, no file downloaded, no word fetched', () => {
    const streams: object[] = [];
    const verdicts: number[] = [];
    let downloading = true;
    double.seen.displayMedia?.({}, (given) => { streams.push(given); });
    double.seen.certificate?.({ hostname: 'evil.test' }, (verdict) => { verdicts.push(verdict); });
    double.session.defaultSession.emit('will-download', { preventDefault: () => { downloading = false; } });

    expect([streams, verdicts, downloading, double.seen.spellChecker, double.seen.dictionaries]).toEqual([[{}], [-2], false, false, 'https://dictionaries.invalid/']);
  });

  test('7: the pages come with a policy that lets only our own files run, and it holds', async () => {
    const answer = await double.seen.protocols.get('app')!(new Request('app://workbench/index.html'));
    const policy: Readonly<Record<string, string>> = Object.fromEntries((answer.headers.get('content-security-policy') ?? '').split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]));
    const here = await shell.page();
    const ran = await here.evaluate(async () => {
      const script = document.createElement('script');
      const attempts: Record<string, unknown> = { inline: window.inlineRan ?? false, eval: window.evalRan };
      try { document.body.innerHTML = '<img src=x onerror="window.inlineRan=true">'; } catch { attempts['markup'] = 'refused'; }
      try { script.src = 'https://evil.test/x.js'; } catch { attempts['script'] = 'refused'; }
      attempts['fetch'] = await fetch('https://evil.test/').then(() => 'answered', () => 'refused');
      return attempts;
    });

    expect(policy).toMatchObject({
      'default-src': "'none'", 'script-src': "'self'", 'connect-src': "'self'", 'frame-src': "'none'", 'object-src': "'none'", 'worker-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'", 'require-trusted-types-for': "'script'",
    });
    expect(ran).toEqual({ inline: false, eval: false, markup: 'refused', script: 'refused', fetch: 'refused' });
  });

  test('13, 18: no link, script or redirect leads away from the page', async () => {
    const here = await shell.page();
    const { webContents } = double.seen.windows[0]!;
    for (const address of clickable) {
      await here.evaluate((url) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        try { location.assign(url); } catch { /* an address that is none */ }
      }, address);
    }
    const prevented = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map((name) => {
      let stopped = false;
      webContents.emit(name, { preventDefault: () => { stopped = true; } });
      return stopped;
    });

    expect([prevented, here.url(), await here.evaluate(() => 'ran' in window), await here.title()]).toEqual([[true, true, true, true], 'https://workbench.app.invalid/index.html', false, 'ran']);
  });

  test('14: window.open opens nothing', async () => {
    const here = await shell.page();
    const before = (await double.context()).pages().length;
    for (const address of clickable) await here.evaluate((url) => { window.open(url); }, address);

    await vi.waitFor(async () => { expect((await double.context()).pages().length).toBe(before); });
    expect(elsewhere.map((url) => double.seen.windows[0]!.webContents.openHandler({ url }))).toEqual(elsewhere.map(() => ({ action: 'deny' })));
  });

  test('11, 12: a webview is an unknown element, and a frame gets neither our page nor the api', async () => {
    const here = await shell.page();
    const made = await here.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/index.html';
      const guest = document.createElement('webview');
      document.body.append(frame, guest);
      return [guest.constructor.name, document.querySelectorAll('iframe').length];
    });

    expect([made, here.frames().slice(1).every((frame) => !frame.url().includes('index.html'))]).toEqual([['HTMLElement', 1], true]);
  });

  test('16: Electron is not older than the version that mended the way around the sandbox', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };

    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  test('17: there is one channel, and it refuses every sender but the main frame of our own page in a window of ours', async () => {
    const door = double.seen.channels.get('api')!;
    const asked = { ask: 'call', method: 'start', input: {} };
    const sender = double.seen.windows[0]!.webContents;
    const own = { url: 'app://workbench/index.html', parent: null };
    const gone = { get url(): string { throw new Error('Render frame was disposed'); }, parent: null };
    const frames = [null, gone, { ...own, url: 'https://evil.test/' }, { ...own, url: 'app://workbench.evil/' }, { ...own, url: 'app://workbench' }, { ...own, url: 'app://workbench:1/' }, { ...own, url: 'app://x@workbench/' }, { ...own, url: 'file:///app://workbench/' }, { ...own, url: 'about:blank' }, { ...own, url: '' }, { ...own, parent: {} }];
    const events = [...frames.map((senderFrame) => ({ sender, senderFrame })), { sender: {}, senderFrame: own }, { sender: undefined, senderFrame: own }];

    const answers = await Promise.all(events.map((event) => Promise.resolve(door(event, asked)).then(() => 'answered', String)));
    expect([[...double.seen.channels.keys()], answers]).toEqual([['api'], events.map(() => 'Error: refused')]);
    expect(await door({ sender, senderFrame: own }, asked)).toMatchObject({ ok: true });
  });

  test('18: app: answers the fixed list of files, and no path beside it', async () => {
    const ask = async (url: string, method = 'GET') => double.seen.protocols.get('app')!(new Request(url, { method }));
    const answers = await Promise.all(['app://workbench/index.html', 'app://workbench/app.js'].map((url) => ask(url)));
    const others = await Promise.all(['app://workbench/../preload/preload.cjs', 'app://workbench/..%2fpreload%2fpreload.cjs', 'app://workbench/%2e%2e/preload/preload.cjs', 'app://workbench//etc/passwd', 'app://workbench/C:/x', 'app://workbench/nothing', 'app://other/index.html'].map((url) => ask(url)));

    expect(answers.map(({ status, headers }) => [status, headers.get('content-type'), headers.get('x-content-type-options')])).toEqual([[200, 'text/html; charset=utf-8', 'nosniff'], [200, 'text/javascript; charset=utf-8', 'nosniff']]);
    expect([...others.map(({ status }) => status), (await ask('app://workbench/index.html', 'POST')).status]).toEqual([404, 404, 404, 404, 404, 404, 404, 404]);
    expect(double.seen.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });

  test('20: the page sees seven functions over plain values and nothing of Electron or Node', async () => {
    const here = await shell.page();
    const world = await here.evaluate(() => ({
      keys: Object.keys(window.api).sort(), kinds: [...new Set(Object.values(window.api).map((value) => typeof value))],
      others: ['require', 'process', 'module', '__ipc', 'electron', 'ipcRenderer'].filter((name) => name in window),
    }));
    const crossed = await here.evaluate(() => (window.api.call as (method: string, input: unknown) => Promise<unknown>)('start', () => 1).then(() => 'crossed', String));

    expect([world, crossed]).toEqual([{ keys: ['call', 'chooseAssessment', 'chooseEvidence', 'deliver', 'onTold', 'openWindow', 'takeDropped'], kinds: ['function'], others: [] }, expect.stringContaining('could not be cloned')]);
  });
});

test('20: the preload needs nothing but electron and stays one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-preload-'));
  await build({ configFile: 'electron/desktop/vite.preload.config.ts', logLevel: 'error', build: { outDir: folder } });

  const source = readFileSync(join(folder, 'preload.cjs'), 'utf8');
  rmSync(folder, { recursive: true, force: true });
  expect([...source.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)).toEqual(['electron']);
});
