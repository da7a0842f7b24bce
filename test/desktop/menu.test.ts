import type { MenuItemConstructorOptions as Item } from 'electron';
import { expect, test } from 'vitest';
import { menus, type MenuActs, type MenuState } from '../../electron/desktop/menu.ts';

const home: MenuState = { language: 'zh', mac: false, developing: false, known: true, window: true, shown: null, working: false, recent: [] };
const open: MenuState = { ...home, shown: { readOnly: false, undo: true, redo: false } };
const every = ['new', 'open', 'import-files', 'import-folder', 'save-copy', 'report', 'undo', 'redo', 'find', 'print', 'settings', 'catalogue', 'journal', 'help', 'about', 'close'];

const noActs: MenuActs = { command: () => undefined, openRecent: () => undefined, openWindow: () => undefined, about: () => undefined };
const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const itemsOf = (state: MenuState, acts = noActs): readonly Item[] => flat(menus(state, acts));
const enabled = (state: MenuState): readonly string[] => itemsOf(state).flatMap(({ id, enabled: may }) => (id !== undefined && every.includes(id) && may === true ? [id] : [])).sort();

test.each([true, false])('every command stands in the menus once, and is told by its name (macOS: %s)', (mac) => {
  const told: string[] = [];
  const items = itemsOf({ ...open, mac }, { ...noActs, command: (command) => { told.push(command); } });
  const commands = items.filter(({ id }) => id !== undefined && every.includes(id));
  for (const { click } of commands) (click as () => void)();

  expect([commands.map(({ id }) => id).sort(), told.sort()]).toEqual([[...every].sort(), [...every].sort()]);
});

test('commands can be chosen only where they make sense', () => {
  expect(enabled({ ...home, known: false })).toEqual([]);
  expect(enabled(home)).toEqual(['about', 'help', 'new', 'open', 'settings']);
  expect(enabled(open)).toEqual(every.filter((id) => id !== 'redo').sort());
  expect(enabled({ ...open, shown: { readOnly: true, undo: true, redo: true } })).toEqual(['about', 'catalogue', 'close', 'find', 'help', 'journal', 'new', 'open', 'print', 'report', 'save-copy', 'settings']);
  expect(enabled({ ...open, working: true }).filter((id) => id.startsWith('import'))).toEqual([]);
});

test('on macOS undo stays open to text fields, which have no other', () => {
  expect(enabled({ ...open, mac: true, shown: { readOnly: false, undo: false, redo: false } })).toEqual(expect.arrayContaining(['undo', 'redo']));
});

test.each([[false], [true]])('both languages name every item, and no key stands for two things (macOS: %s)', (mac) => {
  const named = (language: 'zh' | 'en') => itemsOf({ ...open, mac, language, developing: true, recent: ['/a/b.maturity'] }).filter(({ type }) => type !== 'separator');
  const [zh, en] = [named('zh'), named('en')];
  const keys = zh.flatMap(({ accelerator }) => accelerator ?? []);

  expect([zh.length, zh.filter(({ label }) => label === undefined || label === '')]).toEqual([en.length, []]);
  expect(zh.filter(({ label, id }, index) => id !== 'recent-0' && label === en[index]?.label)).toEqual([]);
  expect(keys.length).toBe(new Set(keys).size);
});

test('the platform has its own menus: macOS an application menu, the others settings and quit under File', () => {
  const titles = (state: MenuState) => menus({ ...state, language: 'en' }, noActs).map(({ label }) => label);
  const roles = (state: MenuState) => itemsOf(state).flatMap(({ role }) => role ?? []);

  expect([titles({ ...open, mac: true }), titles(open)]).toEqual([['MLOps Maturity Workbench', 'File', 'Edit', 'View', 'Window', 'Help'], ['File', 'Edit', 'View', 'Window', 'Help']]);
  expect(roles({ ...open, mac: true })).toEqual(expect.arrayContaining(['services', 'hide', 'hideOthers', 'unhide', 'quit', 'window', 'help', 'front', 'minimize', 'close', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'zoomIn']));
  expect([roles(open).includes('services'), roles(open).includes('toggleDevTools'), roles({ ...open, developing: true }).includes('toggleDevTools')]).toEqual([false, false, true]);
});

test('recent assessments open by their path and are shown by their name; without any the menu says so', () => {
  const opened: string[] = [];
  const items = itemsOf({ ...home, recent: ['/data/A&B.maturity', '/x/银行.maturity'] }, { ...noActs, openRecent: (path) => { opened.push(path); } }).filter(({ id }) => id?.startsWith('recent-') === true);
  for (const { click } of items) (click as () => void)();

  expect([items.map(({ label }) => label), opened]).toEqual([['A&&B.maturity', '银行.maturity'], ['/data/A&B.maturity', '/x/银行.maturity']]);
  expect(itemsOf(home).find(({ label }) => label === '（没有最近的评估）')).toMatchObject({ enabled: false });
});
