import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { copyFile, rm } from 'node:fs/promises';
import type { DownloadHandle, SourceHandle } from '../contract.ts';
import type { Handles } from '../handlers/handles.ts';

export type Dialogs = {
  readonly chooseEvidence: (kind: 'files' | 'folder') => Promise<readonly SourceHandle[] | null>;
  readonly takeDropped: (paths: readonly string[]) => readonly SourceHandle[] | null;
  readonly chooseAssessment: () => Promise<SourceHandle | null>;
  readonly deliver: (name: string, download: DownloadHandle) => Promise<boolean>;
};

/** The system's dialogs over one window: what the user picks leaves here as handles, never as paths. */
export function openDialogs(window: BrowserWindow, handles: Handles): Dialogs {
  const issue = (path: string): SourceHandle => handles.issue({ kind: 'path', path });
  const choose = async (options: OpenDialogOptions): Promise<readonly SourceHandle[] | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled || filePaths.length === 0 ? null : filePaths.map(issue);
  };
  return {
    chooseEvidence: (kind) => choose({ properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'] }),
    takeDropped: (paths) => (paths.length === 0 ? null : paths.map(issue)),
    chooseAssessment: async () => (await choose({ properties: ['openFile'], filters: [{ name: 'MLOps Maturity', extensions: ['maturity'] }] }))?.[0] ?? null,
    deliver: async (name, download) => {
      const offer = handles.lookOffer(download);
      if (offer === undefined) return false;
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
      if (canceled || filePath === '') return false;
      await copyFile(offer.path, filePath);
      handles.takeOffer(download);
      await rm(offer.path, { force: true });
      return true;
    },
  };
}
