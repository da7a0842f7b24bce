import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writePrivateFile } from '../user/private-file.ts';
import { unicodeEnvironment } from './unicode-environment.ts';

export type Launched = { readonly child: ChildProcess; readonly forget: () => void };

/**
 * Opens the address in a window of its own, in a profile of its own that can reach nothing but 127.0.0.1. The address
 * with its launch code stands in a file only the user can read, never on the command line, which others may list.
 */
export function launchBrowser(program: string, address: string, profile: string): Launched {
  const launchFile = join(profile, `launch-${randomBytes(8).toString('hex')}.html`);
  writePrivateFile(launchFile, launchPage(address));
  const child = spawn(program, [...browserFlags(profile), `--app=${pathToFileURL(launchFile).href}`], { stdio: 'ignore', env: unicodeEnvironment() });
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
    '--disable-extensions', '--no-first-run', '--no-default-browser-check', '--disable-sync', '--disable-component-update', '--disable-background-networking', '--disable-breakpad', '--disable-crash-reporter', '--no-pings',
    '--disable-domain-reliability', '--disable-client-side-phishing-detection', '--disable-default-apps', '--metrics-recording-only', '--disable-search-engine-choice-screen', '--disable-spell-checking',
    '--hide-crash-restore-bubble', '--password-store=basic', '--use-mock-keychain',
    '--disable-features=Translate,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions',
  ];
}
