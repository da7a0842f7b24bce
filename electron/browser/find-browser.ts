import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';
import { linuxPrograms, macPrograms, sandboxedApps, windowsNames, windowsPrograms } from './browser-places.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The machine as far as browsers are concerned; `appPath` gives what Windows has registered for the name of a program. */
export type Machine = { readonly platform: string; readonly environment: Environment; readonly isProgram: (path: string) => boolean; readonly appPath: (name: string) => string | undefined };

/** A browser of the Chromium family. One that is kept in a sandbox sees only its own folder: its profile has to lie there. */
export type Browser = { readonly program: string; readonly profileHome: string | null };

/**
 * The browsers of the Chromium family on this machine, each once, best first: the one named by CHROMIUM, those in the
 * usual places of the system and of the user, in PATH, as Snap and Flatpak, and on Windows those that are registered.
 */
export function findBrowsers(machine: Machine = thisMachine()): readonly Browser[] {
  const named = (machine.environment['CHROMIUM'] ?? '') === '' ? [] : [plain(machine.environment['CHROMIUM'] ?? '')];
  const usual = { win32: onWindows, darwin: onMac }[machine.platform] ?? onLinux;
  const found = [...named, ...usual(machine)].filter(({ program }) => machine.isProgram(program));
  const registered = machine.platform === 'win32' && found.length === 0 ? inRegistry(machine) : [];
  return [...new Map([...found, ...registered].map((browser) => [browser.program, browser])).values()];
}

/** True where a window can be shown at all: on Linux a display is needed. */
export function hasDisplay({ platform, environment }: Pick<Machine, 'platform' | 'environment'> = thisMachine()): boolean {
  if (platform !== 'linux') return true;
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((display) => display !== undefined && display !== '');
}

function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, isProgram, appPath };
}

function plain(program: string): Browser {
  return { program, profileHome: null };
}

function onWindows({ environment }: Machine): readonly Browser[] {
  const roots = ['PROGRAMFILES', 'PROGRAMW6432', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  return windowsPrograms.flatMap((place) => roots.map((root) => plain(win32.join(root, place))));
}

function onMac({ environment }: Machine): readonly Browser[] {
  const roots = ['/Applications', ...(environment['HOME'] === undefined ? [] : [posix.join(environment['HOME'], 'Applications')])];
  return macPrograms.flatMap((name) => roots.map((root) => plain(posix.join(root, `${name}.app/Contents/MacOS/${name}`))));
}

/** What is installed as a package of the system comes before what lives in a sandbox, which starts slower. */
function onLinux({ environment }: Machine): readonly Browser[] {
  const home = environment['HOME'] ?? '';
  const folders = [...(environment['PATH'] ?? '').split(':').filter((folder) => folder !== ''), '/usr/bin', '/usr/local/bin'].filter((folder) => !/^\/snap\/|\/flatpak\//.test(folder));
  const packaged = linuxPrograms.flatMap((name) => (name.startsWith('/') ? [plain(name)] : folders.map((folder) => plain(posix.join(folder, name)))));
  const snaps = sandboxedApps.flatMap(({ snap }) => (snap === null ? [] : [{ program: `/snap/bin/${snap}`, profileHome: posix.join(home, 'snap', snap, 'common') }]));
  const exported = [posix.join(home, '.local/share/flatpak/exports/bin'), '/var/lib/flatpak/exports/bin'];
  const flatpaks = sandboxedApps.flatMap(({ flatpak }) => exported.map((folder) => ({ program: posix.join(folder, flatpak), profileHome: posix.join(home, '.var/app', flatpak) })));
  return [...packaged.filter(({ program }) => !isSnapDoor(program, environment)), ...snaps, ...flatpaks];
}

/** On Ubuntu `chromium-browser` only leads to the Snap, whose profile has to lie elsewhere. */
function isSnapDoor(program: string, environment: Environment): boolean {
  return program.endsWith('/chromium-browser') && (environment['XDG_DATA_DIRS'] ?? '').includes('/snapd/');
}

function inRegistry({ appPath: registered, isProgram: isThere }: Machine): readonly Browser[] {
  return windowsNames.flatMap((name) => registered(name) ?? []).filter(isThere).map(plain);
}

/** Where Windows starts a program of this name from, wherever it was installed; the user's own entry first. */
function appPath(name: string): string | undefined {
  for (const hive of ['HKCU', 'HKLM']) {
    const found = askRegistry(`${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function askRegistry(key: string): string | undefined {
  try {
    const program = win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
    return registryValue(execFileSync(program, ['query', key, '/ve'], { encoding: 'utf8', timeout: 3_000, windowsHide: true, stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

/** The value in what `reg query` prints, in whatever language; without the quotes some installers put around it. */
export function registryValue(printed: string): string | undefined {
  return /\sREG_(?:EXPAND_)?SZ\s+"?([^"\r\n]+?)"?\s*$/m.exec(printed)?.[1];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
