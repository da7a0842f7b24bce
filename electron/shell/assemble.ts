import { resolve } from 'node:path';
import { v7 } from 'uuid';
import { createApi, type OpenApi } from '../handlers/api.ts';
import { createHandles, type Handles } from '../handlers/handles.ts';
import { openPacks } from '../handlers/packs.ts';
import { backupsFolder, openFolders, type Folders } from '../user/folders.ts';
import { openDeviceKey, type DeviceKey } from '../user/device-key.ts';
import { openLog, type Log } from '../user/log.ts';
import { openPreferences, type PreferenceStore } from '../user/preferences.ts';
import { openRunFolder } from '../user/run-folder.ts';
import { preparedPacks, productPath, productVersion } from './product.ts';

/** A shell that keeps its folders, log or key in its own way gives them; otherwise they are the usual ones. */
export type Assembly = { readonly shell: 'electron' | 'browser'; readonly file: string | undefined; readonly folders?: Folders; readonly log?: Log; readonly deviceKey?: DeviceKey };
export type Product = {
  readonly api: OpenApi; readonly handles: Handles; readonly preferences: PreferenceStore; readonly log: Log; readonly folders: Folders;
  /** Private temporary files of this run. */
  readonly runFolder: string;
  /** Closes every assessment cleanly and removes the temporary files. */
  readonly close: () => Promise<void>;
};

/** Until the shell has begun to open its window, in milliseconds. */
const patience = 50;

const now = (): Date => new Date();
const newId = (): string => v7();

/** The log of this user's folder, with the real clock. */
export function openMachineLog({ user }: Folders): Log {
  return openLog(user, now, newId);
}

/** The API over the real machine, the same for both shells: real clock, random ids, the user's folders. */
export function assemble({ shell, file, folders = openFolders(), log = openMachineLog(folders), deviceKey = openDeviceKey({ userFolder: folders.user, log }) }: Assembly): Product {
  const handles = createHandles();
  const preferences = openPreferences(folders.user);
  const run = openRunFolder(folders.user);
  const api = createApi({
    now, newId, shell, handles, preferences, log, device: deviceKey.fingerprint, deviceProtection: deviceKey.protection, version: productVersion(),
    assessmentsFolder: folders.assessments, packs: openPacks(productPath('assessments/packs'), preparedPacks()), sampleFolder: productPath('electron/sample/credit-scoring-delivery'),
    userFolder: folders.user, licencesFile: productPath('out/licences.json'), runFolder: run.path, backupsFolder: backupsFolder(folders.user), backsUpByItself: true, file: file === undefined ? null : resolve(file),
  });
  // While the window is being opened there is time for it.
  setTimeout(api.warm, patience).unref();
  return { api, handles, preferences, log, folders, runFolder: run.path, close: async () => { await api.close(); run.remove(); } };
}
