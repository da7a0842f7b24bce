import type { Breathe } from '../breathing.ts';
import type { Reason } from '../sentences.ts';

/**
 * A file that an archive lists. `refused` says why it is not to be read; its data may lie. The members of one archive
 * are to be read in their order, one at a time. Reading throws `MemberDamaged`, or `Unreadable` with another reason.
 */
export type Member = {
  readonly name: string;
  readonly refused: Reason | null;
  /** Unpacked bytes; null where the archive does not say. */
  readonly size: number | null;
  readonly packed: number;
  /** All bytes at once, for a member of known and small size. */
  readonly whole: () => Promise<Buffer>;
  /** Gives the bytes in pieces; what was written counts only when this returns. */
  readonly stream: (breathe: Breathe, write: (piece: Uint8Array) => void) => Promise<void>;
};

/** What an archive lists. `incomplete` says why there may be more than the members; `container` is a media type of its own. */
export type Archive = {
  readonly members: readonly Member[];
  readonly incomplete: Reason | null;
  readonly container: string | null;
  readonly close: () => void;
};

/** Tells that a member's data is not what the archive says: too long, too short, or of another checksum. */
export class MemberDamaged extends Error {}
