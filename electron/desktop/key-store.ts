import { safeStorage } from 'electron';
import { openDeviceKey, openSealedDeviceKey, type DeviceKey, type KeyStore } from '../user/device-key.ts';
import type { Log } from '../user/log.ts';

/**
 * The operating system's key store (Keychain, DPAPI, Secret Service, KWallet), or null where there is none. Linux's
 * `basic_text` is none: it hides a text under a password that everyone knows. To be asked once Electron is ready.
 */
async function findKeyStore(): Promise<KeyStore | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) return null;

  return {
    seal: (text) => safeStorage.encryptStringAsync(text),
    open: async (sealed) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
      return { text: result, worn: shouldReEncrypt };
    },
  };
}

/** The device's key under the best protection there is: the key store's, otherwise a file only its owner may read. */
export async function keepDeviceKey(kept: { readonly userFolder: string; readonly log: Log }): Promise<DeviceKey> {
  try {
    const store = await findKeyStore();
    if (store !== null) return await openSealedDeviceKey(kept, store);
  } catch (error) {
    // A key store that is locked or broken must not keep anyone from working.
    kept.log.bug('key store', error);
  }
  return openDeviceKey(kept);
}
