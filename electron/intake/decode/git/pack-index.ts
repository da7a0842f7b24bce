/** Finds where an object begins in a pack, by its hash. */
export type PackIndex = { readonly find: (hash: Buffer) => number | null };

const magic = 0xff744f63;
const fanoutEntries = 256;

/** The index beside a pack, of version 2 or the older 1; null where it is damaged. */
export function packIndex(bytes: Buffer, hashBytes: number): PackIndex | null {
  if (bytes.length < 4 * fanoutEntries + 8) return null;
  return bytes.readUInt32BE(0) === magic ? second(bytes, hashBytes) : first(bytes, hashBytes);
}

/** Hashes, check sums and offsets in three tables; offsets above two gigabytes in a fourth. */
function second(bytes: Buffer, hashBytes: number): PackIndex | null {
  const names = 8 + 4 * fanoutEntries;
  const count = bytes.readUInt32BE(names - 4);
  const offsets = names + count * (hashBytes + 4);
  if (bytes.readUInt32BE(4) !== 2 || offsets + count * 4 > bytes.length) return null;
  const large = offsets + count * 4;
  return {
    find: (hash) => {
      const index = search(bytes, hash, { fanout: 8, count, nameAt: (position) => names + position * hashBytes });
      if (index === null) return null;
      const offset = bytes.readUInt32BE(offsets + index * 4);
      if (offset < 0x80000000) return offset;
      const at = large + (offset - 0x80000000) * 8;
      return at + 8 > bytes.length ? null : Number(bytes.readBigUInt64BE(at));
    },
  };
}

/** Offset and hash side by side. */
function first(bytes: Buffer, hashBytes: number): PackIndex | null {
  const entries = 4 * fanoutEntries;
  const width = 4 + hashBytes;
  const count = bytes.readUInt32BE(entries - 4);
  if (entries + count * width > bytes.length) return null;
  return {
    find: (hash) => {
      const index = search(bytes, hash, { fanout: 0, count, nameAt: (position) => entries + position * width + 4 });
      return index === null ? null : bytes.readUInt32BE(entries + index * width);
    },
  };
}

type Names = { readonly fanout: number; readonly count: number; readonly nameAt: (position: number) => number };

/** Names are sorted; the fan-out says how many begin with a byte up to this one. */
function search(bytes: Buffer, hash: Buffer, { fanout, count, nameAt }: Names): number | null {
  const begin = hash[0] ?? 0;
  let low = begin === 0 ? 0 : bytes.readUInt32BE(fanout + (begin - 1) * 4);
  let high = Math.min(count, bytes.readUInt32BE(fanout + begin * 4));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = nameAt(middle);
    const order = bytes.compare(hash, 0, hash.length, at, at + hash.length);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return null;
}
