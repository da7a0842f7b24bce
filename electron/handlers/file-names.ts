import { existsSync } from 'node:fs';
import { join } from 'node:path';

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Two parts with what storage adds beside the file must stay below 255 bytes, in which Linux counts names. */
const partBytes = 90;

/**
 * A file name that every system takes, made of what a person typed: no separators, control or direction characters, no
 * device names, no dot or space at the ends, each part cut to a length that fits.
 */
export function safeFileName(parts: readonly string[], fallback: string): string {
  const cleaned = parts.map(cleanPart).filter((part) => part !== '').join(' – ');
  return cleaned === '' || reserved.test(cleaned) ? fallback : cleaned;
}

/** A path in the folder that no file has yet: `name.maturity`, `name (2).maturity` … */
export function freePath(folder: string, name: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}${extension}`);
    if (!existsSync(path)) return path;
  }
}

function cleanPart(part: string): string {
  const plain = part.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').replaceAll(/[<>:"/\\|?*]/g, '_');
  return cut(plain.replaceAll(/\s+/g, ' ')).replaceAll(/^[. ]+|[. ]+$/g, '');
}

function cut(text: string): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > partBytes) break;
    kept += character;
  }
  return kept;
}
