import { type Header, extract } from 'tar-stream';
import type { Breathe } from '../breathing.ts';
import type { IntakeLimits } from '../limits.ts';
import { Unreadable } from '../read-file.ts';
import type { Reason } from '../sentences.ts';
import { type Archive, type Member, MemberDamaged } from './archive.ts';
import { nameKey, relativeName, repeatedKeys, writtenName } from './archive-names.ts';
import { containerOf } from './containers.ts';
import { type Flow, type FlowReader, flowReader } from './flow.ts';
import { isBadlyPacked } from './zip-data.ts';

/** An entry with what the library gives and does not tell of: where its data begins in the unpacked archive, and kinds it does not know. */
type Entry = Omit<Header, 'type' | 'pax'> & { readonly byteOffset: number; readonly type: Header['type'] | null; readonly pax: Readonly<Record<string, string>> | null };

/** What was listed before the archive ended or went wrong. `damaged`: nothing of it can be believed. */
type Listing = { readonly entries: readonly Entry[]; readonly incomplete: Reason | null; readonly damaged: boolean };

/** What an archive may still hold. */
export type ArchiveRoom = { readonly entries: number; readonly bytes: number };

/**
 * Lists a tar archive, packed or not, and judges every member before any data is taken: the archive is run through once
 * for that. Folders are not members. Never throws on bad bytes.
 */
export async function openTar(flow: Flow, limits: IntakeLimits, room: ArchiveRoom, breathe: Breathe): Promise<Archive> {
  const { entries, incomplete, damaged } = await list(flow, room, breathe);
  const files = entries.filter(({ type }) => type !== 'directory').map((entry) => ({ entry, ...relativeName(nameOf(entry), limits) }));
  const repeated = repeatedKeys(files.map(({ name }) => nameKey(name)));
  const reader = flowReader(flow);
  const members = files.map(({ entry, name, problem }): Member => ({
    name, size: entry.size, packed: entry.size,
    refused: problem
      ?? (repeated.has(nameKey(name)) ? 'repeatedName' : null)
      ?? problemOf(entry, limits)
      ?? (damaged ? 'memberDamaged' : null),
    whole: () => readWhole(reader, entry),
    stream: (breathing, write) => readPieces(reader, entry, breathing, write),
  }));
  return { members, incomplete, container: containerOf(members.map(({ name }) => name)), close: reader.close };
}

const blockSize = 512;

async function list(flow: Flow, room: ArchiveRoom, breathe: Breathe): Promise<Listing> {
  const listing = openListing();
  const told = (incomplete: Reason | null, damaged = false): Listing => {
    const many = listing.entries.length > room.entries;
    return { entries: listing.entries.slice(0, room.entries), incomplete: many ? 'tooManyEntries' : incomplete, damaged };
  };
  let tail = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const piece of flow.pieces()) {
      await breathe();
      size += piece.length;
      tail = Buffer.concat([tail, piece.subarray(-blockSize)]).subarray(-blockSize);
      if (size > room.bytes) return told('archiveTooLarge');
      if (!await listing.write(piece) || listing.entries.length > room.entries) return told('archiveDamaged');
    }
    return told(await listing.end() && endsProperly(tail) ? null : 'archiveDamaged');
  } catch (thrown) {
    return told(reasonOf(thrown), isBadlyPacked(thrown) && thrown.code === 'Z_DATA_ERROR');
  } finally {
    listing.stop();
  }
}

/** Collects the headers of what is written. `write` and `end` give false once the bytes are no tar archive any more. */
function openListing(): { readonly entries: readonly Entry[]; readonly write: (piece: Buffer) => Promise<boolean>; readonly end: () => Promise<boolean>; readonly stop: () => void } {
  // Names in other encodings than UTF-8 must come through as they are.
  const listing = extract({ filenameEncoding: 'latin1' } as Parameters<typeof extract>[0]);
  const entries: Entry[] = [];
  let sound = true;
  let wake = (): void => undefined;
  listing.on('error', () => { sound = false; });
  listing.on('drain', () => { wake(); });
  const closed = new Promise<void>((resolve) => {
    listing.on('close', () => {
      resolve();
      wake();
    });
  });
  listing.on('entry', (header, stream, next) => {
    entries.push(header as unknown as Entry);
    // An entry that the end cuts off is told by the archive itself.
    stream.on('error', () => undefined);
    stream.on('end', next).resume();
  });
  return {
    entries,
    write: async (piece) => {
      if (!listing.destroyed && !listing.write(piece)) await new Promise<void>((resolve) => { wake = resolve; });
      return sound && !listing.destroyed;
    },
    end: async () => {
      listing.end(null);
      await closed;
      return sound;
    },
    stop: () => { listing.destroy(); },
  };
}

/** An archive ends with empty blocks; one that does not was cut off, be it between two members. */
function endsProperly(tail: Buffer): boolean {
  return tail.length === blockSize && tail.every((byte) => byte === 0);
}

/** What cancels an intake goes on. */
function reasonOf(thrown: unknown): Reason {
  if (thrown instanceof Unreadable) return thrown.reason;
  if (isBadlyPacked(thrown) || thrown instanceof RangeError) return 'archiveDamaged';
  throw thrown;
}

/** Extended headers are UTF-8 by definition; the plain one says nothing. */
function nameOf({ name, pax }: Entry): string {
  if (pax?.['path'] !== undefined) return pax['path'].toWellFormed();
  return writtenName(Buffer.from(name, 'latin1')) ?? name;
}

const refusedKinds: Readonly<Record<string, Reason>> = { 'link': 'link', 'symlink': 'link', 'character-device': 'special', 'block-device': 'special', 'fifo': 'special' };

function problemOf({ type, pax, size }: Entry, limits: IntakeLimits): Reason | null {
  if (type === null || Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse'))) return 'unknownMethod';
  return refusedKinds[type] ?? (size > limits.entryBytes ? 'entryTooLarge' : null);
}

async function readWhole(reader: FlowReader, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await readPieces(reader, entry, () => undefined, (piece) => { pieces.push(Buffer.from(piece)); });
  return Buffer.concat(pieces);
}

async function readPieces(reader: FlowReader, entry: Entry, breathe: Breathe, write: (piece: Uint8Array) => void): Promise<void> {
  let size = 0;
  try {
    for await (const piece of reader.stretch(entry.byteOffset, entry.size)) {
      size += piece.length;
      write(piece);
      await breathe();
    }
  } catch (thrown) {
    throw isBadlyPacked(thrown) ? new MemberDamaged() : thrown;
  }
  if (size < entry.size) throw new MemberDamaged();
}
