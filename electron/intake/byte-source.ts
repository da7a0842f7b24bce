import { RandomAccessReader } from 'yauzl';

/** Bytes that can be read anywhere: an open file or a buffer. `read` gives fewer than asked for only at the end. */
export type ByteSource = {
  readonly size: number;
  readonly read: (into: Uint8Array, position: number) => number;
};

export function bufferSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (into, position) => {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** Reads exactly this stretch; throws where the source ends before. */
export function readStretch(source: ByteSource, position: number, length: number): Buffer {
  if (position + length > source.size) throw new RangeError('the stretch ends outside the source');
  const bytes = Buffer.allocUnsafe(length);
  if (source.read(bytes, position) < length) throw new RangeError('the source ended early');
  return bytes;
}

const windowSize = 256 * 1024;

/** Reads a stretch of any length in pieces; throws where the source ends before. */
export function* readPieces(source: ByteSource, position: number, length: number): Generator<Buffer> {
  for (let done = 0; done < length; done += windowSize) yield readStretch(source, position + done, Math.min(windowSize, length - done));
}

/** How yauzl reads a byte source: small reads are served from a window, so that a long directory costs few system calls. */
export class WindowedReader extends RandomAccessReader {
  readonly #source: ByteSource;
  #window = Buffer.alloc(0);
  #start = 0;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (problem: Error | null, count?: number) => void): void {
    let count;
    try {
      count = this.#copy(buffer, offset, length, position);
    } catch (thrown) {
      callback(thrown instanceof Error ? thrown : new Error('reading failed'));
      return;
    }
    callback(null, count);
  }

  #copy(buffer: Buffer, offset: number, length: number, position: number): number {
    if (position < 0 || position >= this.#source.size) return 0;
    if (length > windowSize) return this.#source.read(buffer.subarray(offset, offset + length), position);
    if (position < this.#start || position + length > this.#start + this.#window.length) this.#move(position);
    return this.#window.copy(buffer, offset, position - this.#start, position - this.#start + length);
  }

  #move(position: number): void {
    const window = Buffer.allocUnsafe(Math.min(windowSize, this.#source.size - position));
    this.#window = window.subarray(0, this.#source.read(window, position));
    this.#start = position;
  }
}
