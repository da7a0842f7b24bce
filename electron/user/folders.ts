import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Folders = { readonly user: string; readonly assessments: string };

/**
 * The user's data folder (settings, identities, log, temporary files) and the folder new assessments are kept in.
 * `MATURITY_USER_FOLDER` and `MATURITY_ASSESSMENTS_FOLDER` move them, e.g. onto a stick. Both are made where missing.
 */
export function openFolders(environment: Readonly<Record<string, string | undefined>> = process.env, platform: string = process.platform): Folders {
  const user = userFolder(environment, platform);
  const assessments = environment['MATURITY_ASSESSMENTS_FOLDER'] ?? join(documents(), 'MLOps Maturity');
  makePrivateFolder(user);
  mkdirSync(assessments, { recursive: true });
  return { user, assessments };
}

/** Where settings, identities, the log and temporary files are kept; not made. */
export function userFolder(environment: Readonly<Record<string, string | undefined>> = process.env, platform: string = process.platform): string {
  return environment['MATURITY_USER_FOLDER'] ?? join(dataHome(environment, platform), 'mlops-maturity-workbench');
}

/** Where the rolling backups of assessments are kept, in the user's data folder; not made. */
export function backupsFolder(user: string): string {
  return join(user, 'backups');
}

/** Makes a folder that only its owner can enter, and returns its path. */
export function makePrivateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

function dataHome(environment: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
}

function documents(): string {
  const folder = join(homedir(), 'Documents');
  return existsSync(folder) ? folder : homedir();
}
