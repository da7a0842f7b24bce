import { type Entry, type ZipFile, fromRandomAccessReaderPromise } from 'yauzl';
import type { Breathe } from '../breathing.ts';
import { type ByteSource, WindowedReader } from '../byte-source.ts';
import type { IntakeLimits } from '../limits.ts';
import { Unreadable } from '../read-file.ts';
import type { Reason } from '../sentences.ts';
import type { Archive, Member } from './archive.ts';
import { memberName, nameKey, relativeName, repeatedKeys } from './archive-names.ts';
import { containerOf } from './containers.ts';
import { type Listed, readEntry, streamEntry } from './zip-data.ts';

const encryptedFlag = 1;
const stored = 0;
const deflated = 8;
const emptyArchive = 22;
const directoryMark = 0x02014b50;
const kindMask = 0o170000;
const kinds = { regular: 0o100000, folder: 0o040000, link: 0o120000 } as const;

/** Lists a zip archive and judges every member before any data is read. Folders are not members. Never throws on bad bytes. */
export async function openZip(source: ByteSource, limits: IntakeLimits, entriesLeft: number, breathe: Breathe): Promise<Archive> {
  const entries: Entry[] = [];
  let zip: ZipFile | null = null;
  let incomplete: Reason | null = null;
  try {
    zip = await fromRandomAccessReaderPromise(new WindowedReader(source), source.size, { decodeStrings: false, validateEntrySizes: false, lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      await breathe();
      if (entries.length >= entriesLeft) {
        incomplete = 'tooManyEntries';
        break;
      }
      entries.push(entry);
    }
    if (incomplete === null && holdsMore(source, zip, entries.length)) incomplete = 'archiveDamaged';
  } catch (thrown) {
    incomplete = reasonOf(thrown);
  }
  const members = zip === null ? [] : judge({ source, zip }, entries, limits);
  return { members, incomplete, container: containerOf(members.map(({ name }) => name)), close: () => undefined };
}

/** The end of an archive tells how many members there are; a directory that goes on, or an empty one behind data, belies it. */
function holdsMore(source: ByteSource, zip: ZipFile, told: number): boolean {
  const { readEntryCursor } = zip as ZipFile & { readonly readEntryCursor: number };
  const next = Buffer.alloc(4);
  return (told === 0 && source.size > emptyArchive + zip.comment.length) || (source.read(next, readEntryCursor) === next.length && next.readUInt32LE() === directoryMark);
}

/** yauzl throws plain errors; whatever else was thrown (a cancelled intake) goes on. */
function reasonOf(thrown: unknown): Reason {
  if (thrown instanceof Unreadable) return thrown.reason;
  if (!(thrown instanceof Error) || !['Error', 'RangeError'].includes(thrown.name)) throw thrown;
  return thrown.message.includes('strong encryption') ? 'encrypted' : 'archiveDamaged';
}

function judge(from: Listed, entries: readonly Entry[], limits: IntakeLimits): readonly Member[] {
  const files = entries.map((entry) => ({ entry, written: memberName(entry) })).filter(({ entry, written }) => !isFolder(entry, written));
  const named = files.map(({ entry, written }) => ({ entry, ...relativeName(written, limits) }));
  const repeated = repeatedKeys(named.map(({ name }) => nameKey(name)));
  const overlapping = overlappingEntries(files.map(({ entry }) => entry));

  return named.map(({ entry, name, problem }) => ({
    name, size: entry.uncompressedSize, packed: entry.compressedSize,
    whole: () => readEntry(from, entry),
    stream: (breathe, write) => streamEntry(from, entry, breathe, write),
    refused: problem
      ?? (overlapping.has(entry) ? 'overlapping' : null)
      ?? (repeated.has(nameKey(name)) ? 'repeatedName' : null)
      ?? problemOf(entry, limits),
  }));
}

/** A folder has no data; one that claims data is treated as a file of that name. */
function isFolder(entry: Entry, name: string): boolean {
  return /[\\/]$/.test(name) && entry.uncompressedSize === 0;
}

function problemOf(entry: Entry, limits: IntakeLimits): Reason | null {
  const special = specialKind((entry.externalFileAttributes >>> 16) & kindMask);
  if (special !== null) return special;
  if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0) return 'encrypted';
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) return 'unknownMethod';
  if (entry.compressionMethod === stored && entry.compressedSize !== entry.uncompressedSize) return 'memberDamaged';
  return entry.uncompressedSize > limits.entryBytes ? 'entryTooLarge' : null;
}

/** Archives made on Unix carry the kind of each file; others carry zero. */
function specialKind(kind: number): Reason | null {
  if (kind === kinds.link) return 'link';
  return kind === 0 || kind === kinds.regular || kind === kinds.folder ? null : 'special';
}

/** Members whose headers and data cannot lie side by side: a small archive bomb lists one body many times. */
function overlappingEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const overlapping = new Set<Entry>();
  let widest: Entry | undefined;
  for (const entry of inOrder) {
    if (widest !== undefined && entry.relativeOffsetOfLocalHeader < endOf(widest)) overlapping.add(entry).add(widest);
    if (widest === undefined || endOf(entry) > endOf(widest)) widest = entry;
  }
  return overlapping;
}

/** The earliest offset at which another member may begin: a local header is 30 bytes and the name. */
function endOf(entry: Entry): number {
  return entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
}
