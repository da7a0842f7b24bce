/** Longer payloads are not decoded; statements of builds have some tens of thousands of characters. */
const longestPayload = 4_000_000;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values: ReadonlyMap<string, number> = new Map([...[...digits].map((sign, index) => [sign, index] as const), ['-', 62], ['_', 63]]);

/** The UTF-8 text behind base64 or base64url, with or without padding and line breaks; null where it is neither, too long or no text. */
export function base64Text(written: string): string | null {
  if (written.length > longestPayload) return null;
  const signs = written.replaceAll(/\s/g, '').replace(/={0,2}$/, '');
  if (signs.length % 4 === 1) return null;
  const parts: string[] = [];
  let bits = 0;
  let held = 0;
  for (const sign of signs) {
    const value = values.get(sign);
    if (value === undefined) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    parts.push(`%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`);
    held &= (1 << bits) - 1;
  }
  return utf8Text(parts.join(''));
}

/** Bytes spelled `%e6%bc%82`; null where they are not UTF-8. */
function utf8Text(spelled: string): string | null {
  try {
    return decodeURIComponent(spelled);
  } catch {
    return null;
  }
}
