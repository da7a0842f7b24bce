/**
 * A stand-in for the `electron` module: main and preload run unchanged, windows are pages of a real Chromium.
 * app://host/path is served at https://host.app.invalid/path by page.route from protocol.handle; frame addresses are
 * mapped back before main sees them, so its sender check runs on the real strings. Menus, dialogs, the key store, the
 * crash reporter and displays are recorded and answered as a test says. It is not a true isolated world.
 */
import { EventEmitter } from 'node:events';
import type * as Real from 'electron';
import { machine, seen, type Listener, type Said, type Template } from './recorded.ts';

export { app } from './app.ts';
export { BrowserWindow, context, endChromium } from './browser-window.ts';
export { chooseMenu, machine, menuItems, seen } from './recorded.ts';

export const Menu = {
  buildFromTemplate: (template: Template) => template,
  setApplicationMenu: (menu: Template) => { seen.menus.push(menu); },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => { seen.schemes.push(...schemes); },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => { seen.protocols.set(scheme, handler); },
};
export const session = { defaultSession: Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: (handler: typeof seen.permissionRequest) => { seen.permissionRequest = handler; },
  setPermissionCheckHandler: (handler: typeof seen.permissionCheck) => { seen.permissionCheck = handler; },
  setDevicePermissionHandler: (handler: typeof seen.device) => { seen.device = handler; },
  setDisplayMediaRequestHandler: (handler: typeof seen.displayMedia) => { seen.displayMedia = handler; },
  setCertificateVerifyProc: (handler: typeof seen.certificate) => { seen.certificate = handler; },
  setSpellCheckerEnabled: (enabled: boolean) => { seen.spellChecker = enabled; },
  setSpellCheckerDictionaryDownloadURL: (url: string) => { seen.dictionaries = url; },
  webRequest: { onBeforeRequest: (handler: typeof seen.beforeRequest) => { seen.beforeRequest = handler; } },
}) };
export const ipcMain = { handle: (channel: string, listener: Listener) => { seen.channels.set(channel, listener); } };

/** Dialogs may be given a window first. */
function said(kind: Said['kind'], given: readonly unknown[]): Said['options'] {
  const options = given.at(-1) as Said['options'];
  seen.said.push({ kind, title: options.message ?? options.title ?? '', options });
  return options;
}
export const dialog = {
  showOpenDialog: (...given: unknown[]) => {
    said('open', given);
    const filePaths = machine.open.splice(0);
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showSaveDialog: (...given: unknown[]) => {
    said('save', given);
    const filePath = machine.save.shift() ?? '';
    return Promise.resolve({ canceled: filePath === '', filePath });
  },
  showMessageBox: (...given: unknown[]) => {
    const { cancelId } = said('message', given);
    return Promise.resolve({ response: machine.buttons.shift() ?? cancelId ?? 0, checkboxChecked: false });
  },
  showErrorBox: (title: string, message: string) => { seen.said.push({ kind: 'error', title, options: { message } }); },
};

export const screen = {
  getPrimaryDisplay: () => machine.displays[0],
  getAllDisplays: () => machine.displays,
  getDisplayMatching: ({ x, y }: Real.Rectangle) => machine.displays.find(({ workArea }) => x >= workArea.x && x < workArea.x + workArea.width && y >= workArea.y && y < workArea.y + workArea.height) ?? machine.displays[0],
};

const turned = (text: string): string => [...text].reverse().join('');
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(machine.keyStore !== null),
  getSelectedStorageBackend: () => machine.keyStore ?? 'unknown',
  encryptStringAsync: (text: string) => (machine.keyStore === 'broken' ? Promise.reject(new Error('locked')) : Promise.resolve(Buffer.from(turned(text)))),
  decryptStringAsync: (sealed: Buffer) => Promise.resolve({ result: turned(sealed.toString()), shouldReEncrypt: false }),
};
export const crashReporter = { start: (options: unknown) => { seen.crashReporter = options; } };
