import { type Entry, type ZipFile, fromRandomAccessReaderPromise } from 'yauzl';
import { memberName, nameKey, relativeName } from './archive-names.ts';
import type { Breathe } from './breathing.ts';
import { type ByteSource, WindowedReader } from './byte-source.ts';
import type { IntakeLimits } from './limits.ts';
import { Unreadable } from './read-file.ts';
import type { Reason } from './sentences.ts';

/** A file that an archive lists. `refused` says why it is not to be read; its data may lie. */
export type Member = { readonly name: string; readonly refused: Reason | null; readonly entry: Entry };

/** What an archive lists. `incomplete` says why there may be more than the members; `container` is a media type of its own. */
export type Archive = {
  readonly source: ByteSource;
  readonly zip: ZipFile | null;
  readonly members: readonly Member[];
  readonly incomplete: Reason | null;
  readonly container: string | null;
};

const encryptedFlag = 1;
const stored = 0;
const deflated = 8;
const kindMask = 0o170000;
const kinds = { regular: 0o100000, folder: 0o040000, link: 0o120000 } as const;

/** Lists a zip archive and judges every member before any data is read. Folders are not members. Never throws on bad bytes. */
export async function openArchive(source: ByteSource, limits: IntakeLimits, entriesLeft: number, breathe: Breathe): Promise<Archive> {
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
  } catch (thrown) {
    incomplete = reasonOf(thrown);
  }
  const members = judge(entries, limits);
  return { source, zip, members, incomplete, container: containerOf(members) };
}

/** yauzl throws plain errors; whatever else was thrown (a cancelled intake) goes on. */
function reasonOf(thrown: unknown): Reason {
  if (thrown instanceof Unreadable) return thrown.reason;
  if (!(thrown instanceof Error) || !['Error', 'RangeError'].includes(thrown.name)) throw thrown;
  return thrown.message.includes('strong encryption') ? 'encrypted' : 'archiveDamaged';
}

function judge(entries: readonly Entry[], limits: IntakeLimits): readonly Member[] {
  const files = entries.map((entry) => ({ entry, written: memberName(entry) })).filter(({ entry, written }) => !isFolder(entry, written));
  const named = files.map(({ entry, written }) => ({ entry, ...relativeName(written, limits) }));
  const repeated = repeatedKeys(named.map(({ name }) => nameKey(name)));
  const overlapping = overlappingEntries(files.map(({ entry }) => entry));

  return named.map(({ entry, name, problem }) => ({
    entry, name,
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

function repeatedKeys(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
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

/** Formats that are zip archives inside, but one document or model to people; they are not unpacked. */
const containers: readonly { readonly mediaType: string; readonly holds: (names: readonly string[]) => boolean }[] = [
  { mediaType: 'application/vnd.openxmlformats-officedocument', holds: (names) => names.includes('[Content_Types].xml') },
  { mediaType: 'application/vnd.oasis.opendocument', holds: (names) => names.includes('mimetype') && names.includes('META-INF/manifest.xml') },
  { mediaType: 'application/java-archive', holds: (names) => names.includes('META-INF/MANIFEST.MF') },
  { mediaType: 'application/x-wheel+zip', holds: (names) => names.some((name) => /^[^/]+\.dist-info\/WHEEL$/.test(name)) },
  { mediaType: 'application/x-pytorch', holds: (names) => names.some((name) => name.endsWith('/data.pkl') && names.includes(name.replace(/data\.pkl$/, 'version'))) },
  { mediaType: 'application/x-keras', holds: (names) => names.includes('model.weights.h5') && names.includes('config.json') },
  { mediaType: 'application/x-npz', holds: (names) => names.length > 0 && names.every((name) => name.endsWith('.npy')) },
];

function containerOf(members: readonly Member[]): string | null {
  const names = members.map(({ name }) => name);
  return containers.find(({ holds }) => holds(names))?.mediaType ?? null;
}
