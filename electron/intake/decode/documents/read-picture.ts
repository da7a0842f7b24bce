import type { DecodedDocument } from '#assessments';
import { readExif, tiffSize } from './exif.ts';
import { plainDocument } from './read-document.ts';

type Size = { readonly format: DecodedDocument['format']; readonly width: number; readonly height: number };
type Seen = Size & { readonly notes: Buffer | null };

const mostChunks = 2_000;
const readers = [png, gif, webp, jpeg, bmp, tiff];

/** What the header of a picture says; the picture itself is never unfolded. Null where it is none, or its header is broken. */
export function readPicture(bytes: Uint8Array): DecodedDocument | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = readers.map((read) => read(buffer)).find((found) => found !== null);
  if (seen === undefined) return null;
  const exif = seen.notes === null ? null : readExif(seen.notes);
  const camera = exif !== null && seen.format !== 'tiff';
  return { ...plainDocument(seen.format), width: seen.width, height: seen.height, createdAt: exif?.takenAt ?? null, camera, located: exif?.located ?? false };
}

function png(bytes: Buffer): Seen | null {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), notes: chunk(bytes, 8, 'eXIf', (at) => ({ size: bytes.readUInt32BE(at), name: bytes.toString('latin1', at + 4, at + 8), whole: 12 + bytes.readUInt32BE(at) })) };
}

function gif(bytes: Buffer): Seen | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  return { format: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), notes: null };
}

/** The three forms of WebP: lossy, lossless, extended. */
function webp(bytes: Buffer): Seen | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const notes = chunk(bytes, 12, 'EXIF', (at) => ({ size: bytes.readUInt32LE(at + 4), name: bytes.toString('latin1', at, at + 4), whole: 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2) }));
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ': return { format: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, notes };
    case 'VP8L': return { format: 'webp', width: (bytes.readUInt32LE(21) & 0x3fff) + 1, height: ((bytes.readUInt32LE(21) >>> 14) & 0x3fff) + 1, notes };
    case 'VP8X': return { format: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, notes };
    default: return null;
  }
}

/** The content of the first chunk of a name; a header of a chunk has 8 bytes. */
function chunk(bytes: Buffer, start: number, wanted: string, headAt: (at: number) => { readonly size: number; readonly name: string; readonly whole: number }): Buffer | null {
  for (let at = start, seen = 0; at + 8 <= bytes.length && seen < mostChunks; seen += 1) {
    const { size, name, whole } = headAt(at);
    if (name === wanted) return bytes.subarray(at + 8, at + 8 + size);
    at += whole;
  }
  return null;
}

/** Headers of frames, of whatever kind of compression. */
const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function isSegment(bytes: Buffer, at: number): boolean {
  return at + 9 < bytes.length && bytes[at] === 0xff;
}

function notesIn(marker: number, segment: Buffer): Buffer | null {
  return marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0' ? segment.subarray(6) : null;
}

/** Walks the segments to the frame header, which says the size; notes stand before it. */
function jpeg(bytes: Buffer): Seen | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let notes: Buffer | null = null;
  for (let at = 2, seen = 0; isSegment(bytes, at) && seen < mostChunks; seen += 1) {
    const marker = bytes[at + 1] ?? 0;
    const size = bytes.readUInt16BE(at + 2);
    notes ??= notesIn(marker, bytes.subarray(at + 4, at + 2 + size));
    if (frames.has(marker)) return { format: 'jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), notes };
    at += marker === 0xff ? 1 : 2 + size;
  }
  return null;
}

function bmp(bytes: Buffer): Seen | null {
  if (bytes.length < 26 || bytes.toString('latin1', 0, 2) !== 'BM' || ![12, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14))) return null;
  const old = bytes.readUInt32LE(14) === 12;
  return { format: 'bmp', width: old ? bytes.readUInt16LE(18) : Math.abs(bytes.readInt32LE(18)), height: old ? bytes.readUInt16LE(20) : Math.abs(bytes.readInt32LE(22)), notes: null };
}

function tiff(bytes: Buffer): Seen | null {
  if (bytes.length < 8 || !['II*\0', 'MM\0*'].includes(bytes.toString('latin1', 0, 4))) return null;
  return { format: 'tiff', ...tiffSize(bytes), notes: bytes };
}
