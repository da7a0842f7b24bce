import { crc32, deflateRawSync } from 'node:zlib';

/** One member of an archive. Whatever is given besides name and data is written as it is, true or not. */
export type ZipMember = {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  /** General purpose flags; the default says that the name is UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly checksum?: number;
  /** Unix mode, e.g. 0o120777 for a link. */
  readonly mode?: number;
  /** How often the directory lists the one body. */
  readonly listed?: number;
};

/** A zip archive, written by hand so that it can lie. `entries`: the number the end record tells. */
export function zipArchive(members: readonly ZipMember[], told: { readonly entries?: number } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const fields = fieldsOf(member);
    const body = Buffer.concat([localHeader(fields), fields.name, fields.packed]);
    for (let count = 0; count < (member.listed ?? 1); count += 1) directory.push(directoryHeader(fields, offset), fields.name);
    bodies.push(body);
    offset += body.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...bodies, listing, endRecord(told.entries ?? directory.length / 2, listing.length, offset)]);
}

type Fields = { readonly name: Buffer; readonly packed: Buffer; readonly flags: number; readonly method: number; readonly checksum: number; readonly size: number; readonly mode: number };

function fieldsOf({ name, data, stored = false, flags = 0x800, method, size, checksum, mode = 0o100644 }: ZipMember): Fields {
  const bytes = Buffer.from(data as string);
  return {
    name: Buffer.from(name as string), packed: stored ? bytes : deflateRawSync(bytes), flags, method: method ?? (stored ? 0 : 8),
    checksum: checksum ?? crc32(bytes), size: size ?? bytes.length, mode,
  };
}

function localHeader({ name, packed, flags, method, checksum, size }: Fields): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function directoryHeader({ name, packed, flags, method, checksum, size, mode }: Fields, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x031e, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(packed.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(mode * 0x10000, 38);
  header.writeUInt32LE(offset, 42);
  return header;
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries & 0xffff, 8);
  record.writeUInt16LE(entries & 0xffff, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
