import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startBrowserShell, type BrowserShell, type ServerParts } from '../../electron/browser/server.ts';
import type { Told } from '../../electron/contract.ts';
import { createHandles, type Handles } from '../../electron/handlers/handles.ts';
import { listRendererFiles } from '../../electron/shell/renderer-files.ts';
import { openLog } from '../../electron/user/log.ts';
import { temporaryFolder } from './folders.ts';

export type RunningShell = BrowserShell & {
  readonly handles: Handles; readonly folder: string; readonly launchCode: string;
  readonly asked: readonly (readonly [unknown, unknown])[];
  readonly tell: (told: Told) => void;
  readonly url: (path: string) => string;
  /** Exchanges a launch code, by default the first, and gives the headers of a logged-in page. */
  readonly login: (code?: string) => Promise<Readonly<Record<string, string>>>;
};

/** The real browser shell over a page of two files and an API that echoes what it is asked. */
export async function runShell(parts: Partial<ServerParts> = {}): Promise<RunningShell> {
  const folder = temporaryFolder();
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>page</title><script type="module" src="./assets/app.js"></script>');
  writeFileSync(join(pages, 'assets/app.js'), 'document.title = "ran";');
  const asked: [unknown, unknown][] = [];
  const listeners = new Set<(told: Told) => void>();
  const handles = createHandles();
  const shell = await startBrowserShell({
    api: { answer: (method, input) => { asked.push([method, input]); return Promise.resolve({ ok: true, value: { method, input } }); }, listen: (told) => { listeners.add(told); return () => { listeners.delete(told); }; } },
    handles, pages: listRendererFiles(pages), runFolder: folder, log: openLog(folder, () => new Date(0), () => 'reference'), idle: () => undefined,
    showWindow: () => undefined, takeOver: () => undefined,
    ...parts,
  });
  onTestFinished(shell.close);
  const { code: launchCode } = shell.openWindow(null);
  const url = (path: string): string => `http://127.0.0.1:${shell.port}${path}`;
  return {
    ...shell, handles, folder, launchCode, asked, url,
    tell: (told) => { for (const listener of listeners) listener(told); },
    login: async (code = launchCode) => {
      const reply = await fetch(url('/api/exchange'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) });
      return { authorization: `Bearer ${(await reply.json() as { readonly token: string }).token}`, 'content-type': 'application/json' };
    },
  };
}
