import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright';
import { chromiumPath, launchChromium } from '../e2e/chromium.ts';
import { freshHome, openWindow, startServer } from '../e2e/workbench.ts';
import type { Sent, Wire } from './wire.ts';

/** A host that is nobody's: asked for by a page into which somebody put a call. */
export const injectedHost = 'injected.maturity.invalid';
const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What a browser without our flags asks for by itself while it shows a page of this machine. */
export async function bareBrowser(wire: Wire, enough: number): Promise<Sent> {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-bare-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, '<!doctype html><title>a page of this machine</title>');
  const { sent } = await wire.during(async (soFar) => {
    const browser = spawn(chromiumPath ?? '', ['--headless=new', '--disable-gpu', ...rootFlags, `--user-data-dir=${join(folder, 'profile')}`, `file://${page}`], { stdio: 'ignore' });
    const ended = new Promise((resolve) => { browser.once('exit', resolve); });
    for (let tries = 0; tries < 120 && soFar().names.length < enough; tries += 1) await pause(250);
    browser.kill();
    await ended;
  });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return sent;
}

export type Injected = {
  /** What the page's own policy stopped, as the browser names it, and what left nevertheless. */
  readonly stopped: readonly string[]; readonly left: Sent;
  /** The same call where the policy is taken away, in a browser without our flags: the wire must see it. */
  readonly unguarded: Sent;
};

/** Puts a call to a foreign host into our own page: with all guards in place, and with none. */
export async function injectedCall(wire: Wire): Promise<Injected> {
  const guarded = await wire.during(() => callFrom(true));
  const unguarded = await wire.during(() => callFrom(false));
  return { stopped: guarded.value, left: guarded.sent, unguarded: unguarded.sent };
}

async function callFrom(guarded: boolean): Promise<readonly string[]> {
  const home = freshHome();
  const served = await startServer(home);
  const browser = guarded ? await launchChromium() : await chromium.launch({ ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }), args: rootFlags });
  try {
    const page = await openWindow(browser, served, { bypassCSP: !guarded });
    await page.getByTestId('welcome').waitFor();
    await page.evaluate((host) => fetch(`http://${host}/`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined), injectedHost);
    const stopped = (): readonly string[] => page.complaints.list().filter((complaint) => complaint.startsWith('policy:'));
    for (let tries = 0; guarded && stopped().length === 0 && tries < 100; tries += 1) await pause(50);
    return stopped();
  } finally {
    await browser.close();
    await served.kill();
    home.remove();
  }
}
