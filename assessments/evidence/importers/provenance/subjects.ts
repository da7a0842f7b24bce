import { wholeDigest } from '../../digest.ts';
import { type Spot, at, items, members, textAt } from '../../spot.ts';

/** A subject or a file: its name and its first whole digest. */
export type Named = { readonly name: string; readonly hash: string | null };

/** What a statement is about. */
export function subjectsOf(statement: Spot): readonly Named[] {
  return items(at(statement, 'subject')).map((subject) => ({ name: textAt(subject, 'name') ?? textAt(subject, 'uri') ?? '', hash: firstDigest(at(subject, 'digest')) }));
}

function firstDigest(digests: Spot): string | null {
  return members(digests).map(([, value]) => wholeDigest(textAt(value))).find((digest) => digest !== null) ?? null;
}
