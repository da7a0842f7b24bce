import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { browserFlags, launchBrowser } from '../../electron/browser/launch.ts';
import { temporaryFolder } from '../builders/folders.ts';

const address = 'http://127.0.0.1:4711/#launch=SECRET';

test.skipIf(process.platform === 'win32')('the address stands in a file of the user alone, not on the command line, and goes when told', async () => {
  const folder = temporaryFolder();
  const browser = join(folder, 'browser');
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\n`);
  chmodSync(browser, 0o755);

  const { child, forget } = launchBrowser(browser, address, folder);
  await new Promise((resolve) => { child.once('exit', resolve); });
  const words = readFileSync(join(folder, 'words'), 'utf8');
  const file = join(folder, 'browser-profile/launch.html');
  const modes = [statSync(file).mode & 0o777, statSync(join(folder, 'browser-profile')).mode & 0o777];
  const text = readFileSync(file, 'utf8');
  forget();

  expect([words.includes('SECRET'), words.includes(`--app=file://${file}`), modes, text.includes(`url=${address}"`), existsSync(file)]).toEqual([false, true, [0o600, 0o700], true, false]);
});

test('a browser that cannot be started is no crash', async () => {
  const failed = vi.fn();
  const { child } = launchBrowser('/nowhere/browser', address, temporaryFolder());

  child.once('error', failed);
  await vi.waitFor(() => { expect(failed).toHaveBeenCalled(); });
});

test('the browser can reach nothing but this machine, and nothing of its own runs', () => {
  expect(browserFlags('/p')).toEqual(expect.arrayContaining([
    '--user-data-dir=/p', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1', '--disable-extensions', '--disable-sync', '--disable-component-update', '--no-pings', '--no-first-run',
  ]));
});
