import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './log.ts';
import { writePrivateFile } from './private-file.ts';

/** What keeps the private key from others: the key store of the operating system, or a file that only its owner may read. */
export type Protection = 'os-key-store' | 'file';

/** The Ed25519 key of this computer and user. `fingerprint` is `SHA256:` and the hash of the public key, as ssh shows it. */
export type DeviceKey = { readonly fingerprint: string; readonly protection: Protection; readonly privateKey: KeyObject };

/** The key store of the operating system, as a shell can reach it: text in, sealed bytes out, and back. */
export type KeyStore = {
  readonly seal: (text: string) => Promise<Uint8Array>;
  /** `worn`: sealed under an old key of the store, so it should be sealed again. */
  readonly open: (sealed: Uint8Array) => Promise<{ readonly text: string; readonly worn: boolean }>;
};

type Kept = { readonly userFolder: string; readonly log: Log };

/**
 * The device key kept as a PEM file (0600), made at first start. A damaged or unreadable file is put aside and logged,
 * and a new key made: nothing of an assessment hangs on the old one.
 */
export function openDeviceKey({ userFolder, log }: Kept): DeviceKey {
  const path = join(userFolder, 'device-key.pem');
  if (existsSync(path)) {
    try {
      keepFromOthers(path);
      return deviceKey(readFileSync(path, 'utf8'), 'file');
    } catch (error) {
      putAside(path, error, log);
    }
  }
  writePrivateFile(path, newKey());
  // Another program of this user may have made its key in the same moment: the one that is there counts for both.
  return deviceKey(readFileSync(path, 'utf8'), 'file');
}

/** The device key sealed by the operating system's key store, in a file of its own; otherwise as `openDeviceKey`. */
export async function openSealedDeviceKey({ userFolder, log }: Kept, store: KeyStore): Promise<DeviceKey> {
  const path = join(userFolder, 'device-key.sealed');
  const keep = async (pem: string): Promise<void> => { writePrivateFile(path, Buffer.from(await store.seal(pem)).toString('base64')); };
  if (existsSync(path)) {
    try {
      const { text, worn } = await store.open(Buffer.from(readFileSync(path, 'utf8'), 'base64'));
      const key = deviceKey(text, 'os-key-store');
      if (worn) await keep(text);
      return key;
    } catch (error) {
      putAside(path, error, log);
    }
  }
  const pem = newKey();
  await keep(pem);
  return deviceKey(pem, 'os-key-store');
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function deviceKey(pem: string, protection: Protection): DeviceKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the device key is not an Ed25519 key');
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { fingerprint: `SHA256:${createHash('sha256').update(publicKey).digest('base64url')}`, protection, privateKey };
}

/** A key that came from a backup or a copied folder may have been opened to others on the way. */
function keepFromOthers(path: string): void {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
}

function putAside(path: string, error: unknown, log: Log): void {
  log.bug('device key', error);
  renameSync(path, `${path}.unreadable`);
}
