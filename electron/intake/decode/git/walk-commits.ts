import type { GitObjects } from './objects.ts';
import { type CommitObject, commitObject } from './parse-object.ts';

export type WalkedCommit = CommitObject & { readonly hash: string };
/** `missing`: a commit that should be there is not; `cut`: there are more than were read. */
export type Walk = { readonly commits: readonly WalkedCommit[]; readonly missing: boolean; readonly cut: boolean };

/** The commits that these hashes reach, newest first, ties by hash. The parents of a commit at the edge of a shallow clone are not followed. */
export function walkCommits(objects: GitObjects, from: readonly string[], edge: ReadonlySet<string>, most: number): Walk {
  const seen = new Set<string>();
  const commits: WalkedCommit[] = [];
  let missing = false;
  const parentsOf = (hash: string): readonly string[] => {
    if (seen.has(hash) || commits.length >= most) return [];
    seen.add(hash);
    const commit = commitAt(objects, hash);
    missing ||= commit === null;
    if (commit !== null) commits.push({ ...commit, hash });
    return commit === null || edge.has(hash) ? [] : commit.parents;
  };
  let waiting: readonly string[] = from;
  while (waiting.length > 0 && commits.length < most) waiting = waiting.flatMap(parentsOf);
  return { commits: commits.sort(newestFirst), missing, cut: waiting.some((hash) => !seen.has(hash)) };
}

function commitAt(objects: GitObjects, hash: string): CommitObject | null {
  const object = objects.read(hash);
  return object?.type === 'commit' ? commitObject(object.bytes) : null;
}

function newestFirst(one: WalkedCommit, other: WalkedCommit): number {
  const [left, right] = [one.at ?? '', other.at ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return one.hash < other.hash ? -1 : 1;
}
