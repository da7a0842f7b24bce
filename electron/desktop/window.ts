import { BrowserWindow, type Session, type WebContents } from 'electron';
import { origin } from './door.ts';
import { smallest, type Place } from './window-places.ts';

/** How every window of ours is opened. */
export type Opening = { readonly preload: string; readonly title: string; readonly place: Place; readonly developing: boolean };

/** A window: sandboxed, isolated, without Node, without spell-checker, unable to leave our own page. */
export function openWindow({ preload, title, place, developing }: Opening): BrowserWindow {
  const window = new BrowserWindow({
    ...place.bounds, minWidth: Math.min(smallest.width, place.bounds.width), minHeight: Math.min(smallest.height, place.bounds.height), show: false, title,
    webPreferences: {
      preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, plugins: false, spellcheck: false, navigateOnDragDrop: false, experimentalFeatures: false, devTools: developing,
    },
  });
  lockContents(window.webContents);
  window.on('page-title-updated', (event) => { event.preventDefault(); });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
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

/**
 * Refuses every permission, download, certificate and request that is not our own page, and keeps the spell-checker
 * from fetching words.
 */
export function lockSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false); });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => { answer({}); });
  session.setCertificateVerifyProc((_request, answer) => { answer(untrusted); });
  session.on('will-download', (event) => { event.preventDefault(); });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('https://dictionaries.invalid/');
  session.webRequest.onBeforeRequest((details, answer) => { answer({ cancel: !isOurs(details.url, developing) }); });
}

/** Chromium's word for a certificate that is refused. */
const untrusted = -2;

function isOurs(url: string, developing: boolean): boolean {
  return [`${origin}/`, `blob:${origin}/`, 'data:', ...(developing ? ['devtools://'] : [])].some((start) => url.startsWith(start));
}
