import { type DecodedDocument, instantOf } from '#assessments';
import { plainDocument } from './read-document.ts';

/** What the header of a recording says: its container, how long it is, when it was made. Null where it is none. */
export function readRecording(bytes: Uint8Array): DecodedDocument | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return movie(buffer) ?? matroska(buffer) ?? avi(buffer);
}

const mostBoxes = 10_000;

/** Boxes of ISO media (ISO/IEC 14496-12): the header of the movie lies in `moov/mvhd`. */
function movie(bytes: Buffer): DecodedDocument | null {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return null;
  const brand = bytes.toString('latin1', 8, 12);
  if (/^(?:heic|heix|mif1|avif)$/.test(brand)) return null;
  const moov = box(bytes, 0, bytes.length, 'moov');
  const head = moov === null ? null : box(bytes, moov[0], moov[1], 'mvhd');
  const place = moov === null ? null : box(bytes, moov[0], moov[1], 'udta');
  const located = place !== null && bytes.subarray(...place).includes(Buffer.from('\u00a9xyz', 'latin1'));
  return { ...plainDocument(brand === 'qt  ' ? 'mov' : 'mp4'), ...(head === null ? {} : movieHead(bytes.subarray(...head))), located };
}

function box(bytes: Buffer, start: number, end: number, wanted: string): readonly [number, number] | null {
  for (let at = start, seen = 0; at + 8 <= end && seen < mostBoxes; seen += 1) {
    const long = bytes.readUInt32BE(at) === 1 && at + 16 <= end;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : bytes.readUInt32BE(at);
    const whole = size === 0 ? end - at : size;
    if (bytes.toString('latin1', at + 4, at + 8) === wanted) return [at + (long ? 16 : 8), Math.min(end, at + whole)];
    if (whole < 8) return null;
    at += whole;
  }
  return null;
}

/** Seconds between 1904, from which these count, and 1970. */
const since1904 = 2_082_844_800;

function movieHead(head: Buffer): Pick<DecodedDocument, 'seconds' | 'createdAt'> {
  const long = head[0] === 1;
  if (head.length < (long ? 32 : 20)) return { seconds: null, createdAt: null };
  const [made, scale, length] = long ? [Number(head.readBigUInt64BE(4)), head.readUInt32BE(20), Number(head.readBigUInt64BE(24))] : [head.readUInt32BE(4), head.readUInt32BE(12), head.readUInt32BE(16)];
  return { seconds: rounded(scale === 0 ? null : length / scale), createdAt: made > since1904 && made < since1904 * 3 ? instantOf(made - since1904) : null };
}

/** Elements of EBML: the scale and the length lie in `Segment/Info`, which stands near the beginning. */
function matroska(bytes: Buffer): DecodedDocument | null {
  if (bytes.length < 8 || bytes.readUInt32BE(0) !== 0x1a45dfa3) return null;
  const head = bytes.subarray(0, 1_000_000);
  const info = head.indexOf(Buffer.from([0x15, 0x49, 0xa9, 0x66]));
  const near = info === -1 ? head.subarray(0, 0) : head.subarray(info, info + 1_000);
  const scale = unsigned(near, [0x2a, 0xd7, 0xb1]) ?? 1_000_000;
  const length = float(near, [0x44, 0x89]);
  return { ...plainDocument(head.subarray(0, 100).includes('webm') ? 'webm' : 'mkv'), seconds: rounded(length === null ? null : (length * scale) / 1e9) };
}

function valueOf(bytes: Buffer, id: readonly number[]): Buffer | null {
  const at = bytes.indexOf(Buffer.from(id));
  const size = at === -1 ? 0 : (bytes[at + id.length] ?? 0) & 0x7f;
  const start = at + id.length + 1;
  return size === 0 || size > 8 || start + size > bytes.length ? null : bytes.subarray(start, start + size);
}

function unsigned(bytes: Buffer, id: readonly number[]): number | null {
  const value = valueOf(bytes, id);
  return value === null || value.length > 6 ? null : value.readUIntBE(0, value.length);
}

function float(bytes: Buffer, id: readonly number[]): number | null {
  const value = valueOf(bytes, id);
  if (value?.length === 4) return value.readFloatBE(0);
  return value?.length === 8 ? value.readDoubleBE(0) : null;
}

/** The header of an AVI: microseconds of a frame, and how many there are. */
function avi(bytes: Buffer): DecodedDocument | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'AVI ') return null;
  const at = bytes.subarray(0, 4_096).indexOf('avih');
  const seconds = at === -1 || at + 28 > bytes.length ? null : (bytes.readUInt32LE(at + 8) * bytes.readUInt32LE(at + 24)) / 1e6;
  return { ...plainDocument('avi'), seconds: rounded(seconds) };
}

function rounded(seconds: number | null): number | null {
  return seconds === null || !Number.isFinite(seconds) || seconds <= 0 || seconds > 10_000_000 ? null : Math.round(seconds * 10) / 10;
}
