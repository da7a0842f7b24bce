import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../user/folders.ts';
import type { Browser } from './find-browser.ts';

/** What a browser may keep from one run to the next: where its windows stood and how large its text is. */
const kept: ReadonlySet<string> = new Set(['Local State', 'First Run', 'Default', 'Default/Preferences', 'Default/Secure Preferences']);

/** The profile of the program's own windows, which only the user can enter; made where it is missing. */
export function openProfile(browser: Browser, userFolder: string): string {
  return makePrivateFolder(browser.profileHome === null ? join(userFolder, 'browser-profile') : join(browser.profileHome, 'mlops-maturity-workbench'));
}

/**
 * Clears what a browser has kept of the pages: history, the storage of tabs (which holds their token), caches, launch
 * files. Nothing is touched while a browser still runs on the profile.
 */
export function clearProfile(profile: string): void {
  if (isInUse(profile)) return;
  for (const folder of ['', 'Default']) {
    for (const name of namesIn(join(profile, folder))) {
      if (!kept.has(folder === '' ? name : `${folder}/${name}`)) remove(join(profile, folder, name));
    }
  }
}

/** What cannot be removed now, because a browser that is just going still holds it, is removed the next time. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch {
    // The next start tries again.
  }
}

/** A running browser marks its profile: by a link that ends in its process id, on Windows by a file nobody else can remove. */
function isInUse(profile: string): boolean {
  try {
    if (process.platform === 'win32') rmSync(join(profile, 'lockfile'), { force: true });
    else process.kill(Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1] ?? Number.NaN), 0);
    return process.platform !== 'win32';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
