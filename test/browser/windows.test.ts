import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { clearProfile, openProfile } from '../../electron/browser/profile.ts';
import { openWindows } from '../../electron/browser/windows.ts';
import { temporaryFolder } from '../builders/folders.ts';

const address = 'http://127.0.0.1:4711/#launch=CODE';

/** A program that does what is written, told its words in `$@`. */
function browser(folder: string, name: string, script: string) {
  const program = join(folder, name);
  writeFileSync(program, `#!/bin/sh\necho ${name} >> '${folder}/started'\n${script}\n`);
  chmodSync(program, 0o755);
  return { program, profileHome: null };
}

describe.skipIf(process.platform === 'win32')('a window of the program', () => {
  test('that does not come is told in one sentence in both languages, with the address to open by hand', async () => {
    const folder = temporaryFolder();
    const said: string[] = [];

    openWindows({ browsers: [{ program: '/nowhere/浏览器', profileHome: null }], userFolder: folder, say: (line) => { said.push(line); } }).show(address);

    await vi.waitFor(() => { expect(said).toEqual([expect.stringMatching(/^浏览器“浏览器”没有打开窗口，.*：$/), expect.stringMatching(/^The browser “浏览器” did not open a window; .*:$/), address]); });
  });

  test('is tried in the next browser where the first does not start or fails, and that one comes first from then on', async () => {
    const folder = temporaryFolder();
    const said: string[] = [];
    const works = browser(folder, 'works', 'exit 0');
    writeFileSync(join(folder, 'no-folder'), '');
    const windows = openWindows({ browsers: [{ program: join(folder, 'missing'), profileHome: null }, { program: join(folder, 'works'), profileHome: join(folder, 'no-folder/x') }, browser(folder, 'fails', 'exit 1'), works], userFolder: folder, say: (line) => { said.push(line); } });
    const started = () => (existsSync(join(folder, 'started')) ? readFileSync(join(folder, 'started'), 'utf8').trim().split('\n') : []);

    const arrived = windows.show(address);
    await vi.waitFor(() => { expect(started()).toEqual(['fails', 'works']); });
    arrived?.();
    windows.show(address);
    await vi.waitFor(() => { expect(started()).toEqual(['fails', 'works', 'works']); });

    expect([said, readdirSync(join(folder, 'browser-profile')).filter((name) => name.startsWith('launch-')).length]).toEqual([[], 1]);
  });

  test('that has come is not complained about, however its browser ends; one that never comes is', async () => {
    const folder = temporaryFolder();
    const said: string[] = [];
    const fails = browser(folder, 'late', "while [ ! -e '" + folder + "/go' ]; do sleep 0.05; done; exit 1");
    const windows = openWindows({ browsers: [fails], userFolder: folder, say: (line) => { said.push(line); }, comesMs: 300 });

    windows.show(address)?.();
    windows.show(`${address}2`);
    await vi.waitFor(() => { expect(said.at(-1)).toBe(`${address}2`); });
    writeFileSync(join(folder, 'go'), '');
    await windows.close();

    expect([said.length, readdirSync(join(folder, 'browser-profile'))]).toEqual([3, []]);
  });

  test('is not shown where there is no browser', () => {
    expect(openWindows({ browsers: [], userFolder: temporaryFolder(), say: () => undefined }).show(address)).toBeUndefined();
  });
});

describe('the profile of the program', () => {
  test('lies in the user’s folder, or where a browser in a sandbox can reach it', () => {
    const folder = temporaryFolder();

    expect([openProfile({ program: 'x', profileHome: null }, folder), openProfile({ program: 'x', profileHome: join(folder, 'snap/common') }, folder)]).toEqual([join(folder, 'browser-profile'), join(folder, 'snap/common/mlops-maturity-workbench')]);
  });

  test('is cleared of all but how windows stood, and of nothing while a browser runs on it', () => {
    const folder = temporaryFolder();
    for (const path of ['Default/Session Storage', 'Default/Sessions', 'segmentation_platform']) mkdirSync(join(folder, path), { recursive: true });
    for (const path of ['Local State', 'launch-1.html', 'Default/Preferences', 'Default/History', 'Default/Session Storage/000003.log', 'segmentation_platform/ukm_db']) writeFileSync(join(folder, path), 'x');
    const all = readdirSync(folder, { recursive: true }).length;

    if (process.platform !== 'win32') symlinkSync(`host-${process.pid}`, join(folder, 'SingletonLock'));
    clearProfile(folder);
    const inUse = readdirSync(folder, { recursive: true }).filter((name) => name !== 'SingletonLock').length;
    if (process.platform !== 'win32') {
      rmSync(join(folder, 'SingletonLock'));
      symlinkSync('host-999999999', join(folder, 'SingletonLock'));
    }
    clearProfile(folder);

    expect([process.platform === 'win32' || inUse === all, readdirSync(folder, { recursive: true }).sort()]).toEqual([true, ['Default', 'Default/Preferences', 'Local State'].map((path) => join(...path.split('/')))]);
  });
});
