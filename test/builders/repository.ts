import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

type Kind = 'commit' | 'tree' | 'blob' | 'tag';
type Made = { readonly hash: string; readonly kind: Kind; readonly content: Buffer };
export type CommitSketch = {
  /** Files by path; folders come of the paths. */
  readonly files?: Readonly<Record<string, string>>;
  readonly parents?: readonly string[];
  readonly author?: string;
  readonly seconds?: number;
  readonly message?: string | Buffer;
  /** Further header lines: a signature, an encoding. */
  readonly header?: string;
};

/** Makes the objects of a repository as git stores them, without git. */
export function repositoryBuilder(): {
  readonly commit: (sketch?: CommitSketch) => string;
  readonly tag: (object: string, seconds?: number) => string;
  readonly loose: () => Map<string, Uint8Array>;
  readonly packed: (deltas?: 'offset' | 'name' | 'none') => Map<string, Uint8Array>;
} {
  const objects = new Map<string, Made>();
  const add = (kind: Kind, content: Buffer): string => {
    const hash = createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
    objects.set(hash, { hash, kind, content });
    return hash;
  };
  const tree = (files: readonly (readonly [string, string])[]): string => {
    const byName = Map.groupBy(files, ([path]) => path.split('/')[0] ?? '');
    const entries = [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, own]) => {
      const folder = own.some(([path]) => path.includes('/'));
      const hash = folder ? tree(own.map(([path, text]) => [path.slice(name.length + 1), text])) : add('blob', Buffer.from(own[0]?.[1] ?? ''));
      return Buffer.concat([Buffer.from(`${folder ? '40000' : '100644'} ${name}\0`), Buffer.from(hash, 'hex')]);
    });
    return add('tree', Buffer.concat(entries));
  };
  return {
    commit: ({ files = {}, parents = [], author = 'Anna Example <anna@example.com>', seconds = 1_700_000_000, message = 'change', header = '' } = {}) => {
      const head = [`tree ${tree(Object.entries(files))}`, ...parents.map((parent) => `parent ${parent}`), `author ${author} ${seconds} +0800`, `committer Hosting <hosting@example.com> ${seconds} +0800`, ...(header === '' ? [] : [header])];
      return add('commit', Buffer.concat([Buffer.from(`${head.join('\n')}\n\n`), Buffer.from(message as string)]));
    },
    tag: (object, seconds = 1_700_000_000) => add('tag', Buffer.from(`object ${object}\ntype commit\ntag v\ntagger Anna Example <anna@example.com> ${seconds} +0800\n\nrelease\n`)),
    loose: () => new Map([...objects.values()].map(({ hash, kind, content }) => [`objects/${hash.slice(0, 2)}/${hash.slice(2)}`, deflateSync(Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]))])),
    packed: (deltas = 'none') => packOf([...objects.values()], deltas),
  };
}

const numbers: Readonly<Record<Kind, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** A pack in which each object may be written as a difference to the one of its kind before it, and its index. */
function packOf(objects: readonly Made[], deltas: 'offset' | 'name' | 'none'): Map<string, Uint8Array> {
  const entries: { readonly made: Made; readonly offset: number; readonly bytes: Buffer }[] = [];
  let offset = 12;
  for (const made of objects) {
    const base = deltas === 'none' ? undefined : entries.findLast((entry) => entry.made.kind === made.kind);
    const bytes = base === undefined ? entryOf(numbers[made.kind], made.content) : deltaEntry(made, base, offset, deltas === 'offset');
    entries.push({ made, offset, bytes });
    offset += bytes.length;
  }
  const header = Buffer.from('PACK\0\0\0\u0002\0\0\0\0', 'latin1');
  header.writeUInt32BE(objects.length, 8);
  const body = Buffer.concat([header, ...entries.map(({ bytes }) => bytes)]);
  return new Map([['objects/pack/pack-a.pack', Buffer.concat([body, createHash('sha1').update(body).digest()])], ['objects/pack/pack-a.idx', indexOf(entries)]]);
}

function entryOf(type: number, content: Buffer, before: Buffer = Buffer.alloc(0)): Buffer {
  const head = [];
  let size = Math.floor(content.length / 16);
  head.push((type << 4) | (content.length & 0x0f) | (size > 0 ? 0x80 : 0));
  for (; size > 0; size = Math.floor(size / 128)) head.push((size & 0x7f) | (size >= 128 ? 0x80 : 0));
  return Buffer.concat([Buffer.from(head), before, deflateSync(content)]);
}

function deltaEntry({ content }: Made, base: { readonly made: Made; readonly offset: number }, offset: number, byOffset: boolean): Buffer {
  let same = 0;
  while (same < content.length && same < 0xffff && content[same] === base.made.content[same]) same += 1;
  const copy = same === 0 ? [] : [Buffer.from([0x80 | 0x10 | 0x20, same & 0xff, same >> 8])];
  const inserts = [];
  for (let at = same; at < content.length; at += 127) inserts.push(Buffer.from([Math.min(127, content.length - at)]), content.subarray(at, at + 127));
  const delta = Buffer.concat([sizeOf(base.made.content.length), sizeOf(content.length), ...copy, ...inserts]);
  return byOffset ? entryOf(6, delta, distanceOf(offset - base.offset)) : entryOf(7, delta, Buffer.from(base.made.hash, 'hex'));
}

function sizeOf(size: number): Buffer {
  const bytes = [];
  for (let left = size; ; left = Math.floor(left / 128)) {
    bytes.push((left & 0x7f) | (left >= 128 ? 0x80 : 0));
    if (left < 128) return Buffer.from(bytes);
  }
}

function distanceOf(distance: number): Buffer {
  const bytes = [distance & 0x7f];
  for (let left = Math.floor(distance / 128); left > 0; left = Math.floor(left / 128)) {
    left -= 1;
    bytes.unshift(0x80 | (left & 0x7f));
  }
  return Buffer.from(bytes);
}

function indexOf(entries: readonly { readonly made: Made; readonly offset: number }[]): Buffer {
  const sorted = entries.toSorted((one, other) => (one.made.hash < other.made.hash ? -1 : 1));
  const index = Buffer.alloc(8 + 1024 + sorted.length * 28);
  index.writeUInt32BE(0xff744f63, 0);
  index.writeUInt32BE(2, 4);
  for (let byte = 0; byte < 256; byte += 1) index.writeUInt32BE(sorted.filter(({ made }) => Number.parseInt(made.hash.slice(0, 2), 16) <= byte).length, 8 + byte * 4);
  sorted.forEach(({ made, offset }, position) => {
    index.write(made.hash, 1032 + position * 20, 'hex');
    index.writeUInt32BE(offset, 1032 + sorted.length * 24 + position * 4);
  });
  return index;
}
