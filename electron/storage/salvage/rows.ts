import type { PageImage, Pages } from './pages.ts';

/**
 * Rows found on the leaf pages of tables, wherever they lie. Nothing of the file's own order is trusted: whoever asks
 * for rows knows by their hashes which ones hold. See https://www.sqlite.org/fileformat2.html, 1.6 and 2.1.
 */
export type FoundRow = {
  readonly rowid: number;
  /** How many columns the row says it has. */
  readonly columns: number;
  /** The values; those of the last column are read only now. Null where the row does not hold together. */
  readonly values: () => readonly Value[] | null;
  /** The values without the last column, of a row that may be large. */
  readonly leading: () => readonly Value[] | null;
};
export type Value = null | number | string | Buffer;

const leaf = 0x0d;
const interiorOrIndex: ReadonlySet<number> = new Set([0x02, 0x05, 0x0a]);
/** No payload of ours is larger: a chunk of one megabyte, or the text of an event or a pack. */
const mostPayload = 256 * 1024 * 1024;

/** The rows on one page; none where it is no leaf of a table. */
export function* rowsOn({ number, bytes }: PageImage, pages: Pages): Generator<FoundRow> {
  const start = number === 1 ? 100 : 0;
  const first = start + 8;
  const count = cellsOn(bytes, start);
  for (let index = 0; index < count; index += 1) {
    const at = bytes.readUInt16BE(first + 2 * index);
    const row = at < first + 2 * count ? null : readCell(bytes, at, pages);
    if (row !== null) yield row;
  }
}

/** How many rows a page says it has; 0 where that cannot be. A page whose kind is damaged may still have its rows. */
function cellsOn(bytes: Buffer, start: number): number {
  const kind = bytes[start] ?? 0;
  const count = interiorOrIndex.has(kind) ? 0 : bytes.readUInt16BE(start + 3);
  const most = kind === leaf ? (bytes.length - start - 8) / 2 : bytes.length / 40;
  return count > most ? 0 : count;
}

function readCell(page: Buffer, at: number, pages: Pages): FoundRow | null {
  const size = readVarint(page, at);
  const rowid = size === null ? null : readVarint(page, size.next);
  if (size === null || rowid === null || size.value < 2 || size.value > mostPayload) return null;

  const local = localBytes(size.value, pages.pageSize);
  if (rowid.next + local > page.length) return null;
  const start = page.subarray(rowid.next, rowid.next + local);
  const types = serialTypes(start);
  if (types === null) return null;
  const overflow = local === size.value || rowid.next + local + 4 > page.length ? 0 : page.readUInt32BE(rowid.next + local);
  const whole = (version: 'newest' | 'file'): Buffer | null => (local === size.value ? start : withOverflow(start, overflow, size.value, pages, version));
  return {
    rowid: rowid.value, columns: types.types.length,
    values: () => valuesOf(whole('newest'), types),
    leading: () => valuesOf(start, { ...types, types: types.types.slice(0, -1) }),
  };
}

/** How much of a payload lies on the page itself. */
function localBytes(payload: number, usable: number): number {
  const most = usable - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((payload - least) % (usable - 4));
  return wanted <= most ? wanted : least;
}

function withOverflow(start: Buffer, first: number, size: number, pages: Pages, version: 'newest' | 'file'): Buffer | null {
  const parts = [start];
  let next = first;
  for (let missing = size - start.length; missing > 0;) {
    const page = next === 0 ? null : pages.page(next, version);
    if (page === null) return null;
    const part = page.subarray(4, 4 + Math.min(missing, page.length - 4));
    parts.push(part);
    missing -= part.length;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts, size);
}

type Types = { readonly types: readonly number[]; readonly begin: number };

function serialTypes(payload: Buffer): Types | null {
  const header = readVarint(payload, 0);
  if (header === null || header.value > payload.length || header.value > 64) return null;
  const types: number[] = [];
  for (let at = header.next; at < header.value;) {
    const type = readVarint(payload, at);
    if (type === null) return null;
    types.push(type.value);
    at = type.next;
  }
  return { types, begin: header.value };
}

function valuesOf(payload: Buffer | null, { types, begin }: Types): readonly Value[] | null {
  if (payload === null) return null;
  const values: Value[] = [];
  let at = begin;
  for (const type of types) {
    const length = lengthOf(type);
    if (length === null || at + length > payload.length) return null;
    values.push(valueOf(type, payload.subarray(at, at + length)));
    at += length;
  }
  return values;
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function lengthOf(type: number): number | null {
  return type < 12 ? integerLengths[type] ?? null : Math.floor((type - 12) / 2);
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type >= 12) return type % 2 === 0 ? bytes : bytes.toString('utf8');
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  return bytes.length > 6 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length);
}

/** A varint of SQLite: big-endian groups of seven bits, at most nine bytes. */
function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return null;
}
