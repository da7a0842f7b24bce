import { app, ipcMain, protocol, session } from 'electron';
import { existsSync } from 'node:fs';
import { assemble, type Product } from '../shell/assemble.ts';
import { productVersion } from '../shell/product.ts';
import { preloadFile, rendererFolder } from '../shell/renderer-folder.ts';
import { listRendererFiles } from '../shell/renderer-files.ts';
import type { Folders } from '../user/folders.ts';
import type { Log } from '../user/log.ts';
import type { Preferences } from '../user/preferences.ts';
import { showAbout } from './about.ts';
import { askBeforeClosing, closeBeforeQuit, noteQuitting } from './closing.ts';
import { openDelivering } from './delivering.ts';
import { openChoosing, sayRemote } from './dialogs.ts';
import { openDoor, origin } from './door.ts';
import { offerReload } from './failures.ts';
import { keepDeviceKey } from './key-store.ts';
import { keepMenus } from './menu-bar.ts';
import type { MenuState } from './menu.ts';
import { isRemote } from './named-files.ts';
import { answerPages } from './pages.ts';
import { rememberStanding, standNew } from './standing.ts';
import { answerCalls } from './window-calls.ts';
import { openPlaces } from './window-places.ts';
import { lockSession, openWindow } from './window.ts';
import { openWindows, type Desk, type Windows } from './windows.ts';
import { wordsOf, type Words } from './words.ts';

/** The running shell: asked for files it shows them, asked for none it comes to the front. */
export type Workbench = { readonly ask: (files: readonly string[]) => void };

type Running = { readonly product: Product; readonly windows: Windows; readonly words: () => Words; readonly refresh: () => void };

/** Opens the program over the real machine, once Electron is ready; no window yet. */
export async function openWorkbench({ folders, log }: { readonly folders: Folders; readonly log: Log }): Promise<Workbench> {
  const deviceKey = await keepDeviceKey({ userFolder: folders.user, log });
  const product = assemble({ shell: 'electron', file: undefined, folders, log, deviceKey });
  const words = (): Words => wordsOf(product.preferences.read().settings.language);
  lockSession(session.defaultSession, !app.isPackaged);
  protocol.handle('app', answerPages(listRendererFiles(rendererFolder)));

  let refresh = (): void => { /* no menus yet */ };
  const windows = windowsOver(product, words, () => { refresh(); });
  refresh = menusOver({ product, windows, words });
  const running: Running = { product, windows, words, refresh };
  ipcMain.handle('api', doorOf(running));
  product.api.listen((told) => {
    for (const desk of windows.all()) windows.tell(desk, told);
    // Another language, or somebody else at the keyboard.
    if (told.kind !== 'refresh') return;
    for (const desk of windows.all()) showTitle(desk, words());
    refresh();
  });
  noteQuitting();
  closeBeforeQuit(product.close);
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit(); });
  app.on('activate', () => { if (windows.all().length === 0) windows.add(); });
  return { ask: (files) => { askFor(files, running); } };
}

function askFor(files: readonly string[], { windows, words }: Running): void {
  const near = files.filter((path) => !isRemote(path));
  for (const path of near) windows.openFile(path);
  const front = windows.front();
  if (near.length === 0) windows.show(front ?? windows.add());
  if (near.length < files.length) sayRemote(windows.front()?.window, words(), 'remoteAssessment');
}

function windowsOver(product: Product, words: () => Words, changed: () => void): Windows {
  const places = openPlaces(product.folders.user);
  return openWindows({
    open: (taken) => openWindow({ preload: preloadFile, title: words().product, place: standNew(places, taken), developing: !app.isPackaged }),
    load: (desk) => {
      const { window } = desk;
      rememberStanding(window, places);
      askBeforeClosing(desk, words);
      offerReload(window, { log: product.log, words });
      window.loadURL(`${origin}/index.html`).catch((error: unknown) => { if (!window.isDestroyed()) product.log.bug('page', error); });
    },
    issue: (path) => product.handles.issue({ kind: 'path', path }),
    changed,
    left: ({ shown }) => { if (shown !== null) void product.api.call('closeAssessment', { assessment: shown.assessment }); },
  });
}

function doorOf({ product, windows, words, refresh }: Running): ReturnType<typeof openDoor> {
  const { api, handles, folders, log } = product;
  return openDoor({
    deskOf: windows.of,
    call: answerCalls({ answer: api.answer, fileOf: api.fileOf, handles, windows, changed: (desk) => { showTitle(desk, words()); refresh(); } }),
    choosing: openChoosing({ handles, words, folders: { evidence: app.getPath('documents'), assessments: folders.assessments } }),
    deliver: openDelivering({ handles, words, folder: app.getPath('documents'), isOpen: (path) => windows.showing(path) !== undefined }),
    openWindow: () => { windows.show(windows.add()); },
    greet: windows.greet,
    failed: (error) => { log.bug('desktop', error); },
  });
}

/** The window bears the name of its assessment; the system's own list of recent documents learns of it. */
function showTitle({ window, shown }: Desk, words: Words): void {
  if (window.isDestroyed()) return;
  const title = shown === null ? words.product : `${shown.title} – ${words.product}`;
  if (window.getTitle() === title) return;
  window.setTitle(title);
  window.setRepresentedFilename(shown?.path ?? '');
  if (shown !== null) app.addRecentDocument(shown.path);
}

function menusOver({ product, windows, words }: Omit<Running, 'refresh'>): () => void {
  return keepMenus(() => menuState(product.preferences.read(), windows.front()), {
    command: windows.command,
    openRecent: windows.openFile,
    openWindow: () => { windows.show(windows.add()); },
    about: () => { void about(product, words(), windows); },
  });
}

async function about({ api, preferences }: Product, words: Words, windows: Windows): Promise<void> {
  const start = await api.call('start', {});
  const { language } = preferences.read().settings;
  const packs = start.ok ? start.value.packs.map((pack) => `${pack[language]} ${pack.edition}`) : [];
  await showAbout(windows.front()?.window, { version: productVersion(), packs, words, licences: () => { windows.command('about'); } });
}

const recentShown = 10;

function menuState({ settings, identity, recent }: Preferences, front: Desk | undefined): MenuState {
  const shown = front?.shown ?? null;
  return {
    language: settings.language, mac: process.platform === 'darwin', developing: !app.isPackaged, known: identity !== null, window: front !== undefined, working: (front?.working ?? 0) > 0,
    shown: shown === null ? null : { readOnly: shown.readOnly, undo: shown.undo, redo: shown.redo },
    recent: recent.map(({ path }) => path).filter((path) => !isRemote(path) && existsSync(path)).slice(0, recentShown),
  };
}
