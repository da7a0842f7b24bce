import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Reason } from './sentences.ts';
import type { Identity, Location } from './walk.ts';

/** An open regular file, the one that was listed. `read` gives fewer bytes than asked for only at its end. */
export type OpenFile = {
  readonly size: number;
  /** Changes whenever the file does. */
  readonly version: string;
  readonly read: (into: Uint8Array, position: number) => number;
};

/** Tells that the file could not be read as one whole, and why. */
export class Unreadable extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}

// Windows has neither flag; there, as everywhere, the identity is compared.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * What `work` makes of the file. The file must be a regular one, the same that was listed, and must be unchanged when
 * `work` is done; otherwise throws `Unreadable`. Never waits for a pipe and never follows a link.
 */
export async function withFile<Value>(location: Location, identity: Identity | null, work: (file: OpenFile) => Promise<Value>): Promise<Value> {
  const file = open(location);
  try {
    const before = fstatSync(file, { bigint: true });
    if (!before.isFile()) throw new Unreadable('special');
    if (identity !== null && !(before.ino === identity.inode && before.dev === identity.device)) throw new Unreadable('changed');

    const value = await work({ size: Number(before.size), version: versionOf(before), read: (into, position) => readFully(file, into, position) });
    if (versionOf(before) !== versionOf(fstatSync(file, { bigint: true }))) throw new Unreadable('changed');
    return value;
  } finally {
    closeSync(file);
  }
}

function open(location: Location): number {
  try {
    return openSync(location, flags);
  } catch (thrown) {
    throw new Unreadable(thrown instanceof Error && 'code' in thrown && thrown.code === 'ELOOP' ? 'link' : 'unreadable');
  }
}

function readFully(file: number, into: Uint8Array, position: number): number {
  let done = 0;
  while (done < into.length) {
    const count = readSome(file, into, done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

function readSome(file: number, into: Uint8Array, done: number, position: number): number {
  try {
    return readSync(file, into, done, into.length - done, position);
  } catch {
    throw new Unreadable('unreadable');
  }
}

function versionOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}
