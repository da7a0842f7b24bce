import { type TextEncoding, decodeAs } from './encoding.ts';

type Signature = { readonly mediaType: string; readonly at: number; readonly bytes: readonly number[]; readonly zerosAt?: number };

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** Formats with a reader of their own. */
export const mediaTypes = {
  database: 'application/vnd.sqlite3', workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf', officeOpen: 'application/vnd.openxmlformats-officedocument', openDocument: 'application/vnd.oasis.opendocument', oldOffice: 'application/x-ole-storage',
} as const;
/** The log of changes beside a database that was in use; they are not in the database yet. */
export const databaseLog = 'application/vnd.sqlite3-wal';

const tar: Signature = { mediaType: 'application/x-tar', at: 257, bytes: ascii('ustar') };

/** What the first bytes of a format look like; from the formats' own documents. */
const signatures: readonly Signature[] = [
  { mediaType: 'application/zip', at: 0, bytes: [0x50, 0x4b, 3, 4] },
  { mediaType: 'application/zip', at: 0, bytes: [0x50, 0x4b, 5, 6] },
  { mediaType: 'application/zip', at: 0, bytes: [0x50, 0x4b, 7, 8] },
  { mediaType: 'application/gzip', at: 0, bytes: [0x1f, 0x8b, 8] },
  tar,
  { mediaType: 'application/x-bzip2', at: 0, bytes: ascii('BZh') },
  { mediaType: 'application/x-xz', at: 0, bytes: [0xfd, ...ascii('7zXZ'), 0] },
  { mediaType: 'application/zstd', at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { mediaType: 'application/vnd.rar', at: 0, bytes: [...ascii('Rar!'), 0x1a, 7] },
  { mediaType: 'application/x-7z-compressed', at: 0, bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { mediaType: 'application/x-ole-storage', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { mediaType: 'application/pdf', at: 0, bytes: ascii('%PDF-') },
  { mediaType: databaseLog, at: 0, bytes: [0x37, 0x7f, 6, 0x82] },
  { mediaType: databaseLog, at: 0, bytes: [0x37, 0x7f, 6, 0x83] },
  { mediaType: mediaTypes.database, at: 0, bytes: [...ascii('SQLite format 3'), 0] },
  { mediaType: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', at: 0, bytes: ascii('GIF8') },
  { mediaType: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { mediaType: 'image/tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0] },
  { mediaType: 'image/tiff', at: 0, bytes: [0x4d, 0x4d, 0, 0x2a] },
  { mediaType: 'image/bmp', at: 0, bytes: ascii('BM'), zerosAt: 6 },
  { mediaType: 'video/mp4', at: 4, bytes: ascii('ftyp') },
  { mediaType: 'video/matroska', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { mediaType: 'video/vnd.avi', at: 8, bytes: ascii('AVI ') },
  { mediaType: 'application/x-hdf5', at: 0, bytes: [0x89, ...ascii('HDF\r\n'), 0x1a, 0x0a] },
  { mediaType: 'application/vnd.apache.parquet', at: 0, bytes: ascii('PAR1') },
  { mediaType: 'application/x-numpy', at: 0, bytes: [0x93, ...ascii('NUMPY')] },
  { mediaType: 'application/x-elf', at: 0, bytes: [0x7f, ...ascii('ELF')] },
  { mediaType: 'application/vnd.microsoft.portable-executable', at: 0, bytes: ascii('MZ') },
];

/** Formats that are kept whole and said to be unread. */
export const unreadMediaTypes: ReadonlySet<string> = new Set([
  'application/x-bzip2', 'application/x-xz', 'application/zstd', 'application/vnd.rar',
  'application/x-7z-compressed', 'application/vnd.oci.image.layout',
]);

/** Pictures and recordings: only their headers are read. */
export const seenMediaTypes: ReadonlySet<string> = new Set([
  'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/tiff', 'image/bmp', 'video/mp4', 'video/matroska', 'video/vnd.avi',
]);

/** Formats that are no text and are decoded all the same. */
export const decodedMediaTypes: ReadonlySet<string> = new Set([...Object.values(mediaTypes), ...seenMediaTypes]);

/** Names confirm what kind of text a text is; they never make a text out of other bytes. */
const textTypesByExtension: Readonly<Record<string, string>> = {
  yaml: 'application/yaml', yml: 'application/yaml', json: 'application/json', jsonl: 'application/x-ndjson', ndjson: 'application/x-ndjson',
  xml: 'application/xml', csv: 'text/csv', tsv: 'text/tab-separated-values', md: 'text/markdown', markdown: 'text/markdown',
  toml: 'application/toml', html: 'text/html', htm: 'text/html', txt: 'text/plain', log: 'text/plain', ini: 'text/plain', cfg: 'text/plain',
  properties: 'text/plain', conf: 'text/plain',
};

/** Formats that are opened, so that what is in them is evidence too. */
export const archiveMediaTypes: ReadonlySet<string> = new Set(['application/zip', 'application/gzip', 'application/x-tar']);

/** Whether a file that begins like this may be an archive to open; true as long as there is too little to tell. */
export function mayBeArchive(head: Uint8Array): boolean {
  return head.length < 262 || signatures.some((signature) => archiveMediaTypes.has(signature.mediaType) && matches(signature, head));
}

export function isTar(head: Uint8Array): boolean {
  return matches(tar, head);
}

function matches({ at, bytes, zerosAt }: Signature, head: Uint8Array): boolean {
  return bytes.every((byte, index) => head[at + index] === byte) && (zerosAt === undefined || [0, 1, 2, 3].every((index) => head[zerosAt + index] === 0));
}

/** True where the name promises text, so that bytes which are none deserve a word. */
export function promisesText(path: string): boolean {
  return extensionOf(path) in textTypesByExtension;
}

/** The media type by content; for texts the name may say which kind of text. `head` is the beginning of the file. */
export function mediaTypeOf(path: string, head: Uint8Array, encoding: TextEncoding | null): string {
  const signature = signatures.find((one) => matches(one, head));
  if (signature !== undefined && (encoding === null || !isPlainWord(signature))) return signature.mediaType;
  return encoding === null ? 'application/octet-stream' : textTypeOf(path, head, encoding);
}

/** Signatures of two or three letters also begin ordinary texts. */
function isPlainWord({ bytes }: Signature): boolean {
  return bytes.length <= 4 && bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

function textTypeOf(path: string, head: Uint8Array, encoding: TextEncoding): string {
  const start = beginning(head, encoding);
  if (/^<\?xml\b/i.test(start)) return /<svg\b/i.test(start) ? 'image/svg+xml' : 'application/xml';
  if (/^<(!doctype html|html)\b/i.test(start)) return 'text/html';
  if (/^<svg\b/i.test(start)) return 'image/svg+xml';
  const named = textTypesByExtension[extensionOf(path)];
  if (named !== undefined) return named;
  return /^(\{\s*("|\}|$)|\[\s*(["{[\]\d-]|true|false|null|$))/.test(start) ? 'application/json' : 'text/plain';
}

function beginning(head: Uint8Array, encoding: TextEncoding): string {
  const sample = head.subarray(0, 1024);
  if (encoding === 'utf-8') return Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  try {
    return decodeAs(sample, encoding).trimStart();
  } catch {
    return '';
  }
}

function extensionOf(path: string): string {
  return /\.([a-z0-9]+)$/.exec(path.toLowerCase())?.[1] ?? '';
}
