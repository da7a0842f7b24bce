import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;
type Machine = { readonly platform: string; readonly environment: Environment; readonly isProgram: (path: string) => boolean };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser', 'vivaldi'];
const macPlaces = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const windowsPlaces = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe'];

/** Path of a browser of the Chromium family: named by CHROMIUM, in the usual places or in PATH; undefined where there is none. */
export function findBrowser({ platform, environment, isProgram }: Machine = thisMachine()): string | undefined {
  const places = { win32: onWindows(environment), darwin: [...macPlaces, ...macPlaces.map((place) => join(environment['HOME'] ?? '', place))] }[platform] ?? inPath(environment);
  return [environment['CHROMIUM'], ...places].find((path): path is string => path !== undefined && path !== '' && isProgram(path));
}

/** True where a window can be shown at all: on Linux a display is needed. */
export function hasDisplay({ platform, environment }: Pick<Machine, 'platform' | 'environment'> = thisMachine()): boolean {
  if (platform !== 'linux') return true;
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((display) => display !== undefined && display !== '');
}

function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, isProgram };
}

function onWindows(environment: Environment): readonly string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => windowsPlaces.map((place) => environment[name] === undefined ? '' : `${environment[name]}\\${place}`));
}

function inPath(environment: Environment): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
