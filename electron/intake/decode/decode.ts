import { type TextEncoding, decodeAs, detectEncoding } from './encoding.ts';

export type Decoded = { readonly encoding: TextEncoding; readonly text: string };

/** The text of a file without its byte order mark, line ends as they are; null where the bytes are not text. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const encoding = detectEncoding(bytes);
  return encoding === null ? null : { encoding, text: decodeAs(bytes, encoding) };
}
