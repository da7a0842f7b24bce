import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserFlags, launchBrowser } from '../../electron/browser/launch.ts';
import { makePrivateFolder } from '../../electron/user/folders.ts';
import { temporaryFolder } from '../builders/folders.ts';

const address = 'http://127.0.0.1:4711/#launch=SECRET';

test.skipIf(process.platform === 'win32')('the address stands in a file of the user alone, not on the command line, and goes when told', async () => {
  const folder = temporaryFolder();
  const browser = join(folder, 'browser');
  const profile = makePrivateFolder(join(folder, 'profile'));
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\n`);
  chmodSync(browser, 0o755);

  const { child, forget } = launchBrowser(browser, address, profile);
  await new Promise((resolve) => { child.once('exit', resolve); });
  const words = readFileSync(join(folder, 'words'), 'utf8');
  const file = join(profile, readdirSync(profile).find((name) => /^launch-[0-9a-f]{16}\.html$/.test(name)) ?? '');
  const mode = statSync(file).mode & 0o777;
  const text = readFileSync(file, 'utf8');
  forget();

  expect([words.includes('SECRET'), words.includes(`--app=file://${file}`), mode, text.includes(`url=${address}"`), existsSync(file)]).toEqual([false, true, 0o600, true, false]);
});

test('the browser can reach nothing but this machine, and nothing of its own runs', () => {
  expect(browserFlags('/p')).toEqual(expect.arrayContaining([
    '--user-data-dir=/p', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1', '--disable-extensions', '--disable-sync', '--disable-component-update', '--no-pings', '--no-first-run',
  ]));
});
