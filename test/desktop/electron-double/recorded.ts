import type * as Real from 'electron';
import type { BrowserWindow } from './browser-window.ts';

export type Listener = (event: { readonly sender: unknown; readonly senderFrame: unknown }, ...args: unknown[]) => unknown;
type Answer = (granted: boolean) => void;
export type Said = { readonly kind: 'open' | 'save' | 'message' | 'error'; readonly title: string; readonly options: Real.OpenDialogOptions & Real.SaveDialogOptions & Partial<Real.MessageBoxOptions> };
export type Template = readonly Real.MenuItemConstructorOptions[];

/** What the product configured and did: the tests read it. */
export const seen = {
  sandboxed: false, switches: [] as string[], schemes: [] as unknown[], preferences: [] as Real.WebPreferences[],
  /** Windows that are open, the first opened first. */
  windows: [] as BrowserWindow[],
  permissionRequest: undefined as ((contents: unknown, permission: string, answer: Answer) => void) | undefined,
  permissionCheck: undefined as (() => boolean) | undefined, device: undefined as (() => boolean) | undefined,
  displayMedia: undefined as ((request: unknown, answer: (streams: object) => void) => void) | undefined,
  certificate: undefined as ((request: unknown, answer: (result: number) => void) => void) | undefined,
  spellChecker: undefined as boolean | undefined, dictionaries: '',
  beforeRequest: undefined as ((details: { readonly url: string }, answer: (response: { readonly cancel: boolean }) => void) => void) | undefined,
  channels: new Map<string, Listener>(), protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  menus: [] as Template[], said: [] as Said[], recent: [] as string[], paths: new Map<string, string>(), crashReporter: undefined as unknown, name: '',
  exit: undefined as number | undefined, ended: false,
};

/** The machine the program finds, and what the user answers. */
export const machine = {
  packaged: true, alone: true,
  /** Null: there is no key store; `broken`: there is one, which fails. */
  keyStore: 'gnome_libsecret' as string | null,
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  /** What the next dialog of each kind is answered; without an answer the user cancels. */
  open: [] as string[], save: [] as string[], buttons: [] as number[],
};

/** The menus as they are now, flat, each item with the labels of the menus above it. */
export function menuItems(items: Template = seen.menus.at(-1) ?? []): readonly Real.MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? menuItems(item.submenu) : [])]);
}

/** Chooses a menu item, which must be there and enabled. */
export function chooseMenu(id: string): void {
  const item = menuItems().find((one) => one.id === id);
  if (item?.click === undefined || item.enabled === false) throw new Error(`the menu item ${id} cannot be chosen`);
  (item.click as () => void)();
}
