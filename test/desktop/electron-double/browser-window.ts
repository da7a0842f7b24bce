import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright';
import type * as Real from 'electron';
import { lastWindowClosed } from './app.ts';
import { seen } from './recorded.ts';

const toHttp = (url: string): string => url.replace(/^app:\/\/([^/]+)/, 'https://$1.app.invalid');
const toApp = (url: string): string => url.replace(/^https:\/\/([^/]+)\.app\.invalid/, 'app://$1');

let started: Promise<BrowserContext> | undefined;
export const context = (): Promise<BrowserContext> => (started ??= chromium
  .launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
  .then((browser) => browser.newContext()));
/** Ends Chromium: without it the test run does not end. */
export const endChromium = async (): Promise<void> => { await (await started)?.browser()?.close(); };

/** The page side of `require('electron')` in a sandboxed preload; runs before any page script, main frame only. */
function preloadShim(source: string): string {
  return `(() => { if (window.top !== window) { delete window.__ipc; return; }
    const send = window.__ipc; delete window.__ipc; const listeners = new Map();
    const plain = (v) => { if (typeof v === 'function') throw new Error('An object could not be cloned.'); return v === undefined ? null : structuredClone(v); };
    Object.defineProperty(window, '__deliver', { value: (c, a) => (listeners.get(c) ?? []).forEach((f) => f({}, ...a)) });
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }) },
      webUtils: { getPathForFile: (file) => (window.__dropped ?? {})[file.name] ?? '' },
      ipcRenderer: {
        invoke: async (channel, ...args) => { const r = await send({ channel, args: args.map(plain) }); if (r.error) throw new Error("Error invoking remote method '" + channel + "': " + r.error); return r.value; },
        on: (channel, told) => { listeners.set(channel, [...(listeners.get(channel) ?? []), told]); },
        removeListener: (channel, told) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((f) => f !== told)); },
      } };
    ((require, module, exports) => { ${source}
    })((name) => { if (name !== 'electron') throw new Error('module not found: ' + name); return electron; }, { exports: {} }, {});
  })()`;
}

const frameOf = (frame: Frame): unknown => ({ url: toApp(frame.url()), parent: frame.parentFrame() === null ? null : {} });

class Contents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  readonly preferences: Real.WebPreferences;
  readonly page: Promise<Page>;
  reloads = 0;
  constructor(page: Promise<Page>, preferences: Real.WebPreferences) { super(); this.page = page; this.preferences = preferences; }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void { this.openHandler = handler; }
  getLastWebPreferences(): Real.WebPreferences { return this.preferences; }
  send(channel: string, ...args: unknown[]): void {
    void this.page.then((page) => page.evaluate(([c, a]) => { (window as never as { __deliver(c: string, a: unknown): void }).__deliver(c as string, a); }, [channel, args])).catch(() => undefined);
  }
  starts(): void { this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false }); }
  reload(): void {
    this.reloads += 1;
    this.starts();
    void this.page.then((page) => page.reload()).catch(() => undefined);
  }
  forcefullyCrashRenderer(): void { this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 }); }
}

export class BrowserWindow extends EventEmitter {
  readonly page: Promise<Page>;
  readonly webContents: Contents;
  shown = false;
  focused = 0;
  title: string;
  represented = '';
  #bounds: Real.Rectangle;
  #maximized = false;
  #destroyed = false;
  #mayLoad = '';
  constructor(options: Real.BrowserWindowConstructorOptions) {
    super();
    const preferences = options.webPreferences ?? {};
    this.title = options.title ?? '';
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    seen.preferences.push(preferences);
    seen.windows.push(this);
    this.page = this.#open(preferences.preload);
    this.webContents = new Contents(this.page, preferences);
  }
  /** Shows the window and gives it the focus, as the real one does. */
  show(): void {
    this.shown = true;
    this.focus();
  }
  focus(): void {
    this.focused += 1;
    for (const window of seen.windows) window.#inFront = window === this;
    this.emit('focus');
  }
  #inFront = false;
  isFocused(): boolean { return this.#inFront; }
  restore(): void { this.shown = true; }
  isMinimized(): boolean { return false; }
  maximize(): void { this.#maximized = true; }
  isMaximized(): boolean { return this.#maximized; }
  getBounds(): Real.Rectangle { return this.#bounds; }
  getNormalBounds(): Real.Rectangle { return this.#bounds; }
  setBounds(bounds: Real.Rectangle): void { this.#bounds = bounds; }
  setTitle(title: string): void { this.title = title; }
  getTitle(): string { return this.title; }
  setRepresentedFilename(path: string): void { this.represented = path; }
  isDestroyed(): boolean { return this.#destroyed; }
  /** As the user's click on the window's cross; false where something stood in the way. */
  close(): boolean {
    let prevented = false;
    this.emit('close', { preventDefault: () => { prevented = true; } });
    if (!prevented) this.destroy();
    return !prevented;
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    seen.windows.splice(seen.windows.indexOf(this), 1);
    void this.page.then((page) => page.close()).catch(() => undefined);
    this.emit('closed');
    if (seen.windows.length === 0) lastWindowClosed();
  }
  async #open(preload: string | undefined): Promise<Page> {
    const page = await (await context()).newPage();
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    await page.exposeBinding('__ipc', async ({ frame }, { channel, args }: { channel: string; args: unknown[] }) => {
      const listener = seen.channels.get(channel);
      if (listener === undefined) return { error: `No handler registered for '${channel}'` };
      try { return { value: await listener({ sender: this.webContents, senderFrame: frameOf(frame) }, ...args) }; } catch (error) { return { error: String(error) }; }
    });
    if (preload !== undefined) await page.addInitScript({ content: preloadShim(readFileSync(preload, 'utf8')) });
    await page.route('**/*', async (route) => {
      const request = route.request();
      const url = toApp(request.url());
      if (request.isNavigationRequest() && request.frame() === page.mainFrame() && url !== this.#mayLoad) {
        let prevented = false;
        this.webContents.emit('will-navigate', { preventDefault: () => { prevented = true; }, url }, url);
        if (prevented) return route.abort('aborted');
      }
      let cancelled = false;
      seen.beforeRequest?.({ url }, ({ cancel }) => { cancelled = cancel; });
      const handler = seen.protocols.get(new URL(url).protocol.slice(0, -1));
      if (cancelled || handler === undefined) return route.abort('addressunreachable');
      const response = await handler(new Request(url));
      return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
    });
    page.on('popup', (popup) => { if (this.webContents.openHandler({ url: toApp(popup.url()) }).action === 'deny') void popup.close(); });
    return page;
  }
  async loadURL(url: string): Promise<void> {
    this.#mayLoad = url;
    const page = await this.page;
    this.webContents.starts();
    await page.goto(toHttp(url), { waitUntil: 'load' });
    this.emit('ready-to-show');
  }
}
