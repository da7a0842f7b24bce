import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepCrashReports, logLostChildren, logUnhandled, offerReload } from '../../electron/desktop/failures.ts';
import { wordsOf } from '../../electron/desktop/words.ts';
import { openLog } from '../../electron/user/log.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { app, machine, seen } from './electron-double/electron.ts';

vi.mock('electron', () => import('./electron-double/electron.ts'));

const words = () => wordsOf('zh');
beforeEach(() => { seen.said.length = 0; machine.buttons.length = 0; });

/** A log in a folder of its own, and what stands in it. */
function openTestLog() {
  const folder = temporaryFolder();
  const path = join(folder, 'workbench.log');
  const log = openLog(folder, () => new Date(0), () => '0199d000-0000-7000-8000-0000000000aa');
  return { log, lines: () => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { readonly where: string; readonly error: string }) : []) };
}

/** A window without a page: what the shell may do with one that broke. */
function fragileWindow() {
  const done: string[] = [];
  const webContents = Object.assign(new EventEmitter(), { reload: () => { done.push('reload'); }, forcefullyCrashRenderer: () => { done.push('ended'); webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 }); } });
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false, destroy: () => { done.push('closed'); } });
  return { window: window as unknown as BrowserWindow, break: (reason: string) => { webContents.emit('render-process-gone', {}, { reason, exitCode: 139 }); }, hang: () => { window.emit('unresponsive'); }, done };
}

test('crash reports are written into the user\'s own folder, never sent, and only the last few are kept', () => {
  const user = temporaryFolder();
  const folder = join(user, 'crashes');
  mkdirSync(join(folder, 'completed'), { recursive: true });
  for (let index = 0; index < 8; index += 1) {
    const path = join(folder, 'completed', `${index}.dmp`);
    writeFileSync(path, 'memory');
    utimesSync(path, index, index);
  }
  writeFileSync(join(folder, 'settings.dat'), 'x');

  keepCrashReports(user);

  expect([seen.paths.get('crashDumps'), seen.crashReporter]).toEqual([folder, { uploadToServer: false, compress: false }]);
  expect([readdirSync(join(folder, 'completed')).sort(), existsSync(join(folder, 'settings.dat'))]).toEqual([['3.dmp', '4.dmp', '5.dmp', '6.dmp', '7.dmp'], true]);
});

test.skipIf(process.platform === 'win32')('the folder of crash reports is closed to others', () => {
  const user = temporaryFolder();
  keepCrashReports(user);

  expect(statSync(join(user, 'crashes')).mode & 0o777).toBe(0o700);
});

test('a page that broke is logged and loaded again where the user wants it', async () => {
  const { log, lines } = openTestLog();
  const { window, break: breaks, done } = fragileWindow();
  offerReload(window, { log, words });
  machine.buttons = [0, 1];
  breaks('crashed');
  await vi.waitFor(() => { expect(done).toEqual(['reload']); });
  breaks('oom');
  await vi.waitFor(() => { expect(done).toEqual(['reload', 'closed']); });
  breaks('clean-exit');

  expect(seen.said.map(({ title, options: { detail } }) => [title, detail])).toEqual(Array(2).fill([words().gone, words().goneDetail('0000000000aa')]));
  expect(lines().map(({ where, error }) => [where, error.split('\n')[0]])).toEqual([['renderer', 'Error: renderer gone: crashed 139'], ['renderer', 'Error: renderer gone: oom 139']]);
});

test('a page that no longer answers may be given time, or is ended and loaded again without a second question', async () => {
  const { log } = openTestLog();
  const { window, hang, done } = fragileWindow();
  offerReload(window, { log, words });
  machine.buttons = [0];
  hang();
  await vi.waitFor(() => { expect(seen.said.length).toBe(1); });
  await Promise.resolve();
  machine.buttons = [1];
  await vi.waitFor(() => { hang(); expect(seen.said.length).toBe(2); });
  await vi.waitFor(() => { expect(done).toEqual(['ended', 'reload']); });

  expect(seen.said.map(({ title }) => title)).toEqual([words().stuck, words().stuck]);
});

test('a lost child process is logged, but not one that ended well or that the program ended itself', () => {
  const { log, lines } = openTestLog();
  logLostChildren(log);
  for (const reason of ['clean-exit', 'killed', 'crashed']) app.emit('child-process-gone', {}, { type: 'GPU', reason, exitCode: 5 });

  expect(lines().map(({ where, error }) => [where, error.split('\n')[0]])).toEqual([['child process', 'Error: GPU : crashed 5']]);
});

test('a bug of the main process goes to the log; the first of a run is told as well', () => {
  const { log, lines } = openTestLog();
  const emitter: NodeJS.EventEmitter = process;
  const names = ['uncaughtException', 'unhandledRejection'];
  const before = new Map(names.map((name) => [name, emitter.listeners(name)]));
  logUnhandled({ log, words });
  for (const name of names) {
    const ours = emitter.listeners(name).find((listener) => before.get(name)?.includes(listener) !== true) as (error: unknown) => void;
    ours(new Error(`a bug behind ${name}`));
    emitter.off(name, ours);
  }

  expect(lines().map(({ error }) => error.split('\n')[0])).toEqual(['Error: a bug behind uncaughtException', 'Error: a bug behind unhandledRejection']);
  expect(seen.said.map(({ kind, title, options: { message } }) => [kind, title, message])).toEqual([['error', words().bug, words().bugDetail('0000000000aa')]]);
});
