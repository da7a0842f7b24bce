import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makePrivateFolder } from '../user/folders.ts';
import { writePrivateFile } from '../user/private-file.ts';
import { unicodeEnvironment } from './unicode-environment.ts';

export type Launched = { readonly child: ChildProcess; readonly forget: () => void };

/**
 * Opens the address in a window of its own, in a profile of its own that can reach nothing but 127.0.0.1. The address
 * with its launch code stands in a file only the user can read, never on the command line, which others may list.
 */
export function launchBrowser(browser: string, address: string, userFolder: string): Launched {
  const profile = makePrivateFolder(join(userFolder, 'browser-profile'));
  const launchFile = join(profile, 'launch.html');
  writePrivateFile(launchFile, launchPage(address));
  const child = spawn(browser, [...browserFlags(profile), `--app=${pathToFileURL(launchFile).href}`], { stdio: 'ignore', env: unicodeEnvironment() });
  child.on('error', () => undefined);
  return { child, forget: () => { rmSync(launchFile, { force: true }); } };
}

/** A page that does nothing but go to the address. */
export function launchPage(address: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>MLOps Maturity Workbench</title>\n`;
}

/** A bare browser looks up several hosts of its maker when it starts; with these flags no packet leaves the machine. */
export function browserFlags(profile: string): readonly string[] {
  return [
    `--user-data-dir=${profile}`,
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1',
    '--disable-extensions', '--no-first-run', '--no-default-browser-check', '--disable-sync', '--disable-component-update', '--disable-background-networking', '--disable-breakpad', '--no-pings',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
  ];
}
