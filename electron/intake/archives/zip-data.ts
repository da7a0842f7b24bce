import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { Breathe } from '../breathing.ts';
import { type ByteSource, readPieces, readStretch } from '../byte-source.ts';
import { Unreadable } from '../read-file.ts';
import { MemberDamaged } from './archive.ts';

/** An open zip archive and the bytes it lies in. */
export type Listed = { readonly source: ByteSource; readonly zip: ZipFile };

const deflated = 8;
const chunkSize = 256 * 1024;

/** The bytes of a small member, checked for size and checksum. Throws `MemberDamaged`. */
export async function readEntry(from: Listed, entry: Entry): Promise<Buffer> {
  const packed = readStretch(from.source, await dataStart(from, entry), entry.compressedSize);
  const bytes = entry.compressionMethod === deflated ? inflate(packed, entry.uncompressedSize) : packed;
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw new MemberDamaged();
  return bytes;
}

/**
 * Gives the bytes of a member of any size to `write`, in pieces. Stops as soon as there are more than the archive says;
 * what was written counts only when this returns. Throws `MemberDamaged`.
 */
export async function streamEntry(from: Listed, entry: Entry, breathe: Breathe, write: (bytes: Uint8Array) => void): Promise<void> {
  const start = await dataStart(from, entry);
  let size = 0;
  let sum = 0;
  const take = async (pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > entry.uncompressedSize) throw new MemberDamaged();
      sum = crc32(piece, sum);
      write(piece);
      await breathe();
    }
  };
  const packed = readPieces(from.source, start, entry.compressedSize);
  if (entry.compressionMethod !== deflated) await take(packed);
  else await pipeline(Readable.from(packed), createInflateRaw({ chunkSize }), take).catch(asDamage);
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new MemberDamaged();
}

async function dataStart({ zip }: Listed, entry: Entry): Promise<number> {
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (thrown) {
    throw thrown instanceof Unreadable ? thrown : new MemberDamaged();
  }
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new MemberDamaged();
  }
}

function asDamage(thrown: unknown): never {
  throw isBadlyPacked(thrown) ? new MemberDamaged() : thrown;
}

/** What zlib says about bad data. */
export function isBadlyPacked(thrown: unknown): thrown is Error & { readonly code: string } {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && thrown.code.startsWith('Z_');
}
