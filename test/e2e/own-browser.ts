import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { onTestFinished, vi } from 'vitest';
import { chromiumPath } from './chromium.ts';
import type { Home } from './workbench.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A real browser of this machine as a program of its own: with a screen that is nowhere, a door for the tests, and, for root, without its sandbox. */
export function browserProgram(home: Home): string {
  const program = join(home.path, 'browser');
  const root = process.getuid?.() === 0 ? '--no-sandbox' : '';
  writeFileSync(program, `#!/bin/sh\nexec '${chromiumPath ?? ''}' --ozone-platform=headless --window-size=1280,800 --remote-debugging-port=0 ${root} "$@" 2>/dev/null\n`);
  chmodSync(program, 0o755);
  return program;
}

export type Started = { readonly said: () => string; readonly ended: Promise<number | null>; readonly stop: () => void };

/** Starts the program with that browser; it shows its own window. */
export function startProgram(home: Home, program: string, ...words: readonly string[]): Started {
  const child = spawn(process.execPath, ['test/e2e/serving-process.ts', program, ...words], { cwd: project, env: { ...process.env, ...home.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => { child.kill('SIGKILL'); await ended; });
  return { said: () => said, ended, stop: () => { child.kill('SIGTERM'); } };
}

export function profileOf(home: Home): string {
  return join(home.path, 'user/browser-profile');
}

/** The door of the browser that runs on the program's profile. */
export async function ownBrowser(home: Home): Promise<Browser> {
  const port = await vi.waitFor(() => {
    const [line] = readFileSync(join(profileOf(home), 'DevToolsActivePort'), 'utf8').split('\n');
    if (line === undefined || line === '') throw new Error('not yet');
    return line;
  }, { timeout: 30_000, interval: 100 });
  const browser = await vi.waitFor(() => chromium.connectOverCDP(`http://127.0.0.1:${port}`), { timeout: 30_000, interval: 200 });
  onTestFinished(async () => { await browser.newBrowserCDPSession().then((session) => session.send('Browser.close')).catch(() => undefined); });
  return browser;
}

/** The windows that show the workbench, once there are so many. */
export async function windowsOf(browser: Browser, count: number): Promise<readonly Page[]> {
  return vi.waitFor(() => {
    const pages = browser.contexts().flatMap((context) => context.pages()).filter((page) => /^http:\/\/127\.0\.0\.1:\d+\/$/.test(page.url()));
    if (pages.length !== count) throw new Error(`${pages.length} windows: ${browser.contexts().flatMap((context) => context.pages()).map((page) => page.url()).join(' ')}`);
    return pages;
  }, { timeout: 30_000, interval: 100 });
}

/** Files below a folder whose bytes hold one of these texts, by their path in it. */
export function filesWith(folder: string, ...texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() && holds(path, texts) ? [path.slice(folder.length + 1)] : [];
  });
}

/** A browser writes some texts two bytes a character. */
function holds(path: string, texts: readonly string[]): boolean {
  try {
    const bytes = readFileSync(path);
    return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
  } catch {
    return false;
  }
}
