import type { ImagePicture } from '#contract';

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
