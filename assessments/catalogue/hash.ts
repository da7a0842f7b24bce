import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { PackText } from './pack.ts';

/**
 * SHA-256 (lower-case hex) of a pack: of the canonical JSON (RFC 8785) of its [path, text] pairs, sorted by path. Line
 * ends count as LF, so that a checkout on another system is the same pack.
 */
export function packHash(texts: readonly PackText[]): string {
  const pairs = texts
    .map(({ path, text }) => [path, text.replaceAll('\r\n', '\n')] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return bytesToHex(sha256(utf8ToBytes(canonicalize(pairs) ?? '')));
}
