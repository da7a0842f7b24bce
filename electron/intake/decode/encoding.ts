import { isAscii, isUtf8 } from 'node:buffer';

/** The encodings evidence is decoded from. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Byte order marks; UTF-32 begins like UTF-16 and is not read. A UTF-8 mark needs no row: the bytes are UTF-8 with it. */
const marks: readonly { readonly mark: readonly number[]; readonly encoding: TextEncoding | null }[] = [
  { mark: [0xff, 0xfe, 0, 0], encoding: null },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Looking at the beginning is enough to tell data from text; whether it decodes is asked of all bytes. */
const sampleBytes = 16 * 1024;
/** Data shows its control bytes early; every file pays for this look. */
const controlBytes = 4 * 1024;

/**
 * The encoding of these bytes, or null where they are not text. `complete` is false for the head of a longer file,
 * which may end inside a character.
 */
export function detectEncoding(bytes: Uint8Array, complete = true): TextEncoding | null {
  const marked = marks.find(({ mark }) => startsWith(bytes, mark));
  if (marked !== undefined) return decodableAs(marked.encoding, bytes, complete);
  if (bytes.includes(0)) return utf16WithoutMark(bytes, complete);
  if (tooManyControls(bytes)) return null;
  if (isUtf8(complete ? bytes : wholeCharacters(bytes))) return 'utf-8';
  return looksChinese(bytes) ? decodableAs('gb18030', bytes, complete) : null;
}

/** The text without its byte order mark; throws a TypeError where the bytes are not in this encoding. */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'utf-8' && isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** The bytes without a UTF-8 character that the end cuts off. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function decodableAs(encoding: TextEncoding | null, bytes: Uint8Array, complete: boolean): TextEncoding | null {
  if (encoding === null) return null;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !complete });
    return encoding;
  } catch {
    return null;
  }
}

/** Terminal colours and form feeds occur in real logs; more than one control byte in a hundred means data. */
function tooManyControls(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, controlBytes);
  let controls = 0;
  for (let at = 0; at < length; at += 1) if (isControl(bytes[at] ?? 0)) controls += 1;
  return controls * 100 > length;
}

/** Backspace to carriage return, and escape, are text. */
function isControl(byte: number): boolean {
  return byte < 0x20 ? byte < 8 || (byte > 0x0d && byte !== 0x1b) : byte === 0x7f;
}

/** UTF-16 without a mark: zero bytes only in one half of the pairs, and nothing but characters people write. */
function utf16WithoutMark(bytes: Uint8Array, complete: boolean): TextEncoding | null {
  const sample = bytes.subarray(0, sampleBytes);
  let zeroHigh = false;
  let zeroLow = false;
  for (let at = sample.indexOf(0); at !== -1; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) zeroHigh = true;
    else zeroLow = true;
    if (zeroHigh && zeroLow) return null;
  }
  if ((!zeroHigh && !zeroLow) || isTextWithZeros(sample)) return null;

  const encoding = zeroHigh ? 'utf-16be' : 'utf-16le';
  return isWritten(new TextDecoder(encoding).decode(sample)) ? decodableAs(encoding, bytes, complete) : null;
}

/** Zero bytes strewn into a plain text do not make pairs of it: in UTF-16 every second byte of plain letters is zero. */
function isTextWithZeros(sample: Uint8Array): boolean {
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return isUtf8(wholeCharacters(sample)) && zeros * 5 < sample.length * 2;
}

function isWritten(text: string): boolean {
  const strange = text.match(/[\p{Cc}\p{Co}\p{Cn}]/gu)?.filter((character) => !/[\t\n\f\r]/.test(character)) ?? [];
  return strange.length * 100 <= text.length;
}

/**
 * Many bytes decode as GB18030 by chance, Western text and damaged UTF-8 among them. Written Chinese keeps to the
 * signs and the common characters of GB 2312 (its level 1): at least seven in ten must be there.
 */
function looksChinese(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  let characters = 0;
  let common = 0;
  for (let at = 0; at + 1 < sample.length; at += 1) {
    const lead = sample[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = sample[at + 1] ?? 0;
    characters += 1;
    if (isCommon(lead, trail)) common += 1;
    at += trail < 0x40 ? 3 : 1;
  }
  return characters > 0 && common * 10 >= characters * 7;
}

function isCommon(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7));
}
