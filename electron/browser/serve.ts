import type { Folders } from '../user/folders.ts';
import { assemble } from '../shell/assemble.ts';
import { rendererFolder } from '../shell/renderer-folder.ts';
import { listRendererFiles } from '../shell/renderer-files.ts';
import { findBrowser, hasDisplay } from './find-browser.ts';
import { launchBrowser } from './launch.ts';
import type { Waits } from './lifetime.ts';
import { startBrowserShell } from './server.ts';

export type ServeOptions = {
  /** An assessment to open at once; relative to the current folder or absolute. */
  readonly file?: string;
  /** Open a browser window; where none can be opened, the address is said instead. */
  readonly open: boolean;
  readonly port?: number;
  /** Says one line to the user. */
  readonly say: (line: string) => void;
  readonly folders?: Folders; readonly waits?: Waits;
};

export type Serving = {
  readonly port: number;
  /** The address with its one-time launch code in the fragment. */
  readonly address: string;
  /** Resolves when the shell has stopped, by `stop` or by itself. */
  readonly stopped: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the browser shell and brings the user to it; the built renderer must be there (`npm run build`). */
export async function serve(options: ServeOptions): Promise<Serving> {
  const product = assemble({ shell: 'browser', file: options.file, ...(options.folders === undefined ? {} : { folders: options.folders }) });
  const finished = Promise.withResolvers<undefined>();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= (async () => {
    await shell.close();
    await product.close();
    finished.resolve(undefined);
  })());
  const shell = await startBrowserShell({
    api: product.api, handles: product.handles, log: product.log, pages: listRendererFiles(rendererFolder), runFolder: product.runFolder,
    idle: () => { void stop(); },
    ...(options.port === undefined ? {} : { port: options.port }), ...(options.waits === undefined ? {} : { waits: options.waits }),
  });

  const address = `http://127.0.0.1:${shell.port}/#launch=${shell.launchCode}`;
  const forget = bringUser(address, options, product.folders.user);
  return { port: shell.port, address, stop, stopped: finished.promise.finally(forget) };
}

/** Opens a window or says the address; returns what removes the launch file again. */
function bringUser(address: string, { open, say }: ServeOptions, userFolder: string): () => void {
  const browser = open && hasDisplay() && process.getuid?.() !== 0 ? findBrowser() : undefined;
  if (browser !== undefined) return launchBrowser(browser, address, userFolder).forget;
  say('请在本机浏览器中打开以下地址（仅可使用一次，关闭窗口后程序自动结束）：');
  say('Open this address in a browser on this machine (it works once; the program ends when the window is closed):');
  say(address);
  return () => undefined;
}
