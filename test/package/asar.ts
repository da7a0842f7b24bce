import { mkdirSync, openSync, readFileSync, readSync, closeSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Entry = { readonly files?: Readonly<Record<string, Entry>>; readonly size?: number; readonly offset?: string; readonly unpacked?: boolean; readonly integrity?: { readonly hash: string } };
export type Packed = { readonly path: string; readonly unpacked: boolean; readonly hash: string | null; readonly bytes: () => Buffer };

/** The files of an asar archive: a head of two sizes, a JSON tree with places, then the bytes; what is unpacked lies beside. */
export function readAsar(archive: string): readonly Packed[] {
  const file = openSync(archive, 'r');
  const head = Buffer.alloc(16);
  readSync(file, head, 0, 16, 0);
  const tree = Buffer.alloc(head.readUInt32LE(12));
  readSync(file, tree, 0, tree.length, 16);
  closeSync(file);
  const start = 8 + head.readUInt32LE(4);

  const walk = (entry: Entry, path: string): readonly Packed[] => {
    if (entry.files !== undefined) return Object.entries(entry.files).flatMap(([name, child]) => walk(child, path === '' ? name : `${path}/${name}`));
    return [{ path, unpacked: entry.unpacked === true, hash: entry.integrity?.hash ?? null, bytes: () => bytesOf(entry, path) }];
  };
  const bytesOf = (entry: Entry, path: string): Buffer => {
    if (entry.unpacked === true) return readFileSync(join(`${archive}.unpacked`, path));
    const bytes = Buffer.alloc(entry.size ?? 0);
    const from = openSync(archive, 'r');
    readSync(from, bytes, 0, bytes.length, start + Number(entry.offset));
    closeSync(from);
    return bytes;
  };
  return walk(JSON.parse(tree.toString('utf8')) as Entry, '');
}

/** Writes all files into a folder, so that plain Node can run them. */
export function extract(files: readonly Packed[], folder: string): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes());
  }
}
