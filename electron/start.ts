/** `npm start`: the desktop shell where its binary and a display are there, otherwise the browser shell, with a word on why. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay } from './browser/find-browser.ts';
import { serve } from './browser/serve.ts';
import { findElectron } from './desktop/find-binary.ts';
import { productPath } from './shell/product.ts';

const say = (line: string): void => { process.stderr.write(`${line}\n`); };

async function start(file: string | undefined): Promise<void> {
  const binary = findElectron(productPath('node_modules/electron/'));
  if (binary !== undefined && hasDisplay()) {
    runDesktop(binary, file);
    return;
  }
  for (const line of reason(binary)) say(line);
  const serving = await serve({ open: true, say, ...(file === undefined ? {} : { file }) });
  if (serving === null) return;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { void serving.stop(); });
  await serving.stopped;
  process.exit(0);
}

function reason(binary: string | undefined): readonly string[] {
  return binary === undefined
    ? ['未找到 Electron 程序（可能未能联网下载），改用浏览器界面。', 'The Electron binary is not there (it could not be downloaded), so the browser shell is used instead.']
    : ['没有可用的图形显示，改用浏览器界面。', 'There is no display to show a window on, so the browser shell is used instead.'];
}

function runDesktop(binary: string, file: string | undefined): void {
  const main = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './desktop/main.ts' : './desktop.js', import.meta.url));
  const child = spawn(binary, [main, ...(file === undefined ? [] : [file])], { stdio: 'inherit' });
  child.once('exit', (code) => { process.exitCode = code ?? 1; });
}

const named = process.argv.slice(2).find((word) => word.endsWith('.maturity'));
// npm runs scripts in the package's folder; INIT_CWD is where the user stood.
await start(named === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), named));
