import type { MenuItemConstructorOptions as Item } from 'electron';
import { basename } from 'node:path';
import type { Language } from '#assessments';
import type { MenuCommand } from '../contract.ts';
import { wordsOf, type Words } from './words.ts';

/** All that the menus depend on; the same state gives the same menus. */
export type MenuState = {
  readonly language: Language; readonly mac: boolean; readonly developing: boolean;
  /** Somebody has said who is at the keyboard. */
  readonly known: boolean;
  /** There is a window; its assessment, where it shows one. */
  readonly window: boolean;
  readonly shown: { readonly readOnly: boolean; readonly undo: boolean; readonly redo: boolean } | null;
  /** An import or report runs in the window in front. */
  readonly working: boolean;
  /** Paths of recent assessments that are still there, the last first. */
  readonly recent: readonly string[];
};

export type MenuActs = {
  readonly command: (command: MenuCommand) => void;
  readonly openRecent: (path: string) => void;
  readonly openWindow: () => void;
  readonly about: () => void;
};

type Make = { readonly state: MenuState; readonly acts: MenuActs; readonly words: Words };

const line: Item = { type: 'separator' };

/** The application's menus in the user's language: the platform's own roles, and commands that the page performs. */
export function menus(state: MenuState, acts: MenuActs): Item[] {
  const make: Make = { state, acts, words: wordsOf(state.language) };
  return [...(state.mac ? [appMenu(make)] : []), fileMenu(make), editMenu(make), viewMenu(make), windowMenu(make), helpMenu(make)];
}

function command({ acts }: Make, name: MenuCommand, label: string, enabled: boolean, accelerator?: string): Item {
  return { id: name, label, enabled, click: () => { acts.command(name); }, ...(accelerator === undefined ? {} : { accelerator }) };
}

const settings = (make: Make): Item => command(make, 'settings', make.words.settings, make.state.known, 'CmdOrCtrl+,');
const about = ({ acts, words }: Make): Item => ({ id: 'about-box', label: words.aboutProduct, click: () => { acts.about(); } });

function appMenu(make: Make): Item {
  const { words } = make;
  return {
    label: words.product,
    submenu: [
      about(make), line, settings(make), line, { role: 'services', label: words.services }, line,
      { role: 'hide', label: words.hide }, { role: 'hideOthers', label: words.hideOthers }, { role: 'unhide', label: words.showAll }, line, { role: 'quit', label: words.quit },
    ],
  };
}

function fileMenu(make: Make): Item {
  const { state: { known, shown, working, mac, window }, acts, words } = make;
  const open = shown !== null;
  const writable = open && !shown.readOnly && !working;
  return {
    label: words.file,
    submenu: [
      command(make, 'new', words.newAssessment, known, 'CmdOrCtrl+N'),
      { id: 'new-window', label: words.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: () => { acts.openWindow(); } },
      command(make, 'open', words.open, known, 'CmdOrCtrl+O'), recentMenu(make), line,
      command(make, 'import-files', words.importFiles, writable, 'CmdOrCtrl+I'), command(make, 'import-folder', words.importFolder, writable, 'CmdOrCtrl+Shift+O'), command(make, 'licensed-wording', words.licensedWording, open), line,
      command(make, 'save-copy', words.saveCopy, open, 'CmdOrCtrl+Shift+S'), command(make, 'report', words.report, open, 'CmdOrCtrl+E'), command(make, 'print', words.print, open, 'CmdOrCtrl+P'), line,
      ...(mac ? [] : [settings(make), line]),
      command(make, 'close', words.closeAssessment, open, 'CmdOrCtrl+Shift+W'), { role: 'close', label: words.closeWindow, accelerator: 'CmdOrCtrl+W', enabled: window },
      ...(mac ? [] : [line, { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' } satisfies Item]),
    ],
  };
}

function recentMenu({ state: { recent, known }, acts, words }: Make): Item {
  const entries = recent.map((path, index): Item => ({ id: `recent-${index}`, label: shownName(path), toolTip: path, enabled: known, click: () => { acts.openRecent(path); } }));
  return { id: 'recent', label: words.openRecent, submenu: entries.length === 0 ? [{ label: words.noRecent, enabled: false }] : entries };
}

/** `&` would be taken as the mark of a menu key. */
function shownName(path: string): string {
  return basename(path).replaceAll('&', '&&');
}

function editMenu(make: Make): Item {
  const { state: { shown, mac }, words } = make;
  // On macOS a text field has no undo but the menu's, and the page knows where the focus is.
  const may = (what: 'undo' | 'redo'): boolean => shown !== null && (mac || (shown[what] && !shown.readOnly));
  return {
    label: words.edit,
    submenu: [
      command(make, 'undo', words.undo, may('undo'), 'CmdOrCtrl+Z'), command(make, 'redo', words.redo, may('redo'), mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'), line,
      { role: 'cut', label: words.cut }, { role: 'copy', label: words.copy }, { role: 'paste', label: words.paste }, { role: 'selectAll', label: words.selectAll }, line,
      command(make, 'find', words.find, shown !== null, 'CmdOrCtrl+F'),
    ],
  };
}

function viewMenu(make: Make): Item {
  const { state: { shown, developing }, words } = make;
  return {
    label: words.view,
    submenu: [
      command(make, 'catalogue', words.catalogue, shown !== null, 'CmdOrCtrl+B'), command(make, 'journal', words.journal, shown !== null, 'CmdOrCtrl+J'), line,
      { role: 'resetZoom', label: words.actualSize }, { role: 'zoomIn', label: words.zoomIn }, { role: 'zoomOut', label: words.zoomOut }, line, { role: 'togglefullscreen', label: words.fullScreen },
      ...(developing ? [line, { role: 'toggleDevTools', label: words.developerTools } satisfies Item] : []),
    ],
  };
}

function windowMenu({ state: { mac }, words }: Make): Item {
  return {
    label: words.window, ...(mac ? { role: 'window' } : {}),
    submenu: [{ role: 'minimize', label: words.minimize }, ...(mac ? [{ role: 'zoom', label: words.zoomWindow }, line, { role: 'front', label: words.allToFront }] satisfies Item[] : [])],
  };
}

function helpMenu(make: Make): Item {
  const { state: { mac, known }, words } = make;
  return {
    label: words.help, ...(mac ? { role: 'help' } : {}),
    submenu: [command(make, 'help', words.keys, known, mac ? 'Cmd+?' : 'F1'), command(make, 'about', words.licences, known), ...(mac ? [] : [line, about(make)])],
  };
}
