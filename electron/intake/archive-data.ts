import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Archive, Member } from './archive.ts';
import type { Breathe } from './breathing.ts';
import { readStretch } from './byte-source.ts';
import { Unreadable } from './read-file.ts';

/** Tells that a member's data is not what the archive says: too long, too short, or of another checksum. */
export class MemberDamaged extends Error {}

const deflated = 8;
const chunkSize = 256 * 1024;

/** The bytes of a small member, checked for size and checksum. Throws `MemberDamaged`. */
export async function readMember(archive: Archive, member: Member): Promise<Buffer> {
  const { entry } = member;
  const packed = readStretch(archive.source, await dataStart(archive, member), entry.compressedSize);
  const bytes = entry.compressionMethod === deflated ? inflate(packed, entry.uncompressedSize) : packed;
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw new MemberDamaged();
  return bytes;
}

/**
 * Gives the bytes of a member of any size to `write`, in pieces. Stops as soon as there are more than the archive says;
 * what was written counts only when this returns. Throws `MemberDamaged`.
 */
export async function streamMember(archive: Archive, member: Member, breathe: Breathe, write: (bytes: Uint8Array) => void): Promise<void> {
  const { entry } = member;
  const start = await dataStart(archive, member);
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
  const packed = pieces(archive, start, entry.compressedSize);
  if (entry.compressionMethod !== deflated) await take(packed);
  else await pipeline(Readable.from(packed), createInflateRaw({ chunkSize }), take).catch(asDamage);
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new MemberDamaged();
}

function* pieces(archive: Archive, start: number, length: number): Generator<Buffer> {
  for (let done = 0; done < length; done += chunkSize) yield readStretch(archive.source, start + done, Math.min(chunkSize, length - done));
}

async function dataStart({ zip }: Archive, { entry }: Member): Promise<number> {
  if (zip === null) throw new MemberDamaged();
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

/** What zlib says about bad data; everything else goes on as it is. */
function asDamage(thrown: unknown): never {
  throw thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && thrown.code.startsWith('Z_') ? new MemberDamaged() : thrown;
}
