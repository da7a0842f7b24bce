import { realpathSync } from 'node:fs';
import type { BrowserWindow, Rectangle, WebContents } from 'electron';
import type { AssessmentHandle, MenuCommand, Told } from '../contract.ts';

/** The assessment a window shows, as far as menus and titles need to know it. */
export type Shown = {
  readonly assessment: AssessmentHandle; readonly path: string; readonly title: string; readonly readOnly: boolean;
  readonly undo: boolean; readonly redo: boolean;
};

/** One window of the program and what it shows; changed in place as calls of its page come and go. */
export type Desk = {
  readonly window: BrowserWindow;
  /** It is on the screen; before that it comes up by itself as soon as there is something to see. */
  ready: boolean;
  /** The page has asked for its start and can be told things. */
  started: boolean;
  /** What the page is to do as soon as it has started. */
  wanted: { readonly file: string | null; readonly command: MenuCommand | null };
  /** The file whose opening is under way. */
  opening: string | null;
  shown: Shown | null;
  /** Imports and reports under way. */
  working: number;
};

export type Windows = {
  readonly all: () => readonly Desk[];
  readonly of: (contents: WebContents) => Desk | undefined;
  /** The one in front, or the last that was. */
  readonly front: () => Desk | undefined;
  readonly show: (desk: Desk) => void;
  readonly add: (wanted?: Partial<Desk['wanted']>) => Desk;
  /** Brings the window to the front that shows the file; else has it opened by one on its home screen; else by a new one. */
  readonly openFile: (path: string) => void;
  readonly showing: (path: string) => Desk | undefined;
  /** Has a page perform a menu command; in a new window where there is none. */
  readonly command: (command: MenuCommand) => void;
  readonly tell: (desk: Desk, told: Told) => void;
  /** To be called once a page has been answered its start: it is told what it was opened for. */
  readonly greet: (desk: Desk) => void;
};

type Around = {
  readonly open: (taken: readonly Rectangle[]) => BrowserWindow;
  readonly load: (desk: Desk) => void;
  readonly issue: (path: string) => string;
  /** A window came, went or came to the front. */
  readonly changed: () => void;
  readonly left: (desk: Desk) => void;
};

/** All windows of the program: one for each assessment, none shown twice. */
export function openWindows({ open, load, issue, changed, left }: Around): Windows {
  const desks: Desk[] = [];
  let last: Desk | undefined;
  const front = (): Desk | undefined => desks.find(({ window }) => window.isFocused()) ?? last ?? desks.at(-1);
  const showing = (path: string): Desk | undefined => {
    const real = realPath(path);
    return desks.find(({ shown, opening, wanted }) => [shown?.path, opening, wanted.file].some((one) => typeof one === 'string' && realPath(one) === real));
  };
  const tell = ({ window }: Desk, told: Told): void => { if (!window.isDestroyed()) window.webContents.send('told', told); };

  const add = (wanted: Partial<Desk['wanted']> = {}): Desk => {
    const window = open(desks.map((desk) => desk.window.getBounds()));
    const desk: Desk = { window, ready: false, started: false, wanted: { file: null, command: null, ...wanted }, opening: null, shown: null, working: 0 };
    desks.push(desk);
    window.once('ready-to-show', () => { desk.ready = true; });
    window.on('focus', () => { last = desk; changed(); });
    window.on('closed', () => {
      desks.splice(desks.indexOf(desk), 1);
      if (last === desk) last = undefined;
      left(desk);
      changed();
    });
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => { if (isMainFrame && !isSameDocument) desk.started = false; });
    load(desk);
    changed();
    return desk;
  };

  const openFile = (path: string): void => {
    const already = showing(path);
    if (already !== undefined) {
      show(already);
      return;
    }
    const home = desks.find(isHome);
    if (home === undefined) {
      add({ file: path });
      return;
    }
    home.wanted = { ...home.wanted, file: path };
    if (home.started) tell(home, { kind: 'open-requested', file: issue(path) });
    show(home);
  };

  return {
    all: () => desks, front, show, add, openFile, showing, tell,
    of: (contents) => desks.find(({ window }) => !window.isDestroyed() && window.webContents === contents),
    command: (command) => {
      const desk = front();
      const elsewhere = desk === undefined || (command === 'new' && desk.shown !== null);
      if (elsewhere) show(add({ command }));
      else if (desk.started) tell(desk, { kind: 'menu', command });
      else desk.wanted = { ...desk.wanted, command };
    },
    greet: (desk) => {
      const { command } = desk.wanted;
      desk.started = true;
      desk.wanted = { ...desk.wanted, command: null };
      if (command !== null) tell(desk, { kind: 'menu', command });
    },
  };
}

function isHome({ shown, opening, wanted }: Desk): boolean {
  return shown === null && opening === null && wanted.file === null;
}

function show({ window, ready }: Desk): void {
  if (!ready) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The file behind a path, so that two names of one file are known as one; nothing opens it. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
