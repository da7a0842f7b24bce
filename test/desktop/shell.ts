import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { vi } from 'vitest';
import { build } from 'vite';
import type { DesktopApi } from '../../renderer/api.ts';
import { chromiumPath } from '../e2e/chromium.ts';
import * as double from './electron-double/electron.ts';

const home = vi.hoisted(() => ({ folder: '' }));
vi.mock('electron', () => import('./electron-double/electron.ts'));
vi.mock('../../electron/shell/renderer-folder.ts', () => ({ get rendererFolder() { return join(home.folder, 'pages'); }, get preloadFile() { return join(home.folder, 'preload', 'preload.cjs'); } }));

/** What a page of the shell has on its window, as far as tests ask. */
export type PageWindow = { readonly api: DesktopApi; readonly told: readonly { readonly kind: string; readonly command?: string; readonly file?: string }[]; readonly inlineRan?: boolean; readonly evalRan: boolean };

/** Where no browser is found, what needs a page is counted as skipped. */
export const canRun = chromiumPath !== undefined;

export type Shell = { readonly folder: string; readonly preload: string; readonly userFolder: string; readonly page: (index?: number) => Promise<Page>; readonly end: () => Promise<void> };

/** A page that asks for its start as the renderer does, and keeps what it is told. */
const pageScript = 'try { window.evalRan = eval("true"); } catch { window.evalRan = false; } window.told = []; window.api.onTold((event) => window.told.push(event)); window.api.call("start", {}).then((reply) => { window.start = reply.value; document.title = "ran"; });';

/** Starts the shell's real main over the double, with a small page of its own. `words` stand on the command line. */
export async function startShell(words: readonly string[] = []): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-desktop-'));
  home.folder = folder;
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages/index.html'), '<!doctype html><title>workbench</title><script>window.inlineRan = true</script><script type="module" src="./app.js"></script>');
  writeFileSync(join(folder, 'pages/app.js'), pageScript);
  await build({ configFile: 'electron/desktop/vite.preload.config.ts', logLevel: 'error', build: { outDir: join(folder, 'preload') } });
  vi.stubEnv('CHROMIUM', chromiumPath ?? '');
  vi.stubEnv('MATURITY_USER_FOLDER', join(folder, 'user'));
  vi.stubEnv('MATURITY_ASSESSMENTS_FOLDER', join(folder, 'assessments'));
  const argv = process.argv;
  process.argv = ['electron', ...words];
  await import('../../electron/desktop/main.ts').finally(() => { process.argv = argv; });
  await vi.waitFor(() => { if (double.seen.windows.length === 0) throw new Error('no window'); }, 20_000);
  const page = async (index = 0): Promise<Page> => {
    const window = double.seen.windows[index];
    if (window === undefined) throw new Error(`there is no window ${index}`);
    const open = await window.page;
    await vi.waitFor(async () => { if (await open.title() !== 'ran') throw new Error('the page has not run'); }, 20_000);
    return open;
  };
  await page();
  return {
    folder, page, preload: join(folder, 'preload', 'preload.cjs'), userFolder: join(folder, 'user'),
    end: async () => {
      double.app.quit();
      await vi.waitFor(() => { if (!double.seen.ended) throw new Error('the program has not ended'); }, 50_000);
      await double.endChromium();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
