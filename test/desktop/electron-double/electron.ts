/**
 * A stand-in for the `electron` module: main and preload run unchanged, windows are pages of a real Chromium.
 * app://host/path is served at https://host.app.invalid/path by page.route from protocol.handle; frame addresses are
 * mapped back before main sees them, so its sender check runs on the real strings. It is not a true isolated world.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright';
import type * as Real from 'electron';

type Listener = (event: { readonly senderFrame: unknown }, ...args: unknown[]) => unknown;
type Answer = (granted: boolean) => void;

/** What the product configured: the tests read it to check the security settings. */
export const seen = {
  sandboxed: false, switches: [] as string[], schemes: [] as unknown[], preferences: [] as Real.WebPreferences[], windows: [] as BrowserWindow[], menu: undefined as unknown,
  permissionRequest: undefined as ((contents: unknown, permission: string, answer: Answer) => void) | undefined,
  permissionCheck: undefined as (() => boolean) | undefined, device: undefined as (() => boolean) | undefined,
  spellChecker: undefined as boolean | undefined, dictionaries: '',
  beforeRequest: undefined as ((details: { readonly url: string }, answer: (response: { readonly cancel: boolean }) => void) => void) | undefined,
  channels: new Map<string, Listener>(), protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  exit: undefined as number | undefined,
};
/** What the next dialog of each kind is answered. */
export const dialogAnswers = { open: [] as string[], save: '' };

const toHttp = (url: string): string => url.replace(/^app:\/\/([^/]+)/, 'https://$1.app.invalid');
const toApp = (url: string): string => url.replace(/^https:\/\/([^/]+)\.app\.invalid/, 'app://$1');

let started: Promise<BrowserContext> | undefined;
export const context = (): Promise<BrowserContext> => (started ??= chromium
  .launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
  .then((browser) => browser.newContext()));
/** Ends Chromium: without it the test run does not end. */
export const quit = async (): Promise<void> => { await (await started)?.browser()?.close(); };

export const app = Object.assign(new EventEmitter(), {
  enableSandbox: () => { seen.sandboxed = true; },
  commandLine: { appendSwitch: (name: string, value?: string) => { seen.switches.push(value === undefined ? name : `${name}=${value}`); } },
  requestSingleInstanceLock: () => true,
  whenReady: async () => { await context(); },
  quit: () => { app.emit('will-quit', { preventDefault: () => undefined }); },
  exit: (code: number) => { seen.exit = code; },
});
export const Menu = { setApplicationMenu: (menu: unknown) => { seen.menu = menu; } };
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => { seen.schemes.push(...schemes); },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => { seen.protocols.set(scheme, handler); },
};
export const session = { defaultSession: {
  setPermissionRequestHandler: (handler: typeof seen.permissionRequest) => { seen.permissionRequest = handler; },
  setPermissionCheckHandler: (handler: typeof seen.permissionCheck) => { seen.permissionCheck = handler; },
  setDevicePermissionHandler: (handler: typeof seen.device) => { seen.device = handler; },
  setSpellCheckerEnabled: (enabled: boolean) => { seen.spellChecker = enabled; },
  setSpellCheckerDictionaryDownloadURL: (url: string) => { seen.dictionaries = url; },
  webRequest: { onBeforeRequest: (handler: typeof seen.beforeRequest) => { seen.beforeRequest = handler; } },
} };
export const ipcMain = { handle: (channel: string, listener: Listener) => { seen.channels.set(channel, listener); } };
export const dialog = {
  showOpenDialog: () => Promise.resolve({ canceled: dialogAnswers.open.length === 0, filePaths: dialogAnswers.open }),
  showSaveDialog: () => Promise.resolve({ canceled: dialogAnswers.save === '', filePath: dialogAnswers.save }),
};

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
  readonly page: Promise<Page>;
  constructor(page: Promise<Page>) { super(); this.page = page; }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void { this.openHandler = handler; }
  send(channel: string, ...args: unknown[]): void {
    void this.page.then((page) => page.evaluate(([c, a]) => { (window as never as { __deliver(c: string, a: unknown): void }).__deliver(c as string, a); }, [channel, args]));
  }
}

export class BrowserWindow extends EventEmitter {
  readonly page: Promise<Page>;
  readonly webContents: Contents;
  shown = false;
  focused = 0;
  #mayLoad = '';
  constructor(options: Real.BrowserWindowConstructorOptions) {
    super();
    const preferences = options.webPreferences ?? {};
    seen.preferences.push(preferences);
    seen.windows.push(this);
    this.page = this.#open(options.width ?? 800, options.height ?? 600, preferences.preload);
    this.webContents = new Contents(this.page);
  }
  show(): void { this.shown = true; }
  focus(): void { this.focused += 1; }
  restore(): void { this.shown = true; }
  isMinimized(): boolean { return false; }
  isDestroyed(): boolean { return false; }
  async #open(width: number, height: number, preload: string | undefined): Promise<Page> {
    const page = await (await context()).newPage();
    await page.setViewportSize({ width, height });
    await page.exposeBinding('__ipc', async ({ frame }, { channel, args }: { channel: string; args: unknown[] }) => {
      const listener = seen.channels.get(channel);
      if (listener === undefined) return { error: `No handler registered for '${channel}'` };
      try { return { value: await listener({ senderFrame: frameOf(frame) }, ...args) }; } catch (error) { return { error: String(error) }; }
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
    await (await this.page).goto(toHttp(url), { waitUntil: 'load' });
    this.emit('ready-to-show');
  }
}
