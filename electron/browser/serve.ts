import { resolve } from 'node:path';
import { assemble, type Product } from '../shell/assemble.ts';
import { listRendererFiles } from '../shell/renderer-files.ts';
import { rendererFolder } from '../shell/renderer-folder.ts';
import { openFolders, type Folders } from '../user/folders.ts';
import { findBrowsers, hasDisplay, type Browser } from './find-browser.ts';
import { handOver, sweepTickets, takeTicket, type HandedOver } from './hand-over.ts';
import type { Waits } from './lifetime.ts';
import { limits } from './limits.ts';
import { claimRunning, isProof, newSecret, readRunning, releaseRunning, type RunningProgram } from './running-program.ts';
import { launchAddress, startBrowserShell, type BrowserShell } from './server.ts';
import { openWindows, type Windows } from './windows.ts';

export type ServeOptions = {
  /** An assessment to open at once; relative to the current folder or absolute. */
  readonly file?: string;
  /** Open a browser window; where none can be opened, the address is said instead. */
  readonly open: boolean;
  readonly port?: number;
  /** Says one line to the user. */
  readonly say: (line: string) => void;
  readonly folders?: Folders; readonly waits?: Waits; readonly browsers?: readonly Browser[];
};

export type Serving = {
  readonly port: number;
  /** The address with its one-time launch code in the fragment. */
  readonly address: string;
  /** Resolves when the shell has stopped, by `stop` or by itself. */
  readonly stopped: Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the browser shell and brings the user to it; the built renderer must be there (`npm run build`). Where the
 * program runs already it is asked to open one more window instead, and null is given.
 */
export async function serve(options: ServeOptions): Promise<Serving | null> {
  const folders = options.folders ?? openFolders();
  const file = options.file === undefined ? null : resolve(options.file);
  const found = readRunning(folders.user);
  if (await handedOver(folders.user, found, file, options.say)) return null;

  sweepTickets(folders.user);
  const started = await start(options, folders);
  const mine = { port: started.shell.port, secret: started.secret };
  if (!claimRunning(folders.user, mine, found)) {
    // Another start was faster: it is the running program.
    if (await handedOver(folders.user, readRunning(folders.user), file, options.say)) {
      await started.stop();
      return null;
    }
  }
  const { shown, code } = started.shell.openWindow(file);
  const address = launchAddress(started.shell.port, code);
  if (!shown) sayAddress(address, options.say);
  return { port: started.shell.port, address, stop: started.stop, stopped: started.stopped };
}

type Started = { readonly shell: BrowserShell; readonly secret: string; readonly stop: () => Promise<void>; readonly stopped: Promise<void> };

async function start(options: ServeOptions, folders: Folders): Promise<Started> {
  const product = assemble({ shell: 'browser', file: undefined, folders });
  const windows = openWindows({ browsers: browsersFor(options), userFolder: folders.user, say: options.say });
  const secret = newSecret();
  const finished = Promise.withResolvers<undefined>();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= (async () => {
    releaseRunning(folders.user, { port: shell.port, secret });
    await shell.close();
    await product.close();
    await windows.close();
    finished.resolve(undefined);
  })());
  const shell = await startShell(product, { windows, secret, options, idle: () => { void stop(); } });
  return { shell, secret, stop, stopped: finished.promise };
}

function startShell(product: Product, about: { readonly windows: Windows; readonly secret: string; readonly options: ServeOptions; readonly idle: () => void }): Promise<BrowserShell> {
  const { windows, secret, options: { port, waits }, idle } = about;
  return startBrowserShell({
    api: product.api, handles: product.handles, log: product.log, pages: listRendererFiles(rendererFolder), runFolder: product.runFolder,
    idle, showWindow: windows.show,
    takeOver: (ticket, proof) => (isProof(secret, ticket, proof) ? takeTicket(product.folders.user, ticket) : undefined),
    ...(port === undefined ? {} : { port }), ...(waits === undefined ? {} : { waits }),
  });
}

/** A browser as root would need to run without its sandbox, so none is started then. */
function browsersFor({ open, browsers }: ServeOptions): readonly Browser[] {
  if (browsers !== undefined) return browsers;
  return open && hasDisplay() && process.getuid?.() !== 0 ? findBrowsers() : [];
}

async function handedOver(userFolder: string, found: RunningProgram | undefined, file: string | null, say: (line: string) => void): Promise<boolean> {
  const answer = found === undefined ? undefined : await handOver(userFolder, found, file);
  if (found === undefined || answer === undefined) return false;
  sayHandedOver(found.port, answer, say);
  return true;
}

function sayHandedOver(port: number, { full, code }: HandedOver, say: (line: string) => void): void {
  if (full) {
    say(`程序已在运行，并且已有 ${limits.windows} 个窗口：请先关闭一个，再重新打开。`);
    say(`The program is running already and has ${limits.windows} windows: close one, then open it again.`);
  } else if (code === null) {
    say('程序已在运行，已在其中打开新窗口。');
    say('The program is running already; a new window has been opened in it.');
  } else {
    say('程序已在运行。');
    say('The program is running already.');
    sayAddress(launchAddress(port, code), say);
  }
}

function sayAddress(address: string, say: (line: string) => void): void {
  say('请在本机浏览器中打开以下地址（仅可使用一次，关闭窗口后程序自动结束）：');
  say('Open this address in a browser on this machine (it works once; the program ends when the window is closed):');
  say(address);
}
