import { hashPattern } from './git-files.ts';

/** A commit as its object says it; `who` tells authors apart and goes no further. */
export type CommitObject = {
  readonly tree: string; readonly parents: readonly string[]; readonly who: string; readonly at: string | null;
  readonly subject: string; readonly body: string | null; readonly signed: boolean;
};

const longestSubject = 500;

/** Reads a commit object; null where it is none. */
export function commitObject(bytes: Buffer): CommitObject | null {
  const end = bytes.indexOf('\n\n');
  const head = bytes.toString('latin1', 0, end === -1 ? bytes.length : end).split('\n');
  const values = (name: string): readonly string[] => head.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const [tree = ''] = values('tree');
  if (!hashPattern.test(tree)) return null;
  const message = end === -1 ? '' : decoded(bytes.subarray(end + 2), values('encoding')[0]);
  const [author = ''] = values('author');
  return {
    tree, parents: values('parent').filter((hash) => hashPattern.test(hash)), who: (/<([^>]*)>/.exec(author)?.[1] || author).toLowerCase(),
    at: timeOf(values('committer')[0] ?? author), subject: (message.trimStart().split('\n', 1)[0] ?? '').slice(0, longestSubject).toWellFormed(),
    body: tellingLines(message), signed: head.some((line) => line.startsWith('gpgsig')),
  };
}

/** Lines below the subject that name a change request or the commit that is taken back. */
function tellingLines(message: string): string | null {
  const lines = message.trimStart().slice(0, 20_000).split('\n').slice(1).filter((line) => /^\s*See merge request \S*![0-9]+|\bthis reverts commit [0-9a-f]{7,64}\b/i.test(line));
  return lines.length === 0 ? null : lines.slice(0, 3).map((line) => line.trim().slice(0, longestSubject)).join('\n').toWellFormed();
}

/** UTF-8 unless the commit says otherwise; Chinese tools on Windows wrote GBK. */
function decoded(bytes: Buffer, encoding: string | undefined): string {
  try {
    return new TextDecoder(encoding?.trim() ?? 'utf-8').decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

/** The time in `Name <mail> 1710000000 +0100`, in UTC; null where there is none. */
function timeOf(person: string): string | null {
  const seconds = Number(/ ([0-9]{1,12}) [+-][0-9]{4}$/.exec(person)?.[1] ?? Number.NaN);
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}

/** What an annotated tag points to, and when it was made. */
export function tagObject(bytes: Buffer): { readonly object: string; readonly at: string | null } | null {
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, 10_000));
  const object = /^object ([0-9a-f]{40,64})$/m.exec(head)?.[1];
  return object === undefined ? null : { object, at: timeOf(/^tagger (.*)$/m.exec(head)?.[1] ?? '') };
}

export type TreeEntry = { readonly name: string; readonly hash: string; readonly folder: boolean };

/** The entries of a tree object: mode, name, zero, hash. What is damaged ends it. */
export function treeObject(bytes: Buffer, hashBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const zero = space === -1 ? -1 : bytes.indexOf(0, space);
    if (zero === -1 || zero + hashBytes >= bytes.length) break;
    entries.push({ name: bytes.toString('utf8', space + 1, zero), hash: bytes.toString('hex', zero + 1, zero + 1 + hashBytes), folder: bytes.toString('latin1', at, space).replace(/^0+/, '') === '40000' });
    at = zero + 1 + hashBytes;
  }
  return entries;
}
