import { app, crashReporter, dialog, type BrowserWindow } from 'electron';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../user/log.ts';
import { makePrivateFolder } from '../user/folders.ts';
import type { Words } from './words.ts';

const keptReports = 5;

/**
 * Has Chromium write what it knows of a crash into the user's own folder, and nowhere else: nothing is sent. A report
 * holds memory, and with it evidence; only the last few are kept. To be called before Electron is ready.
 */
export function keepCrashReports(userFolder: string): void {
  const folder = makePrivateFolder(join(userFolder, 'crashes'));
  app.setPath('crashDumps', folder);
  crashReporter.start({ uploadToServer: false, compress: false });
  const reports = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.dmp')).map((entry) => join(entry.parentPath, entry.name));
  const newestFirst = reports.map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((one, other) => other.at - one.at);
  for (const { path } of newestFirst.slice(keptReports)) rmSync(path, { force: true });
}

type Around = { readonly log: Log; readonly words: () => Words };

/** Bugs of the main process go to the log; the first of a run is also told. The program goes on: what is saved is saved. */
export function logUnhandled({ log, words }: Around): void {
  let told = false;
  const bug = (error: unknown): void => {
    const reference = log.bug('desktop', error);
    if (!told) dialog.showErrorBox(words().bug, words().bugDetail(reference));
    told = true;
  };
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);
}

/** Child processes of Chromium that broke go to the log; those we killed ourselves, and good ends, do not. */
export function logLostChildren(log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    if (reason !== 'clean-exit' && reason !== 'killed') log.bug('child process', new Error(`${type} ${serviceName ?? ''}: ${reason} ${exitCode}`));
  });
}

/** A page that broke, or that no longer answers, can be loaded again: the assessment is still open in the program. */
export function offerReload(window: BrowserWindow, { log, words }: Around): void {
  const { webContents } = window;
  let ended = false;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const reference = log.bug('renderer', new Error(`renderer gone: ${reason} ${exitCode}`));
    if (ended) webContents.reload();
    else void ask(window, { message: words().gone, detail: words().goneDetail(reference), buttons: [words().reload, words().close] }).then((answer) => { reloadOrClose(window, answer === 0); });
    ended = false;
  });
  let asking = false;
  window.on('unresponsive', () => {
    if (asking) return;
    asking = true;
    void ask(window, { message: words().stuck, detail: words().stuckDetail, buttons: [words().wait, words().reload] }).then((answer) => {
      asking = false;
      if (answer !== 1 || window.isDestroyed()) return;
      ended = true;
      webContents.forcefullyCrashRenderer();
    });
  });
}

function reloadOrClose(window: BrowserWindow, reload: boolean): void {
  if (window.isDestroyed()) return;
  if (reload) window.webContents.reload();
  else window.destroy();
}

async function ask(window: BrowserWindow, box: { readonly message: string; readonly detail: string; readonly buttons: string[] }): Promise<number> {
  if (window.isDestroyed()) return 0;
  const { response } = await dialog.showMessageBox(window, { type: 'error', ...box, defaultId: 0, cancelId: 0, noLink: true });
  return response;
}
