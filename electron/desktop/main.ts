/** The desktop shell: windows, menus, dialogs and lifetime around the API; nothing else. */
import { app, dialog, protocol } from 'electron';
import { openMachineLog } from '../shell/assemble.ts';
import { openFolders, type Folders } from '../user/folders.ts';
import { openPreferences } from '../user/preferences.ts';
import { keepCrashReports, logLostChildren, logUnhandled } from './failures.ts';
import { namedFiles } from './named-files.ts';
import { confine } from './profile.ts';
import { openWorkbench, type Workbench } from './workbench.ts';
import { wordsOf, type Words } from './words.ts';

// Not awaited here: Electron is ready only once this module has been evaluated.
const folders = findFolders();
if (folders !== null) start(folders);

/** All that must be settled before Electron is ready; then the one program that runs opens its windows. */
function start(folders: Folders): void {
  const log = openMachineLog(folders);
  const preferences = openPreferences(folders.user);
  const words = (): Words => wordsOf(preferences.read().settings.language);
  confine(folders.user);
  keepCrashReports(folders.user);
  logUnhandled({ log, words });
  logLostChildren(log);
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const ask = takeRequests(app.whenReady().then(() => openWorkbench({ folders, log })), (error) => {
    dialog.showErrorBox(words().product, words().notStarted(log.bug('start', error)));
    app.exit(1);
  });
  app.on('second-instance', (_event, spoken, folder) => { ask(namedFiles(spoken.slice(1), folder)); });
  app.on('open-file', (event, path) => { event.preventDefault(); ask(namedFiles([path], process.cwd())); });
}

/** Takes requests for files, from the command line on; those that come before there is a workbench wait for it. */
function takeRequests(opening: Promise<Workbench>, failed: (error: unknown) => void): (files: readonly string[]) => void {
  let workbench: Workbench | undefined;
  let waiting = namedFiles(process.argv.slice(1), process.cwd());
  opening.then((opened) => {
    workbench = opened;
    opened.ask(waiting);
  }).catch(failed);
  return (files) => {
    if (workbench === undefined) waiting = [...waiting, ...files];
    else workbench.ask(files);
  };
}

/** Without a folder for its data the program cannot even log why; it says so in both languages and ends. */
function findFolders(): Folders | null {
  try {
    return openFolders();
  } catch {
    dialog.showErrorBox(`${wordsOf('zh').product} · ${wordsOf('en').product}`, `${wordsOf('zh').noFolder}\n\n${wordsOf('en').noFolder}`);
    app.exit(1);
    return null;
  }
}
