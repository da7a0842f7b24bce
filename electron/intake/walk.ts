import { type BigIntStats, type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Breathe } from './breathing.ts';
import type { IntakeLimits } from './limits.ts';
import type { Reason } from './sentences.ts';

/** Where a file lies on this machine; bytes where its name is not valid UTF-8. */
export type Location = string | Buffer;
/** Which file was listed: what is opened later must be the same. */
export type Identity = { readonly device: bigint; readonly inode: bigint };

/** What a source offers: a regular file, or something that is refused. `path` is relative to the source, with `/`; empty for a source that is a file itself. */
export type Offered =
  | { readonly kind: 'file'; readonly path: string; readonly location: Location; readonly size: number; readonly identity: Identity }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: Reason };

export type OfferedFile = Extract<Offered, { readonly kind: 'file' }>;

/**
 * Everything under one chosen file or folder, in the order of the names. The chosen path itself may be a link, since a
 * person named it; below it no link is followed.
 */
export async function listSource(path: string, limits: IntakeLimits, breathe: Breathe): Promise<readonly Offered[]> {
  const root = resolved(path);
  if (root === null) return [{ kind: 'refused', path: '', reason: 'unreadable' }];

  const offered: Offered[] = [];
  const waiting = [{ kind: 'entry' as const, location: root as Location, path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    await breathe();
    if (offered.length >= limits.files) {
      offered.push({ kind: 'refused', path: next.path, reason: 'tooMany' });
      break;
    }
    const children = visit(next, limits, offered);
    waiting.push(...children.toReversed());
  }
  return offered;
}

type Waiting = { readonly kind: 'entry'; readonly location: Location; readonly path: string; readonly depth: number };

/** Lists a file, or gives the entries of a folder in order. */
function visit(entry: Waiting, limits: IntakeLimits, offered: Offered[]): Waiting[] {
  const refuse = (reason: Reason): Waiting[] => {
    offered.push({ kind: 'refused', path: entry.path, reason });
    return [];
  };
  if (entry.path.length > limits.pathLength) return refuse('pathTooLong');
  const stats = look(entry.location);
  if (stats === null) return refuse('unreadable');
  if (stats.isSymbolicLink()) return refuse('link');
  if (stats.isFile()) {
    offered.push({ kind: 'file', path: entry.path, location: entry.location, size: Number(stats.size), identity: { device: stats.dev, inode: stats.ino } });
    return [];
  }
  if (!stats.isDirectory()) return refuse('special');
  if (entry.depth > limits.folderDepth) return refuse('tooDeep');
  return childrenOf(entry) ?? refuse('unreadable');
}

function childrenOf(folder: Waiting): Waiting[] | null {
  const names = namesIn(folder.location);
  return names === null ? null : names
    .map(({ text, raw }) => ({ kind: 'entry' as const, location: within(folder.location, raw), path: folder.path === '' ? text : `${folder.path}/${text}`, depth: folder.depth + 1 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Name = { readonly text: string; readonly raw: string | Buffer };

/** A name that is not UTF-8 reads as replacement characters and could not be opened again; then the bytes are used. */
function namesIn(folder: Location): readonly Name[] | null {
  try {
    const names = Buffer.isBuffer(folder) ? null : readdirSync(folder);
    if (names?.some((name) => name.includes('\ufffd')) === false) return names.map((name) => ({ text: name.toWellFormed(), raw: name }));
    return readdirSync(folder, { encoding: 'buffer', withFileTypes: true }).map((entry: Dirent<NonSharedBuffer>) => ({ text: nameAsText(entry.name), raw: entry.name }));
  } catch {
    return null;
  }
}

/** File names written on Chinese Windows machines and copied to Linux are often GBK. */
function nameAsText(name: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(name);
    } catch { /* not in this encoding: try the next */ }
  }
  return name.toString('latin1');
}

function within(folder: Location, name: string | Buffer): Location {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name);
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)]);
}

function look(location: Location): BigIntStats | null {
  try {
    return lstatSync(location, { bigint: true });
  } catch {
    return null;
  }
}

function resolved(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
