import { inflateSync } from 'node:zlib';
import type { GitLimits } from '../decode-limits.ts';
import { applyDelta } from './delta.ts';
import type { GitFiles } from './git-files.ts';
import { type PackIndex, packIndex } from './pack-index.ts';

export type GitObject = { readonly type: 'commit' | 'tree' | 'blob' | 'tag'; readonly bytes: Buffer };
/** The objects of a repository by hash; null where one is not there, is too large or damaged. */
export type GitObjects = { readonly read: (hash: string) => GitObject | null };

type Pack = { readonly bytes: Buffer; readonly index: PackIndex };
type Kept = { readonly get: (key: string) => GitObject | undefined; readonly keep: (key: string, object: GitObject) => void };

/** Loose and packed objects of a `.git` folder, unpacked when asked for. */
export function gitObjects(files: GitFiles, hashBytes: number, limits: GitLimits): GitObjects {
  const packs = packsIn(files, hashBytes);
  const kept = keptObjects(limits.keptBytes);
  const read = (hash: string, depth: number): GitObject | null => {
    const loose = files.get(`objects/${hash.slice(0, 2)}/${hash.slice(2)}`);
    if (loose !== undefined) return looseObject(bufferOf(loose()), limits);
    const name = Buffer.from(hash, 'hex');
    for (const pack of packs) {
      const offset = pack.index.find(name);
      if (offset !== null) return packedObject(pack, offset, { hashBytes, limits, kept, packs, depth, other: (base) => read(base, depth + 1) });
    }
    return null;
  };
  return { read: (hash) => (hash.length === hashBytes * 2 ? read(hash, 0) : null) };
}

function packsIn(files: GitFiles, hashBytes: number): readonly Pack[] {
  return [...files].flatMap(([name, index]): readonly Pack[] => {
    const pack = /^objects\/pack\/[^/]+\.idx$/.test(name) ? files.get(name.replace(/\.idx$/, '.pack')) : undefined;
    if (pack === undefined) return [];
    const [bytes, found] = [bufferOf(pack()), packIndex(bufferOf(index()), hashBytes)];
    return found === null || bytes.toString('latin1', 0, 4) !== 'PACK' ? [] : [{ bytes, index: found }];
  });
}

function looseObject(packed: Buffer, limits: GitLimits): GitObject | null {
  const bytes = unpacked(packed, limits.objectBytes + 100);
  const end = bytes?.indexOf(0) ?? -1;
  const [, type, size] = /^(commit|tree|blob|tag) ([0-9]+)$/.exec(bytes?.toString('latin1', 0, Math.max(0, Math.min(end, 40))) ?? '') ?? [];
  if (bytes === null || type === undefined || Number(size) !== bytes.length - end - 1) return null;
  return { type: type as GitObject['type'], bytes: bytes.subarray(end + 1) };
}

type Reading = {
  readonly hashBytes: number; readonly limits: GitLimits; readonly kept: Kept; readonly packs: readonly Pack[]; readonly depth: number;
  /** An object that this pack builds on and does not hold. */
  readonly other: (hash: string) => GitObject | null;
};

/** The object at an offset: what it builds on is followed down to a whole object, and the differences applied back up. */
function packedObject(pack: Pack, start: number, reading: Reading): GitObject | null {
  const { limits, kept, packs } = reading;
  const key = (offset: number): string => `${packs.indexOf(pack)} ${offset}`;
  const deltas: { readonly offset: number; readonly delta: Buffer }[] = [];
  let base: GitObject | null | undefined;
  for (let offset = start; base === undefined;) {
    const entry = kept.get(key(offset)) ?? entryAt(pack, offset, reading);
    if (entry === null || deltas.length + reading.depth > limits.deltaDepth) return null;
    if ('type' in entry) {
      base = entry;
      if (deltas.length > 0) kept.keep(key(offset), entry);
      break;
    }
    deltas.push({ offset, delta: entry.delta });
    if (typeof entry.base === 'number') offset = entry.base;
    else base = reading.other(entry.base);
  }
  return built(base ?? null, deltas.toReversed(), { limits, keep: (offset, object) => { kept.keep(key(offset), object); } });
}

type Building = { readonly limits: GitLimits; readonly keep: (offset: number, object: GitObject) => void };

function built(base: GitObject | null, deltas: readonly { readonly offset: number; readonly delta: Buffer }[], { limits, keep }: Building): GitObject | null {
  let object = base;
  for (const { offset, delta } of deltas) {
    const bytes = object === null ? null : applyDelta(object.bytes, delta, limits.objectBytes);
    if (object === null || bytes === null) return null;
    object = { type: object.type, bytes };
    keep(offset, object);
  }
  return object;
}

type Delta = { readonly base: number | string; readonly delta: Buffer };
const types: Readonly<Record<number, GitObject['type']>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const offsetDelta = 6;
const namedDelta = 7;

/** What lies at an offset: a whole object, or a difference to another that is named by its offset in the pack or its hash. */
function entryAt(pack: Pack, start: number, reading: Reading): GitObject | Delta | null {
  const head = headAt(pack.bytes, start);
  if (head === null || head.size > reading.limits.objectBytes) return null;
  const whole = types[head.type];
  if (whole === undefined) return deltaAt(pack, start, head, reading.hashBytes);
  const bytes = unpackedExactly(pack.bytes, head.next, head.size);
  return bytes === null ? null : { type: whole, bytes };
}

function deltaAt({ bytes, index }: Pack, start: number, head: Head, hashBytes: number): Delta | null {
  if (head.type === offsetDelta) {
    const back = distanceAt(bytes, head.next);
    const delta = back === null ? null : unpackedExactly(bytes, back.next, head.size);
    return back === null || delta === null || back.distance < 1 || back.distance > start ? null : { base: start - back.distance, delta };
  }
  const delta = head.type === namedDelta ? unpackedExactly(bytes, head.next + hashBytes, head.size) : null;
  const name = bytes.subarray(head.next, head.next + hashBytes);
  return delta === null ? null : { base: index.find(name) ?? name.toString('hex'), delta };
}

function unpackedExactly(bytes: Buffer, start: number, size: number): Buffer | null {
  const content = unpacked(bytes.subarray(start), size);
  return content?.length === size ? content : null;
}

type Head = { readonly type: number; readonly size: number; readonly next: number };

/** Three bits of type and four of size, then sevens of size as long as bit 7 is set. */
function headAt(bytes: Buffer, start: number): Head | null {
  const first = bytes[start];
  if (first === undefined) return null;
  let size = first & 0x0f;
  let next = start + 1;
  for (let byte = first, scale = 16; (byte & 0x80) !== 0; next += 1, scale *= 128) {
    byte = bytes[next] ?? 0;
    if (scale > 2 ** 40) return null;
    size += (byte & 0x7f) * scale;
  }
  return { type: (first >> 4) & 7, size, next };
}

/** How far back the base lies; each further byte adds one, so that no number is written in two ways. */
function distanceAt(bytes: Buffer, start: number): { readonly distance: number; readonly next: number } | null {
  let byte = bytes[start] ?? 0;
  let distance = byte & 0x7f;
  let next = start + 1;
  while ((byte & 0x80) !== 0) {
    byte = bytes[next] ?? 0;
    next += 1;
    distance = (distance + 1) * 128 + (byte & 0x7f);
    if (distance > 2 ** 45 || next > bytes.length) return null;
  }
  return { distance, next };
}

function unpacked(packed: Buffer, mostBytes: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch {
    return null;
  }
}

/** Objects that others build on, the oldest forgotten first. */
function keptObjects(mostBytes: number): Kept {
  const objects = new Map<string, GitObject>();
  let bytes = 0;
  return {
    get: (key) => objects.get(key),
    keep: (key, object) => {
      if (objects.has(key)) return;
      objects.set(key, object);
      bytes += object.bytes.length + 200;
      for (const [oldest, old] of objects) {
        if (bytes <= mostBytes) break;
        objects.delete(oldest);
        bytes -= old.bytes.length + 200;
      }
    },
  };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
