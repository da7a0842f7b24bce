import { dialog, type BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { DownloadHandle } from '../contract.ts';
import type { Handles, Offer } from '../handlers/handles.ts';
import { realPath } from './windows.ts';
import type { Words } from './words.ts';

type Around = {
  readonly handles: Handles; readonly words: () => Words;
  /** Where the first dialog begins; later ones begin where the last file was saved. */
  readonly folder: string;
  /** Whether an assessment that is open lies at the path. */
  readonly isOpen: (path: string) => boolean;
};

export type Deliver = (window: BrowserWindow, download: DownloadHandle) => Promise<boolean>;

/**
 * Lets the user save a finished file: beside first, then in its place in one step, so that a full disk or a pulled stick
 * leaves what was there. What could not be saved stays on offer and is asked for again under another name or place.
 */
export function openDelivering({ handles, words, folder, isOpen }: Around): Deliver {
  let begin = folder;
  return async (window, download) => {
    for (let offer = handles.lookOffer(download); offer !== undefined; offer = handles.lookOffer(download)) {
      const path = await askWhere(window, join(begin, offer.name), words());
      if (path === null) return false;
      const sentence = isOpen(realPath(path)) ? words().saveOntoOpen : await save(offer, path, words());
      if (sentence === null) {
        begin = dirname(path);
        handles.takeOffer(download);
        await rm(offer.path, { force: true });
        return true;
      }
      await dialog.showMessageBox(window, { type: 'error', message: words().notSaved(basename(path)), detail: sentence, buttons: [words().ok], noLink: true });
    }
    return false;
  };
}

/** Where to save, with the file's own extension; null where the user would rather not. */
async function askWhere(window: BrowserWindow, offered: string, words: Words): Promise<string | null> {
  const extension = extname(offered);
  for (let begin = offered; ;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: words.save, defaultPath: begin, filters: [{ name: extension === '.maturity' ? words.assessmentFile : extension.slice(1).toUpperCase(), extensions: [extension.slice(1)] }],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    if (canceled || filePath === '') return null;
    if (extname(filePath).toLowerCase() === extension.toLowerCase()) return filePath;
    // Not every system adds the extension, and the one that was asked about overwriting was another file.
    const path = `${filePath}${extension}`;
    if (!existsSync(path) || await mayReplace(window, path, words)) return path;
    begin = path;
  }
}

async function mayReplace(window: BrowserWindow, path: string, words: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, { type: 'warning', message: words.replaceQuestion(basename(path)), detail: words.replaceDetail, buttons: [words.replace, words.cancel], defaultId: 1, cancelId: 1, noLink: true });
  return response === 0;
}

/** Null where the file is in its place, synced; otherwise the sentence that says what to do. */
async function save(offer: Offer, path: string, words: Words): Promise<string | null> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await copyFile(offer.path, beside, constants.COPYFILE_EXCL);
    const file = await open(beside, 'r+');
    await file.sync().finally(() => file.close());
    await rename(beside, path);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return words[sentences[codeOf(error)] ?? 'saveFailed'];
  }
}

const sentences: Readonly<Record<string, 'saveDenied' | 'saveFull' | 'saveReadOnly' | 'saveBusy' | 'saveGone'>> = {
  EACCES: 'saveDenied', EPERM: 'saveDenied', ENOSPC: 'saveFull', EDQUOT: 'saveFull', EFBIG: 'saveFull', EROFS: 'saveReadOnly',
  EBUSY: 'saveBusy', ETXTBSY: 'saveBusy', EISDIR: 'saveBusy', ENOENT: 'saveGone', ENOTDIR: 'saveGone', ENODEV: 'saveGone', ENXIO: 'saveGone',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
