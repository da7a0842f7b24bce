/** The desktop shell: windows, menus, dialogs and lifetime around the API; nothing else. */
import { app, dialog, protocol } from 'electron';
import { openMachineLog } from '../shell/assemble.ts';
import { openFolders } from '../user/folders.ts';
import { openPreferences } from '../user/preferences.ts';
import { keepCrashReports, logLostChildren, logUnhandled } from './failures.ts';
import { namedFiles } from './named-files.ts';
import { confine } from './profile.ts';
import { openWorkbench, type Workbench } from './workbench.ts';
import { wordsOf, type Words } from './words.ts';

const folders = openFolders();
const log = openMachineLog(folders);
const preferences = openPreferences(folders.user);
const words = (): Words => wordsOf(preferences.read().settings.language);

confine(folders.user);
keepCrashReports(folders.user);
logUnhandled({ log, words });
logLostChildren(log);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

let workbench: Workbench | undefined;
/** What was asked for before there was a window. */
let waiting = namedFiles(process.argv.slice(1), process.cwd());

// Not awaited here: Electron is ready only once this module has been evaluated.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, spoken, folder) => { ask(namedFiles(spoken.slice(1), folder)); });
  app.on('open-file', (event, path) => { event.preventDefault(); ask(namedFiles([path], process.cwd())); });
  run().catch(failed);
} else {
  app.quit();
}

async function run(): Promise<void> {
  await app.whenReady();
  workbench = await openWorkbench({ folders, log });
  workbench.ask(waiting);
}

/** Another start of the program, or the system, asks for files; for none, the program comes to the front. */
function ask(files: readonly string[]): void {
  if (workbench === undefined) waiting = [...waiting, ...files];
  else workbench.ask(files);
}

function failed(error: unknown): void {
  dialog.showErrorBox(words().product, words().notStarted(log.bug('start', error)));
  app.exit(1);
}
