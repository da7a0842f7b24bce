import { dialog, type BrowserWindow } from 'electron';
import type { Words } from './words.ts';

export type About = { readonly version: string; readonly packs: readonly string[]; readonly words: Words; readonly licences: () => void };

/** The native about box: version, edition, catalogue packs, what it runs on; a button leads to the licences. */
export async function showAbout(window: BrowserWindow | undefined, { version, packs, words, licences }: About): Promise<void> {
  const { electron, chrome, node } = process.versions;
  const runsOn = Object.entries({ Electron: electron, Chromium: chrome, Node: node }).flatMap(([name, one]) => (one === undefined ? [] : [`${name} ${one}`]));
  const box = {
    type: 'info' as const, message: words.product, buttons: [words.ok, words.licences], defaultId: 0, cancelId: 0, noLink: true,
    detail: [words.version(version), words.edition, words.packs(packs.length === 0 ? words.noPacks : packs.join(' · ')), runsOn.join(' · ')].join('\n'),
  };
  const { response } = await (window === undefined ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box));
  if (response === 1) licences();
}
