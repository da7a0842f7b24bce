import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { keepDeviceKey } from '../../electron/desktop/key-store.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { machine } from './electron-double/recorded.ts';

vi.mock('electron', () => import('./electron-double/electron.ts'));

const platform = process.platform;
const onPlatform = (name: string): void => { Object.defineProperty(process, 'platform', { value: name }); };
afterEach(() => { machine.keyStore = 'gnome_libsecret'; onPlatform(platform); });

function keep() {
  const bugs: unknown[] = [];
  const userFolder = temporaryFolder();
  const log = { bug: (_where: string, error: unknown) => { bugs.push(error); return 'reference'; } };
  return { userFolder, bugs, key: () => keepDeviceKey({ userFolder, log }) };
}

test.each(['gnome_libsecret', 'kwallet6'])('under Linux with %s the key lies sealed, and no readable copy of it anywhere', async (store) => {
  onPlatform('linux');
  machine.keyStore = store;
  const { userFolder, key, bugs } = keep();
  const [first, again] = [await key(), await key()];

  expect([first.protection, first.fingerprint === again.fingerprint, existsSync(join(userFolder, 'device-key.pem')), bugs]).toEqual(['os-key-store', true, false, []]);
  expect(Buffer.from(readFileSync(join(userFolder, 'device-key.sealed'), 'utf8'), 'base64').toString()).not.toContain('PRIVATE');
});

test.each(['basic_text', 'unknown'])('Linux\'s %s is no key store: the key is kept in a file, and said to be', async (store) => {
  onPlatform('linux');
  machine.keyStore = store;
  const { userFolder, key, bugs } = keep();

  expect([(await key()).protection, existsSync(join(userFolder, 'device-key.sealed')), bugs]).toEqual(['file', false, []]);
});

test.each(['darwin', 'win32'])('on %s the system\'s own store is used, whatever Linux would call it', async (name) => {
  onPlatform(name);
  machine.keyStore = 'basic_text';

  expect((await keep().key()).protection).toBe('os-key-store');
});

test('without a key store, or with one that fails, the program starts with a key in a file; the failure is logged', async () => {
  machine.keyStore = null;
  const without = keep();
  const plain = await without.key();
  machine.keyStore = 'broken';
  const failing = keep();
  const fallen = await failing.key();

  expect([plain.protection, without.bugs.length, fallen.protection, failing.bugs.length]).toEqual(['file', 0, 'file', 1]);
});
