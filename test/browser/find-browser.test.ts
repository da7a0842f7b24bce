import { describe, expect, test } from 'vitest';
import { findBrowsers, hasDisplay, registryValue } from '../../electron/browser/find-browser.ts';

const machine = (platform: string, environment: Readonly<Record<string, string>>, ...programs: readonly string[]) => ({ platform, environment, isProgram: (path: string) => programs.includes(path), appPath: () => undefined });
const names = (platform: string, environment: Readonly<Record<string, string>>, ...programs: readonly string[]): readonly string[] => findBrowsers(machine(platform, environment, ...programs)).map(({ program }) => program);

describe('finds every browser of the family where each system keeps it', () => {
  test('on Windows: for the machine, for the user, in 64 and 32 bits', () => {
    const environment = { 'PROGRAMFILES': 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)', 'LOCALAPPDATA': 'C:\\Users\\李明\\AppData\\Local' };
    const programs = [
      'C:\\Users\\李明\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
      'C:\\Users\\李明\\AppData\\Local\\Vivaldi\\Application\\vivaldi.exe', 'C:\\Users\\李明\\AppData\\Local\\Programs\\Opera\\opera.exe',
    ];

    expect(names('win32', environment, ...programs)).toEqual(programs);
  });

  test('on Windows elsewhere, as it is registered, and only where it is not in its usual place', () => {
    const registered = { ...machine('win32', {}, 'D:\\浏览器\\msedge.exe'), appPath: (name: string) => (name === 'msedge.exe' ? 'D:\\浏览器\\msedge.exe' : name === 'chrome.exe' ? 'D:\\gone\\chrome.exe' : undefined) };

    expect(findBrowsers(registered)).toEqual([{ program: 'D:\\浏览器\\msedge.exe', profileHome: null }]);
  });

  test('on macOS: for all users and for one', () => {
    const programs = ['/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', '/Applications/Vivaldi.app/Contents/MacOS/Vivaldi', '/Applications/Opera.app/Contents/MacOS/Opera'];

    expect(names('darwin', { HOME: '/Users/li' }, ...programs)).toEqual(programs);
  });

  test('on Linux: in PATH, in the folders of packages, and what lives in a sandbox last', () => {
    const programs = ['/home/li/bin/google-chrome', '/usr/bin/microsoft-edge-stable', '/usr/bin/brave-browser', '/usr/bin/vivaldi-stable', '/usr/bin/opera', '/opt/google/chrome/chrome', '/snap/bin/chromium', '/var/lib/flatpak/exports/bin/com.google.Chrome'];

    expect(names('linux', { HOME: '/home/li', PATH: '/home/li/bin:/usr/bin:/snap/bin:/var/lib/flatpak/exports/bin' }, ...programs)).toEqual(programs);
  });

  test('a browser in a sandbox gets its profile where it can reach it', () => {
    const found = findBrowsers(machine('linux', { HOME: '/home/li', PATH: '/snap/bin:/usr/bin', XDG_DATA_DIRS: '/usr/share:/var/lib/snapd/desktop' }, '/snap/bin/chromium', '/usr/bin/chromium-browser', '/home/li/.local/share/flatpak/exports/bin/org.chromium.Chromium'));

    expect(found).toEqual([
      { program: '/snap/bin/chromium', profileHome: '/home/li/snap/chromium/common' },
      { program: '/home/li/.local/share/flatpak/exports/bin/org.chromium.Chromium', profileHome: '/home/li/.var/app/org.chromium.Chromium' },
    ]);
  });
});

test('CHROMIUM comes first, and only where it is a program', () => {
  const environment = { CHROMIUM: '/opt/chromium', PATH: '/usr/bin' };

  expect([names('linux', environment, '/opt/chromium', '/usr/bin/chromium'), names('linux', environment, '/usr/bin/chromium'), names('linux', environment)])
    .toEqual([['/opt/chromium', '/usr/bin/chromium'], ['/usr/bin/chromium'], []]);
});

test('a registered path is read in whatever language and with whatever quotes', () => {
  const printed = (name: string, kind: string, value: string) => `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\msedge.exe\r\n    ${name}    ${kind}    ${value}\r\n\r\n`;

  expect([registryValue(printed('(Default)', 'REG_SZ', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')), registryValue(printed('(默认)', 'REG_EXPAND_SZ', '"D:\\My Apps\\msedge.exe"')), registryValue('ERROR: The system was unable to find the specified registry key or value.')])
    .toEqual(['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'D:\\My Apps\\msedge.exe', undefined]);
});

test('only Linux can be without a display', () => {
  expect([hasDisplay(machine('linux', {})), hasDisplay(machine('linux', { DISPLAY: '' })), hasDisplay(machine('linux', { DISPLAY: ':0' })), hasDisplay(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' })), hasDisplay(machine('win32', {}))])
    .toEqual([false, false, true, true, true]);
});
