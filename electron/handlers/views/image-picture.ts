import type { DocumentPicture, ImagePicture } from '#contract';

/** Larger pictures are not drawn: bytes of the file, and dots it unfolds to. */
const mostBytes = 8 * 1024 * 1024, mostDots = 40_000_000;

/** A picture by its own bytes, whatever its file is called; null where it is none, is broken or unfolds to too much. */
export function imagePicture(bytes: Uint8Array): ImagePicture | null {
  if (bytes.length > mostBytes) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = pngSize(buffer) ?? gifSize(buffer) ?? webpSize(buffer) ?? jpegSize(buffer);
  if (found === null || found.width === 0 || found.height === 0 || found.width * found.height > mostDots) return null;
  return { kind: 'image', ...found, data: buffer.toString('base64') };
}

type Sized = Pick<ImagePicture, 'mediaType' | 'width' | 'height'>;

function pngSize(bytes: Buffer): Sized | null {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gifSize(bytes: Buffer): Sized | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  return { mediaType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** The three forms of WebP: lossy, lossless, extended. */
function webpSize(bytes: Buffer): Sized | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ': return { mediaType: 'image/webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': return { mediaType: 'image/webp', width: (bytes.readUInt32LE(21) & 0x3fff) + 1, height: ((bytes.readUInt32LE(21) >>> 14) & 0x3fff) + 1 };
    case 'VP8X': return { mediaType: 'image/webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default: return null;
  }
}

/** Walks the segments to the frame header, which says the size. */
function jpegSize(bytes: Buffer): Sized | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { mediaType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** What a PDF says of itself in the clear; null where the bytes are none. Compressed parts are not unfolded. */
export function documentPicture(bytes: Uint8Array): DocumentPicture | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [, version] = /^%PDF-(\d\.\d)/.exec(text) ?? [];
  if (version === undefined) return null;
  const counted = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  const stated = Math.max(0, ...[...text.matchAll(/\/Type\s*\/Pages\b[^>]{0,400}?\/Count\s+(\d{1,6})|\/Count\s+(\d{1,6})[^>]{0,400}?\/Type\s*\/Pages\b/g)].map(([, one, other]) => Number(one ?? other)));
  const pages = Math.max(counted, stated);
  return {
    kind: 'document', version, pages: pages === 0 ? null : pages, title: stringAfter(text, 'Title'), producer: stringAfter(text, 'Producer') ?? stringAfter(text, 'Creator'), createdAt: day(stringAfter(text, 'CreationDate')),
    encrypted: /\/Encrypt\s/.test(text), active: /\/(?:JavaScript|JS|Launch|EmbeddedFile)\b/.test(text),
  };
}

/** A string of the document's information: in brackets or hexadecimal, in UTF-16 where it begins with its mark. */
function stringAfter(text: string, name: string): string | null {
  const [, plain, hex] = new RegExp(`/${name}\\s*(?:\\(((?:[^()\\\\]|\\\\.){0,2000})\\)|<([0-9A-Fa-f\\s]{0,4000})>)`).exec(text) ?? [];
  const bytes = hex !== undefined ? Buffer.from(hex.replace(/\s/g, ''), 'hex') : plain === undefined ? null : Buffer.from(plain.replace(/\\(\d{3}|.)/gs, unescaped), 'latin1');
  if (bytes === null) return null;
  const said = bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2, 2 + Math.floor((bytes.length - 2) / 2) * 2).swap16().toString('utf16le') : bytes.toString('latin1');
  return said.trim() === '' ? null : said.trim().slice(0, 500);
}

function unescaped(_whole: string, sign: string): string {
  return /^\d{3}$/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff) : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign] ?? sign);
}

/** `D:20260304101500+08'00'` → `2026-03-04`. */
function day(written: string | null): string | null {
  const [, year, month, date] = /^D:(\d{4})(\d{2})(\d{2})/.exec(written ?? '') ?? [];
  return year === undefined ? null : `${year}-${month ?? '01'}-${date ?? '01'}`;
}
