import { resolve } from 'node:path';
import { v7 } from 'uuid';
import { createApi, type OpenApi } from '../handlers/api.ts';
import { createHandles, type Handles } from '../handlers/handles.ts';
import { backupsFolder, openFolders, type Folders } from '../user/folders.ts';
import { openLog, type Log } from '../user/log.ts';
import { openPreferences } from '../user/preferences.ts';
import { openRunFolder } from '../user/run-folder.ts';
import { productPath, productVersion } from './product.ts';

export type Assembly = { readonly shell: 'electron' | 'browser'; readonly file: string | undefined; readonly folders?: Folders };
export type Product = {
  readonly api: OpenApi; readonly handles: Handles; readonly log: Log; readonly folders: Folders;
  /** Private temporary files of this run. */
  readonly runFolder: string;
  /** Closes every assessment cleanly and removes the temporary files. */
  readonly close: () => Promise<void>;
};

/** The API over the real machine, the same for both shells: real clock, random ids, the user's folders. */
export function assemble({ shell, file, folders = openFolders() }: Assembly): Product {
  const now = (): Date => new Date();
  const newId = (): string => v7();
  const handles = createHandles();
  const log = openLog(folders.user, now, newId);
  const preferences = openPreferences(folders.user, newId);
  const run = openRunFolder(folders.user);
  const api = createApi({
    now, newId, shell, handles, preferences, log, device: preferences.read().device, version: productVersion(),
    assessmentsFolder: folders.assessments, packsFolder: productPath('assessments/packs'), sampleFolder: productPath('electron/sample/credit-scoring-delivery'),
    runFolder: run.path, backupsFolder: backupsFolder(folders.user), file: file === undefined ? null : resolve(file),
  });
  return { api, handles, log, folders, runFolder: run.path, close: async () => { await api.close(); run.remove(); } };
}
