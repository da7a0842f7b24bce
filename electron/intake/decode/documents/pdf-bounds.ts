import type { DocumentLimits } from '../decode-limits.ts';

type Bounds = Pick<DocumentLimits, 'streamBytes' | 'streamsBytes'>;
type Guard = { readonly exceeded: () => boolean; readonly check: (arraySize: number, added: number) => void };

/**
 * Runs `work` so that no stream of a PDF unfolds without end: a small file may hold one that fills the memory outside of
 * the heap, where no limit of the process ends it. The library that reads PDFs unfolds streams with the system's own means,
 * or else into arrays that it doubles; both are counted here. `exceeded`: something was cut off.
 */
export async function withinBounds<Value>(bounds: Bounds, work: () => Promise<Value>): Promise<{ readonly value: Value; readonly exceeded: boolean }> {
  const guard = guardOf(bounds);
  const restore = [guardCopies(guard), guardStreams(guard)];
  try {
    return { value: await work(), exceeded: guard.exceeded() };
  } finally {
    for (const undo of restore) undo();
  }
}

/** Smaller arrays are no danger, and not counted. */
const largeBytes = 1_000_000;

/** Once something was too large, nothing more is unfolded. An array that is doubled may be twice what it holds. */
function guardOf({ streamBytes, streamsBytes }: Bounds): Guard {
  let exceeded = false;
  let left = streamsBytes;
  return {
    exceeded: () => exceeded,
    check: (arraySize, added) => {
      if (arraySize > largeBytes) left -= added;
      exceeded ||= arraySize > streamBytes * 2 || left < 0;
      if (exceeded) throw new RangeError('a stream of the document is too large');
    },
  };
}

function guardCopies({ check }: Guard): () => void {
  // Called below with the array it was called on.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const copy = Uint8Array.prototype.set;
  Object.defineProperty(Uint8Array.prototype, 'set', {
    configurable: true, writable: true,
    value: function set(this: Uint8Array, from: ArrayLike<number>, offset?: number): void {
      check(this.length, from.length);
      copy.call(this, from, offset);
    },
  });
  return () => { delete (Uint8Array.prototype as { set?: unknown }).set; };
}

function guardStreams({ check }: Guard): () => void {
  const system = globalThis.DecompressionStream;
  const bounded = function DecompressionStream(format: 'deflate' | 'deflate-raw' | 'gzip'): unknown {
    const inner = new system(format);
    let size = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        size += piece.length;
        check(size, piece.length);
        controller.enqueue(piece);
      },
    });
    return { writable: inner.writable, readable: inner.readable.pipeThrough(counted) };
  };
  globalThis.DecompressionStream = bounded as unknown as typeof system;
  return () => { globalThis.DecompressionStream = system; };
}
