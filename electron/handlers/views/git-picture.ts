import type { DecodedGit } from '#assessments';
import type { GitPicture } from '#contract';

const commitsAround = 15;
const refsAround = 10;

/** A repository at a commit (`/commits/12`), at a ref (`/refs/0`) or as a whole; null where nothing stands there. */
export function gitPicture(git: DecodedGit, [part, position]: readonly string[]): GitPicture | null {
  const index = Number(position ?? -1);
  const commit = part === 'commits' ? index : -1;
  const ref = part === 'refs' ? index : -1;
  if (commit >= git.commits.length || ref >= git.refs.length) return null;
  const [commitFrom, commitTo] = around(commit, commitsAround, git.commits.length);
  const [refFrom, refTo] = around(ref, refsAround, git.refs.length);
  return {
    kind: 'git', repository: git.repository, head: git.head, complete: git.complete,
    refs: git.refs.slice(refFrom, refTo).map(({ name, kind, commit: hash, at }, offset) => ({ name, kind, commit: hash, at, cited: refFrom + offset === ref })),
    refsLeftOut: git.refs.length - (refTo - refFrom),
    commits: git.commits.slice(commitFrom, commitTo).map(({ hash, at, author, subject, parents, signed }, offset) => ({ hash, at, author, subject: subject.slice(0, 300), merge: parents.length > 1, signed, cited: commitFrom + offset === commit })),
    commitsBefore: commitFrom, commitsAfter: git.commits.length - commitTo,
  };
}

function around(index: number, reach: number, length: number): readonly [from: number, to: number] {
  return [Math.max(0, index - reach), Math.min(length, Math.max(index, reach) + reach + 1)];
}
