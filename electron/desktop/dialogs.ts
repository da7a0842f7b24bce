import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { dirname, isAbsolute } from 'node:path';
import type { SourceHandle } from '../contract.ts';
import type { Handles } from '../handlers/handles.ts';
import { isRemote } from './named-files.ts';
import type { Words } from './words.ts';

export type Choosing = {
  readonly chooseEvidence: (window: BrowserWindow, kind: 'files' | 'folder') => Promise<readonly SourceHandle[] | null>;
  readonly takeDropped: (window: BrowserWindow, paths: readonly string[]) => readonly SourceHandle[] | null;
  readonly chooseAssessment: (window: BrowserWindow) => Promise<SourceHandle | null>;
};

type Around = {
  readonly handles: Handles; readonly words: () => Words;
  /** Where the first dialog of its kind begins; later ones begin where the last thing was chosen. */
  readonly folders: { readonly evidence: string; readonly assessments: string };
};

/** The system's dialogs for choosing: what the user picks leaves here as handles, never as paths. */
export function openChoosing({ handles, words, folders }: Around): Choosing {
  const begin = { ...folders };
  const issue = (path: string): SourceHandle => handles.issue({ kind: 'path', path });
  const choose = async (window: BrowserWindow, at: keyof typeof begin, options: OpenDialogOptions): Promise<readonly SourceHandle[] | null> => {
    const { canceled, filePaths: [first, ...others] } = await dialog.showOpenDialog(window, { defaultPath: begin[at], ...options });
    if (canceled || first === undefined) return null;
    begin[at] = dirname(first);
    return [first, ...others].map(issue);
  };
  return {
    chooseEvidence: (window, kind) => choose(window, 'evidence', kind === 'files'
      ? { title: words().chooseFiles, properties: ['openFile', 'multiSelections', 'dontAddToRecent'] }
      : { title: words().chooseFolder, properties: ['openDirectory', 'multiSelections', 'dontAddToRecent'] }),
    takeDropped: (window, paths) => {
      if (paths.some(isRemote)) {
        sayRemote(window, words(), 'remoteDrop');
        return null;
      }
      return paths.length === 0 || !paths.every((path) => isAbsolute(path)) ? null : paths.map(issue);
    },
    chooseAssessment: async (window) => {
      const chosen = await choose(window, 'assessments', { title: words().chooseAssessment, properties: ['openFile'], filters: [{ name: words().assessmentFile, extensions: ['maturity'] }] });
      return chosen?.[0] ?? null;
    },
  };
}

/** Says why a network place was not taken, without having looked at it. */
export function sayRemote(window: BrowserWindow | undefined, words: Words, detail: 'remoteAssessment' | 'remoteDrop'): void {
  const box = { type: 'warning' as const, message: words.remoteTitle, detail: words[detail], buttons: [words.ok], noLink: true };
  void (window === undefined ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box));
}
