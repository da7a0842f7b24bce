import { DocumentUnreadable } from './read-document.ts';

/** Files of Office before 2007 are not read; those of later ones that are protected by a password come in the same wrapping. Always throws. */
export function refuseOldOffice(bytes: Uint8Array): never {
  const wrapped = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new DocumentUnreadable(wrapped ? 'documentEncrypted' : 'oldDocument');
}
