import { BrowserWindow, type Session, type WebContents } from 'electron';
import { origin } from './door.ts';

/** The one window: sandboxed, isolated, without Node, without spell-checker, unable to leave our own page. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280, height: 800, minWidth: 960, minHeight: 600, show: false, autoHideMenuBar: true,
    webPreferences: {
      preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, spellcheck: false, navigateOnDragDrop: false, experimentalFeatures: false,
    },
  });
  lockContents(window.webContents);
  window.once('ready-to-show', () => { window.show(); });
  return window;
}

/** No page but ours: navigation, redirects, new windows and embedded guests are refused. */
function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => { event.preventDefault(); });
  contents.on('will-frame-navigate', (event) => { event.preventDefault(); });
  contents.on('will-redirect', (event) => { event.preventDefault(); });
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
}

/** Refuses every permission and every request that is not our own page, and keeps the spell-checker from fetching words. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false); });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('https://dictionaries.invalid/');
  session.webRequest.onBeforeRequest((details, answer) => { answer({ cancel: !isOurs(details.url) }); });
}

function isOurs(url: string): boolean {
  return [`${origin}/`, `blob:${origin}/`, 'data:', 'devtools://'].some((start) => url.startsWith(start));
}
