import { basename } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Browser } from './find-browser.ts';
import { launchBrowser, type Launched } from './launch.ts';
import { clearProfile, openProfile } from './profile.ts';

/** The program's own windows, in the user's browser. */
export type Windows = {
  /** Shows a window at an address and gives what is to be called once it has come; undefined where no browser can be started. */
  readonly show: (address: string) => (() => void) | undefined;
  /** Waits a moment for the browser to go, then clears what it has kept of the pages. */
  readonly close: () => Promise<void>;
};

export type WindowParts = {
  /** Best first; the next is tried where one does not start. */
  readonly browsers: readonly Browser[];
  readonly userFolder: string;
  readonly say: (line: string) => void;
  /** How long a window may take before the address is told, and how long the browser may take to go. */
  readonly comesMs?: number; readonly goesMs?: number;
};

type Trying = { readonly address: string; arrived: boolean; forget: () => void };

export function openWindows({ browsers, userFolder, say, comesMs = 20_000, goesMs = 5_000 }: WindowParts): Windows {
  const running = new Set<ChildProcess>();
  const profiles = new Set<string>();
  let candidates = browsers;

  const start = (trying: Trying): void => {
    const [browser, ...others] = candidates;
    if (browser === undefined) return;
    let ended = false;
    const failed = (next: boolean): void => {
      if (ended || trying.arrived) return;
      ended = true;
      clearTimeout(clock);
      if (next && others.length > 0) {
        trying.forget();
        if (candidates[0] === browser) candidates = others;
        start(trying);
      } else tellByHand(browser, trying.address);
    };
    const clock = setTimeout(() => { failed(false); }, comesMs).unref();
    const launched = launch(browser, trying.address);
    if (launched === undefined) { failed(true); return; }
    const { child, forget } = launched;
    trying.forget = forget;
    running.add(child);
    child.once('error', () => { running.delete(child); failed(true); });
    // One that hands the window to a browser already running on the profile ends well, and at once.
    child.once('exit', (code) => { running.delete(child); if (code !== 0) failed(true); });
  };
  /** Undefined where its profile cannot be made, for example because the folder of a sandbox is not there. */
  const launch = (browser: Browser, address: string): Launched | undefined => {
    try {
      const profile = openProfile(browser, userFolder);
      if (!profiles.has(profile)) clearProfile(profile);
      profiles.add(profile);
      return launchBrowser(browser.program, address, profile);
    } catch {
      return undefined;
    }
  };
  const tellByHand = (browser: Browser, address: string): void => {
    const name = basename(browser.program);
    say(`浏览器“${name}”没有打开窗口，请在本机的其他浏览器中手动打开以下地址（仅可使用一次）：`);
    say(`The browser “${name}” did not open a window; open this address in another browser on this machine yourself (it works once):`);
    say(address);
  };
  return {
    show: (address) => {
      if (browsers.length === 0) return undefined;
      const trying: Trying = { address, arrived: false, forget: () => undefined };
      start(trying);
      return () => { trying.arrived = true; trying.forget(); };
    },
    close: async () => {
      await Promise.race([allGone(running), new Promise((waited) => { setTimeout(waited, goesMs); })]);
      for (const profile of profiles) clearProfile(profile);
    },
  };
}

async function allGone(running: ReadonlySet<ChildProcess>): Promise<void> {
  await Promise.all([...running].map((child) => new Promise((gone) => { child.once('exit', gone); })));
}
