import { closeSync, fstatSync, openSync, readSync, readdirSync, rmSync, writevSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Chunk, type ChunkEncoding, chunkSize, packChunk, unpackChunk } from './chunk.ts';

/**
 * Where an intake puts artefacts before they are adopted, all at once, by the assessment. A flat file of records beside
 * the assessment: the process that takes files in writes it without touching the assessment, the process that holds
 * the assessment reads it. It needs no durability of its own: what a killed run leaves is swept at the next opening.
 */
export type Staging = {
  readonly path: string;
  /** Whether this artefact was put already; putting it again does nothing. */
  readonly has: (artefact: string) => boolean;
  /** Where the chunks of an artefact lie that was kept whole; null where it was not put. */
  readonly chunksOf: (artefact: string) => readonly StagedChunk[] | null;
  /** Keeps a whole artefact whose SHA-256 (lower-case hex) is known. */
  readonly put: (artefact: string, bytes: Uint8Array) => void;
  /** Keeps an artefact that comes in pieces and whose SHA-256 is known only at the end. One at a time. */
  readonly begin: () => StagedWriter;
  /** Bytes kept so far, after compression. */
  readonly size: () => number;
  /** Closes the file; to be called before another process adopts it. Can be called twice. */
  readonly finish: () => void;
  /** Closes and removes the file. */
  readonly discard: () => void;
};

export type StagedWriter = {
  readonly write: (bytes: Uint8Array) => void;
  readonly end: (artefact: string) => void;
  /** Forgets what was written, e.g. because the assessment has this artefact already. */
  readonly cancel: () => void;
};

/** A staged artefact as the adopter finds it: where its chunks lie in the staging file. */
export type StagedArtefact = { readonly artefact: string; readonly size: number; readonly chunks: readonly StagedChunk[] };
export type StagedChunk = { readonly encoding: ChunkEncoding; readonly size: number; readonly stored: number; readonly offset: number };

/** Where the bytes of one artefact lie in a staging file. */
export type StagedPlace = { readonly path: string; readonly chunks: readonly StagedChunk[] };

// Records: kind (1), encoding (1), size (8), stored (4), then `stored` bytes. An `artefact` record names the chunks that
// came before it since the last record of its kind, and holds the 32 bytes of the SHA-256.
const kinds = { chunk: 1, artefact: 2, cancelled: 3 } as const;
const headerSize = 14;

/** The name of an intake's staging file beside an assessment; `intake` is the id of the intake. */
export function stagingPath(assessment: string, intake: string): string {
  return `${assessment}.intake-${intake}`;
}

/** A new, empty staging file. Throws the errors of the file system (ENOSPC, EROFS …) as they are. */
export function createStaging(path: string): Staging {
  let file: number | null = openSync(path, 'wx', 0o600);
  let written = 0;
  const held = new Map<string, readonly StagedChunk[]>();
  let chunks: StagedChunk[] = [];

  const record = (kind: number, encoding: number, size: number, bytes: Uint8Array): void => {
    if (file === null) throw new Error('staging is finished');
    const header = Buffer.allocUnsafe(headerSize);
    header.writeUInt8(kind, 0);
    header.writeUInt8(encoding, 1);
    header.writeBigUInt64LE(BigInt(size), 2);
    header.writeUInt32LE(bytes.length, 10);
    written += writeWhole(file, header, bytes);
  };
  let streaming = false;
  const keepChunk = ({ encoding, size, bytes }: Chunk): void => {
    chunks.push({ encoding, size, stored: bytes.length, offset: written + headerSize });
    record(kinds.chunk, encoding, size, bytes);
  };
  const close = (artefact: string | null, size: number): void => {
    record(artefact === null || held.has(artefact) ? kinds.cancelled : kinds.artefact, 0, size, Buffer.from(artefact ?? '', 'hex'));
    if (artefact !== null && !held.has(artefact)) held.set(artefact, chunks);
    chunks = [];
    streaming = false;
  };
  // Chunks belong to the artefact record that follows them, so one artefact must end before the next begins.
  const start = (): void => {
    if (streaming) throw new Error('another artefact is being staged');
    streaming = true;
  };
  const finish = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };

  return {
    path,
    has: (artefact) => held.has(artefact),
    chunksOf: (artefact) => held.get(artefact) ?? null,
    put: (artefact, bytes) => {
      if (held.has(artefact)) return;
      start();
      for (let from = 0; from < bytes.length; from += chunkSize) keepChunk(packChunk(bytes.subarray(from, from + chunkSize)));
      close(artefact, bytes.length);
    },
    begin: () => {
      start();
      return chunkWriter(keepChunk, close);
    },
    size: () => written,
    finish,
    discard: () => {
      finish();
      rmSync(path, { force: true });
    },
  };
}

/** Fills a buffer of its own, because who streams a file reuses theirs. */
function chunkWriter(keep: (chunk: Chunk) => void, close: (artefact: string | null, size: number) => void): StagedWriter {
  const buffer = Buffer.allocUnsafe(chunkSize);
  let filled = 0;
  let size = 0;
  const flush = (): void => {
    if (filled > 0) keep(packChunk(buffer.subarray(0, filled)));
    filled = 0;
  };
  return {
    write: (bytes) => {
      for (let from = 0; from < bytes.length;) {
        const part = bytes.subarray(from, from + chunkSize - filled);
        buffer.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === chunkSize) flush();
      }
      size += bytes.length;
    },
    end: (artefact) => {
      flush();
      close(artefact, size);
    },
    cancel: () => { close(null, size); },
  };
}

function writeWhole(file: number, header: Buffer, bytes: Uint8Array): number {
  const total = header.length + bytes.length;
  let done = writevSync(file, [header, bytes]);
  while (done < total) {
    const rest = done < header.length ? [header.subarray(done), bytes] : [bytes.subarray(done - header.length)];
    done += writevSync(file, rest);
  }
  return total;
}

/**
 * The artefacts of a staging file. A record that was not written whole ends the list: its writer was killed, and an
 * intake that was killed is not adopted. `read` fills the memory it is given, where that is large enough.
 */
export function readStaging(path: string): { readonly artefacts: readonly StagedArtefact[]; readonly read: (chunk: StagedChunk, memory?: Buffer) => Buffer; readonly close: () => void } {
  const file = openSync(path, 'r');
  return {
    artefacts: listArtefacts(file),
    read: ({ offset, stored }, memory) => (memory !== undefined && memory.length >= stored ? readInto(memory.subarray(0, stored), file, offset) : readWhole(file, offset, stored)),
    close: () => { closeSync(file); },
  };
}

/** Reads artefacts for a process that was told where they lie. The file stays open until `rest`. */
export type StagedReader = {
  /** The bytes of one artefact. Those of a small one are only good until the next call, unless they are to be `kept`. */
  readonly read: (place: StagedPlace, kept: boolean) => Uint8Array;
  readonly rest: () => void;
};

export function stagedReader(): StagedReader {
  const memory = Buffer.allocUnsafeSlow(chunkSize);
  let open: { readonly path: string; readonly file: number } | null = null;
  const rest = (): void => {
    if (open !== null) closeSync(open.file);
    open = null;
  };
  return {
    read: ({ path, chunks }, kept) => {
      if (open?.path !== path) rest();
      const { file } = open ??= { path, file: openSync(path, 'r') };
      const [only] = chunks;
      if (only !== undefined && chunks.length === 1 && !kept && only.stored <= memory.length) return unpackChunk({ ...only, bytes: readInto(memory.subarray(0, only.stored), file, only.offset) });
      return Buffer.concat(chunks.map((chunk) => unpackChunk({ ...chunk, bytes: readWhole(file, chunk.offset, chunk.stored) })));
    },
    rest,
  };
}

function listArtefacts(file: number): readonly StagedArtefact[] {
  const end = fstatSync(file).size;
  const artefacts: StagedArtefact[] = [];
  let chunks: StagedChunk[] = [];
  for (let at = 0; at + headerSize <= end;) {
    const header = readWhole(file, at, headerSize);
    const size = Number(header.readBigUInt64LE(2));
    const stored = header.readUInt32LE(10);
    const offset = at + headerSize;
    const kind = header.readUInt8(0);
    if (offset + stored > end) break;
    if (kind === kinds.chunk) chunks.push({ encoding: header.readUInt8(1) === 1 ? 1 : 0, size, stored, offset });
    if (kind === kinds.artefact) artefacts.push({ artefact: readWhole(file, offset, stored).toString('hex'), size, chunks });
    if (kind !== kinds.chunk) chunks = [];
    at = offset + stored;
  }
  return artefacts;
}

function readWhole(file: number, position: number, length: number): Buffer {
  return readInto(Buffer.allocUnsafe(length), file, position);
}

function readInto(bytes: Buffer, file: number, position: number): Buffer {
  const { length } = bytes;
  for (let done = 0; done < length;) {
    const count = readSync(file, bytes, done, length - done, position + done);
    if (count === 0) throw new Error('staging file ends early');
    done += count;
  }
  return bytes;
}

/** Removes what killed intakes left beside an assessment. To be called by the holder of the assessment only. */
export function sweepStaging(assessment: string): number {
  const prefix = `${basename(assessment)}.intake-`;
  const left = readdirSync(dirname(assessment)).filter((name) => name.startsWith(prefix));
  for (const name of left) rmSync(join(dirname(assessment), name), { force: true });
  return left.length;
}
