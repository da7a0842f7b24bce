import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDeviceKey, openSealedDeviceKey, type KeyStore } from '../../electron/user/device-key.ts';
import { temporaryFolder } from '../builders/folders.ts';

/** A log that only counts. */
function counting(): { readonly userFolder: string; readonly log: { readonly bug: () => string }; readonly bugs: () => number } {
  let bugs = 0;
  return { userFolder: temporaryFolder(), log: { bug: () => { bugs += 1; return 'reference'; } }, bugs: () => bugs };
}

/** A key store that turns text around. */
const turning = (worn = false): KeyStore => ({
  seal: (text) => Promise.resolve(Buffer.from([...text].reverse().join(''))),
  open: (sealed) => Promise.resolve({ text: [...Buffer.from(sealed).toString()].reverse().join(''), worn }),
});

test('the key is made at first start, for its owner alone, and stays the same', () => {
  const kept = counting();
  const first = openDeviceKey(kept);
  const again = openDeviceKey(kept);

  expect([first.fingerprint, first.protection, kept.bugs()]).toEqual([again.fingerprint, 'file', 0]);
  expect(first.fingerprint).toMatch(/^SHA256:[\w-]{43}$/);
  expect([readdirSync(kept.userFolder), statSync(join(kept.userFolder, 'device-key.pem')).mode & 0o777]).toEqual([['device-key.pem'], 0o600]);
  expect(openDeviceKey(counting()).fingerprint).not.toBe(first.fingerprint);
});

test('what it signs is verified by its public half', () => {
  const { privateKey } = openDeviceKey(counting());
  const said = Buffer.from('评分');

  expect(verify(null, said, createPublicKey(privateKey), sign(null, said, privateKey))).toBe(true);
});

test.skipIf(process.platform === 'win32')('a key file that others could read is closed to them again', () => {
  const kept = counting();
  const { fingerprint } = openDeviceKey(kept);
  const path = join(kept.userFolder, 'device-key.pem');
  chmodSync(path, 0o644);

  expect([openDeviceKey(kept).fingerprint, statSync(path).mode & 0o777]).toEqual([fingerprint, 0o600]);
});

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test.each([['empty', ''], ['torn', '-----BEGIN PRIVATE KEY-----\nMC4CAQAw'], ['of another kind', otherKey]])('a key file that is %s is put aside and logged, and a new key made', (_what, text) => {
  const kept = counting();
  const { fingerprint } = openDeviceKey(kept);
  const path = join(kept.userFolder, 'device-key.pem');
  writeFileSync(path, text);

  const next = openDeviceKey(kept);

  expect([next.fingerprint === fingerprint, openDeviceKey(kept).fingerprint === next.fingerprint, kept.bugs(), readFileSync(`${path}.unreadable`, 'utf8')]).toEqual([false, true, 1, text]);
});

test('a folder where the key file should be does not stop the program', () => {
  const kept = counting();
  mkdirSync(join(kept.userFolder, 'device-key.pem'));

  expect([openDeviceKey(kept).protection, kept.bugs()]).toEqual(['file', 1]);
});

test('under the key store of the system the key lies sealed, beside the one of the other shells', async () => {
  const kept = counting();
  const inFile = openDeviceKey(kept);
  const first = await openSealedDeviceKey(kept, turning());
  const again = await openSealedDeviceKey(kept, turning());

  expect([first.fingerprint === again.fingerprint, first.fingerprint === inFile.fingerprint, first.protection, kept.bugs()]).toEqual([true, false, 'os-key-store', 0]);
  const sealed = readFileSync(join(kept.userFolder, 'device-key.sealed'), 'utf8');
  expect([Buffer.from(sealed, 'base64').toString().includes('BEGIN PRIVATE KEY'), statSync(join(kept.userFolder, 'device-key.sealed')).mode & 0o777]).toEqual([false, 0o600]);
});

test('a key the store can no longer open is put aside and a new one made; one sealed under an old key is sealed again', async () => {
  const kept = counting();
  const { fingerprint } = await openSealedDeviceKey(kept, turning());
  const path = join(kept.userFolder, 'device-key.sealed');
  const sealedAgain: string[] = [];
  const worn: KeyStore = { ...turning(true), seal: (text) => { sealedAgain.push(text); return turning().seal(text); } };
  const still = await openSealedDeviceKey(kept, worn);
  const next = await openSealedDeviceKey(kept, { ...turning(), open: () => Promise.reject(new Error('another user')) });

  expect([still.fingerprint, sealedAgain.length, next.fingerprint === fingerprint, kept.bugs(), statSync(`${path}.unreadable`).isFile()]).toEqual([fingerprint, 1, false, 1, true]);
});
