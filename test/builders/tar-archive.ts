/** One entry of a tar archive. Whatever is given besides name and data is written as it is, true or not. */
export type TarEntry = {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** `0` file, `1` hard link, `2` link, `3` `4` devices, `5` folder, `6` pipe, `x` extended header, `L` long name, `S` sparse. */
  readonly type?: string;
  readonly link?: string;
  /** The size the header tells. */
  readonly size?: number | string;
  readonly checksum?: number;
  readonly magic?: string;
};

/** A tar archive, written by hand so that it can lie. `end`: the number of empty blocks behind it. */
export function tarArchive(entries: readonly TarEntry[], { end = 2 }: { readonly end?: number } = {}): Buffer {
  return Buffer.concat([...entries.flatMap(({ data = '', ...entry }) => {
    const bytes = Buffer.from(data as string);
    return [header(entry, bytes.length), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  }), Buffer.alloc(512 * end)]);
}

/** The extended header that goes before an entry: its fields, as PAX has them. */
export function pax(fields: Readonly<Record<string, string>>): TarEntry {
  return { name: 'PaxHeader', type: 'x', data: Object.entries(fields).map(([key, value]) => paxField(key, value)).join('') };
}

function paxField(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bare = Buffer.byteLength(rest);
  const length = bare + String(bare + String(bare).length).length;
  return `${length}${rest}`;
}

function header({ name, type = '0', link = '', size, checksum, magic = 'ustar\x0000' }: TarEntry, length: number): Buffer {
  const block = Buffer.alloc(512);
  Buffer.from(name as string).copy(block, 0, 0, 100);
  block.write('0000644\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  block.write(typeof size === 'string' ? size : `${(size ?? length).toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  block.write('14717263160\0', 136, 'latin1');
  block.write(type, 156, 'latin1');
  block.write(link, 157, 100);
  block.write(magic, 257, 'latin1');
  block.fill(' ', 148, 156);
  const sum = checksum ?? block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}
