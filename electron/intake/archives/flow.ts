import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ByteSource, readPieces } from '../byte-source.ts';

/** Bytes that can be had from the beginning to the end, as often as wanted. */
export type Flow = { readonly pieces: () => Pieces };
type Pieces = AsyncGenerator<Buffer, void> | Generator<Buffer, void>;

const chunkSize = 256 * 1024;

export function plainFlow(source: ByteSource): Flow {
  return { pieces: () => readPieces(source, 0, source.size) };
}

/** The unpacked bytes of a gzip stream, or of several behind one another; throws zlib's errors. */
export function gunzipFlow(source: ByteSource): Flow {
  return {
    async *pieces() {
      const packed = Readable.from(readPieces(source, 0, source.size));
      const gunzip = createGunzip({ chunkSize });
      packed.on('error', (problem) => { gunzip.destroy(problem); });
      try {
        for await (const piece of packed.pipe(gunzip)) yield piece as Buffer;
      } finally {
        packed.destroy();
        gunzip.destroy();
      }
    },
  };
}

/** Reads stretches of a flow that lie behind one another; going back means beginning again. */
export type FlowReader = {
  /** The pieces of a stretch; fewer bytes than asked for where the flow ends before. */
  readonly stretch: (position: number, length: number) => AsyncGenerator<Buffer>;
  readonly close: () => void;
};

export function flowReader(flow: Flow): FlowReader {
  let pieces: Pieces = flow.pieces();
  let rest: Buffer = Buffer.alloc(0);
  let position = 0;

  const begin = (): void => {
    void pieces.return();
    pieces = flow.pieces();
    rest = Buffer.alloc(0);
    position = 0;
  };
  /** Up to `most` bytes from where the reader stands; empty at the end. */
  const next = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const given = await pieces.next();
      if (given.done === true) return rest;
      rest = given.value;
    }
    const piece = rest.subarray(0, most);
    rest = rest.subarray(piece.length);
    position += piece.length;
    return piece;
  };
  return {
    async *stretch(start, length) {
      if (start < position) begin();
      while (position < start) if ((await next(start - position)).length === 0) return;
      for (let left = length; left > 0;) {
        const piece = await next(left);
        if (piece.length === 0) return;
        left -= piece.length;
        yield piece;
      }
    },
    close: () => { void pieces.return(); },
  };
}
