import type { Database } from 'better-sqlite3';
import { chunkSize, unpackChunk } from './chunk.ts';
import { type StagedArtefact, type StagedChunk, readStaging } from './staging.ts';

export type Artefacts = {
  readonly has: (hash: string) => boolean;
  /** The bytes of an artefact, null where the file has none of this hash. Throws where a chunk cannot be unpacked. */
  readonly read: (hash: string) => Uint8Array | null;
  /** Takes in those of the listed artefacts that a staging file holds and that are not there yet. To be called within a transaction. */
  readonly takeIn: (staging: string, listed: ReadonlySet<string>) => void;
  /** All hashes, lower-case hex. */
  readonly hashes: () => readonly string[];
};
type ChunkRow = { readonly encoding: number; readonly size: number; readonly bytes: Buffer };

export function artefacts(db: Database): Artefacts {
  const find = db.prepare<[Buffer], number>('SELECT artefact FROM artefact WHERE hash = ?').pluck();
  const chunks = db.prepare<[number], ChunkRow>('SELECT encoding, size_bytes AS size, bytes FROM artefact_chunk WHERE artefact = ? ORDER BY ordinal');
  const insert = db.prepare<[Buffer, number, number]>('INSERT INTO artefact (hash, size_bytes, chunk_count) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING');
  const insertChunk = db.prepare<[number | bigint, number, number, number, Buffer]>('INSERT INTO artefact_chunk (artefact, ordinal, encoding, size_bytes, bytes) VALUES (?, ?, ?, ?, ?)');
  const hashes = db.prepare<[], string>('SELECT lower(hex(hash)) FROM artefact ORDER BY artefact').pluck();

  const has = (hash: string): boolean => find.get(Buffer.from(hash, 'hex')) !== undefined;
  const take = ({ artefact, size, chunks: staged }: StagedArtefact, read: (chunk: StagedChunk) => Buffer): void => {
    const { changes, lastInsertRowid: row } = insert.run(Buffer.from(artefact, 'hex'), size, staged.length);
    if (changes === 0) return;
    staged.forEach((chunk, ordinal) => { insertChunk.run(row, ordinal, chunk.encoding, chunk.size, read(chunk)); });
  };
  return {
    has,
    read: (hash) => {
      const row = find.get(Buffer.from(hash, 'hex'));
      return row === undefined ? null : Buffer.concat(chunks.all(row).map(unpackChunk));
    },
    takeIn: (path, listed) => {
      const staging = readStaging(path);
      const memory = Buffer.allocUnsafeSlow(chunkSize);
      try {
        for (const artefact of staging.artefacts.filter((one) => listed.has(one.artefact))) take(artefact, (chunk) => staging.read(chunk, memory));
      } finally {
        staging.close();
      }
    },
    hashes: () => hashes.all(),
  };
}
