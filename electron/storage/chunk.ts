import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Artefacts are cut into pieces of this many bytes, so that a large one is never whole in memory to be stored. */
export const chunkSize = 1024 * 1024;

/** How the bytes of a chunk are kept: 0 as they are, 1 zstd. The numbers are in files; never reuse one. */
export type ChunkEncoding = 0 | 1;
export type Chunk = { readonly encoding: ChunkEncoding; readonly size: number; readonly bytes: Uint8Array };

/** Half a page of the file: for less, packing here and unpacking for whoever reads cost more than the bytes are worth. */
const smallest = 8192;
const sampleSize = 16 * 1024;
const pays = 0.9;
const fastest = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * The chunk as it is kept. Compressed where it pays: a piece from the middle of a large chunk decides, so that bytes
 * that do not shrink (archives, pictures) cost one small trial and not a whole one.
 */
export function packChunk(bytes: Uint8Array): Chunk {
  if (bytes.length < smallest || !samplePays(bytes)) return { encoding: 0, size: bytes.length, bytes };

  const packed = zstdCompressSync(bytes, fastest);
  return packed.length < bytes.length * pays
    ? { encoding: 1, size: bytes.length, bytes: packed }
    : { encoding: 0, size: bytes.length, bytes };
}

/** The bytes a kept chunk stands for; throws where they cannot be unpacked to the promised size. */
export function unpackChunk({ encoding, size, bytes }: { readonly encoding: number; readonly size: number; readonly bytes: Uint8Array }): Uint8Array {
  if (size > chunkSize) throw new Error(`a chunk never holds ${size} bytes`);
  const unpacked = encoding === 0 ? bytes : zstdDecompressSync(bytes, { maxOutputLength: Math.max(1, size) });
  if (unpacked.length !== size) throw new Error(`chunk holds ${unpacked.length} bytes, not ${size}`);
  return unpacked;
}

function samplePays(bytes: Uint8Array): boolean {
  if (bytes.length <= 8 * sampleSize) return true;
  const from = (bytes.length - sampleSize) >> 1;
  return zstdCompressSync(bytes.subarray(from, from + sampleSize), fastest).length < sampleSize * pays;
}
