import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * The write-ahead log beside a file, read by ourselves: SQLite drops everything from the first frame on that does not
 * hold, without a word. `valid`: the frame and all before it hold. See https://www.sqlite.org/fileformat2.html, 4.
 */
export type WalFrame = { readonly page: number; readonly commit: boolean; readonly offset: number; readonly valid: boolean };
export type Wal = { readonly pageSize: number; readonly frames: readonly WalFrame[] };

const headerSize = 32;
const frameHeaderSize = 24;
const magic = 0x377f0682;
const tooMuch = 2 ** 31;

/** The frames of a log that bear its salts, in their order; null where there is none. `pageSize` counts where the log's own header is lost. */
export function readWal(path: string, pageSize: number): Wal | null {
  const bytes = readAll(path);
  return bytes === null || bytes.length < headerSize + frameHeaderSize ? null : parseWal(bytes, pageSize);
}

function parseWal(bytes: Buffer, otherwise: number): Wal {
  const header = readHeader(bytes);
  const pageSize = header?.pageSize ?? otherwise;
  const salts = header?.salts ?? commonSalts(bytes, pageSize);
  const frames: WalFrame[] = [];
  let sum = header?.sum ?? null;
  for (let at = headerSize; at + frameHeaderSize + pageSize <= bytes.length; at += frameHeaderSize + pageSize) {
    const frame = bytes.subarray(at, at + frameHeaderSize + pageSize);
    const own = frame.readBigUInt64BE(8) === salts;
    sum = own ? sumAfter(frame, header, sum) : null;
    if (own) frames.push({ page: frame.readUInt32BE(0), commit: frame.readUInt32BE(4) !== 0, offset: at + frameHeaderSize, valid: sum !== null });
  }
  return { pageSize, frames };
}

/** The running checksum behind a frame; null where the frame does not bear it. */
function sumAfter(frame: Buffer, header: Header | null, before: Sum | null): Sum | null {
  if (header === null || before === null) return null;
  const { big } = header;
  const sum = checksum(frame.subarray(frameHeaderSize), big, checksum(frame.subarray(0, 8), big, before));
  return sum[0] === frame.readUInt32BE(16) && sum[1] === frame.readUInt32BE(20) ? sum : null;
}

/**
 * Whether commits were lost that had been confirmed. A power cut can leave the last transaction in pieces, which was
 * never confirmed; two commits behind the first bad frame mean that one of them was.
 */
export function hasLostCommits({ frames }: Wal): boolean {
  return frames.filter(({ commit, valid }) => commit && !valid).length >= 2;
}

type Sum = readonly [number, number];
type Header = { readonly big: boolean; readonly pageSize: number; readonly salts: bigint; readonly sum: Sum };

function readHeader(bytes: Buffer): Header | null {
  const first = bytes.readUInt32BE(0);
  const pageSize = bytes.readUInt32BE(8);
  const big = first === magic + 1;
  if ((first !== magic && !big) || !isPageSize(pageSize)) return null;
  const sum = checksum(bytes.subarray(0, 24), big, [0, 0]);
  return sum[0] === bytes.readUInt32BE(24) && sum[1] === bytes.readUInt32BE(28) ? { big, pageSize, salts: bytes.readBigUInt64BE(16), sum } : null;
}

/** Whether SQLite can have pages of this size. */
export function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}

/** The salts most frames bear, for a log without a header. */
function commonSalts(bytes: Buffer, pageSize: number): bigint {
  const counts = new Map<bigint, number>();
  for (let at = headerSize; at + frameHeaderSize + pageSize <= bytes.length; at += frameHeaderSize + pageSize) {
    const salts = bytes.readBigUInt64BE(at + 8);
    counts.set(salts, (counts.get(salts) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0n, 0] as const)[0];
}

function checksum(bytes: Buffer, big: boolean, [first, second]: Sum): Sum {
  const copy = Buffer.from(bytes);
  if (big !== (endianness() === 'BE')) copy.swap32();
  const words = new Uint32Array(copy.buffer, copy.byteOffset, copy.length >> 2);
  let [a, b] = [first, second];
  for (let index = 0; index + 1 < words.length; index += 2) {
    a = (a + (words[index] ?? 0) + b) >>> 0;
    b = (b + (words[index + 1] ?? 0) + a) >>> 0;
  }
  return [a, b];
}

function readAll(path: string): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, tooMuch - 1));
    let done = 0;
    for (let count = 1; count > 0 && done < bytes.length; done += count) count = readSync(file, bytes, done, bytes.length - done, done);
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}
