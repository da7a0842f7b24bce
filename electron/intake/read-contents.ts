import { realpathSync } from 'node:fs';
import { type Contents, stageStream, stageWhole } from './contents.ts';
import type { Intake } from './intake.ts';
import { type OpenFile, Unreadable, withFile } from './read-file.ts';
import type { Identity, Location, OfferedFile } from './walk.ts';

/** What was read, and from which version of the file. */
export type ReadContents = { readonly contents: Contents; readonly version: string };

/**
 * Reads a file that was listed and stages its bytes; `name` tells its extension. One that changes while it is read is
 * read once more. Throws `Unreadable`, and stages nothing then.
 */
export async function readContents(intake: Intake, item: OfferedFile, name: string): Promise<ReadContents> {
  try {
    return await readOnce(intake, item, name, item.identity);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable && thrown.reason === 'changed' && isStillThere(item.location))) throw thrown;
    return await readOnce(intake, item, name, null);
  }
}

/** A folder above the file could have been replaced by a link meanwhile. */
function isStillThere(location: Location): boolean {
  try {
    return realpathSync(location, { encoding: 'buffer' }).equals(Buffer.from(location));
  } catch {
    return false;
  }
}

/** Nothing is staged before the file was found unchanged. */
async function readOnce(intake: Intake, item: OfferedFile, name: string, identity: Identity | null): Promise<ReadContents> {
  if (item.size <= intake.limits.wholeBytes) {
    const read = await withFile(item.location, identity, (open) => Promise.resolve({ bytes: readWhole(open, intake), version: open.version }));
    return { contents: stageWhole(name, read.bytes, intake.sink, intake.known), version: read.version };
  }
  const stream = stageStream(name, intake.sink, intake.known);
  try {
    const version = await withFile(item.location, identity, async (open) => {
      await readPieces(open, intake, stream.write);
      return open.version;
    });
    return { contents: stream.finish(), version };
  } catch (thrown) {
    stream.drop();
    throw thrown;
  }
}

/** One byte more than the file says is asked for, because a growing file must be noticed. The bytes are good until the next file is read. */
function readWhole(open: OpenFile, { limits, buffer }: Intake): Buffer {
  if (open.size > limits.wholeBytes) throw new Unreadable('changed');
  const bytes = buffer(open.size + 1);
  if (open.read(bytes, 0) !== open.size) throw new Unreadable('changed');
  return bytes.subarray(0, open.size);
}

const pieceSize = 1024 * 1024;

async function readPieces(open: OpenFile, { breathe, limits }: Intake, write: (bytes: Uint8Array) => void): Promise<void> {
  if (open.size > limits.fileBytes) throw new Unreadable('tooLarge');
  const piece = Buffer.allocUnsafe(pieceSize);
  for (let done = 0; ;) {
    const count = open.read(piece, done);
    done += count;
    if (done > open.size) throw new Unreadable('changed');
    write(piece.subarray(0, count));
    if (count < pieceSize) {
      if (done < open.size) throw new Unreadable('changed');
      return;
    }
    await breathe();
  }
}

/** One piece of memory for file after file: thousands of pieces keep the collector busy. */
export function growingBuffer(): (size: number) => Buffer {
  let memory = Buffer.alloc(0);
  return (size) => {
    if (memory.length < size) memory = Buffer.allocUnsafeSlow(size * 2);
    return memory.subarray(0, size);
  };
}
