import { expect, test } from 'vitest';
import { findBrowser, hasDisplay } from '../../electron/browser/find-browser.ts';

const machine = (platform: string, environment: Readonly<Record<string, string>>, ...programs: readonly string[]) => ({ platform, environment, isProgram: (path: string) => programs.includes(path) });

test('finds a browser where each system keeps it', () => {
  expect([
    findBrowser(machine('linux', { PATH: '/opt/bin:/usr/bin' }, '/opt/bin/google-chrome', '/usr/bin/microsoft-edge')),
    findBrowser(machine('darwin', { HOME: '/Users/li' }, '/Users/li/Applications/Chromium.app/Contents/MacOS/Chromium')),
    findBrowser(machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')),
  ]).toEqual(['/opt/bin/google-chrome', '/Users/li/Applications/Chromium.app/Contents/MacOS/Chromium', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe']);
});

test('CHROMIUM comes first, and only where it is a program', () => {
  const environment = { CHROMIUM: '/opt/chromium', PATH: '/usr/bin' };

  expect([findBrowser(machine('linux', environment, '/opt/chromium', '/usr/bin/chromium')), findBrowser(machine('linux', environment, '/usr/bin/chromium')), findBrowser(machine('linux', environment))])
    .toEqual(['/opt/chromium', '/usr/bin/chromium', undefined]);
});

test('only Linux can be without a display', () => {
  expect([hasDisplay(machine('linux', {})), hasDisplay(machine('linux', { DISPLAY: '' })), hasDisplay(machine('linux', { DISPLAY: ':0' })), hasDisplay(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' })), hasDisplay(machine('win32', {}))])
    .toEqual([false, false, true, true, true]);
});
