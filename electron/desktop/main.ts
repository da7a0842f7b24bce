/** The desktop shell: windows, dialogs and lifetime around the API; nothing else. */
import { app, ipcMain, Menu, protocol, session, type BrowserWindow } from 'electron';
import { assemble } from '../shell/assemble.ts';
import { preloadFile, rendererFolder } from '../shell/renderer-folder.ts';
import { listRendererFiles } from '../shell/renderer-files.ts';
import { openDialogs } from './dialogs.ts';
import { openDoor, origin } from './door.ts';
import { answerPages } from './pages.ts';
import { lockSession, openWindow } from './window.ts';

const isAssessment = (word: string): boolean => word.endsWith('.maturity');

app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-background-networking');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

// Not awaited here: Electron is ready only once this module has been evaluated.
if (app.requestSingleInstanceLock()) run().catch(failed);
else app.quit();

async function run(): Promise<void> {
  const product = assemble({ shell: 'electron', file: process.argv.slice(1).find(isAssessment) });
  await app.whenReady();
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  lockSession(session.defaultSession);
  protocol.handle('app', answerPages(listRendererFiles(rendererFolder)));

  const window = openWindow(preloadFile);
  const requestOpen = (path: string): void => {
    window.webContents.send('told', { kind: 'open-requested', file: product.handles.issue({ kind: 'path', path }) });
    show(window);
  };
  product.api.listen((told) => { if (!window.isDestroyed()) window.webContents.send('told', told); });
  ipcMain.handle('api', openDoor(product.api, openDialogs(window, product.handles)));
  app.on('second-instance', (_event, words) => {
    const file = words.find(isAssessment);
    if (file === undefined) show(window);
    else requestOpen(file);
  });
  app.on('open-file', (event, path) => { event.preventDefault(); requestOpen(path); });
  app.on('window-all-closed', () => { app.quit(); });
  closeBeforeQuit(product.close);
  await window.loadURL(`${origin}/index.html`);
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Assessments are closed, each file whole by itself, before the program goes. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => { closed = true; app.quit(); });
  });
}

function failed(error: unknown): void {
  process.stderr.write(`${String(error)}\n`);
  app.exit(1);
}
