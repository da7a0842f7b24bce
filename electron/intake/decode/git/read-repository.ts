import type { DecodedGit } from '#assessments';
import { type GitLimits, gitLimits } from '../decode-limits.ts';
import { treeComparer } from './compare-trees.ts';
import { gitConfig } from './config.ts';
import { type GitFiles, gitText, hashPattern } from './git-files.ts';
import { type GitObject, type GitObjects, gitObjects } from './objects.ts';
import { commitObject, tagObject } from './parse-object.ts';
import { type RawRef, headOf, rawRefs } from './refs.ts';
import { type WalkedCommit, walkCommits } from './walk-commits.ts';

/** `cut`: the bounds, or objects that are not there or damaged, left something out; a shallow clone alone does not. */
export type Repository = { readonly decoded: DecodedGit; readonly cut: boolean };

/**
 * What a `.git` folder shows, read without running git: refs, commits, how many files each of the newest changes. People
 * are numbered. Never throws on bad bytes: what cannot be read is left out.
 */
export function readRepository(files: GitFiles, limits: GitLimits = gitLimits): Repository {
  const { repository, hashBytes, refTables } = gitConfig(gitText(files, 'config') ?? '');
  const objects = gitObjects(files, hashBytes, limits);
  const edge = new Set((gitText(files, 'shallow') ?? '').split('\n').map((line) => line.trim()).filter((line) => hashPattern.test(line)));
  const head = headOf(files);
  const { refs: raw, cut: refsCut } = rawRefs(files, limits.refs);
  const refs = [...raw.map((ref) => resolved(ref, objects)), ...(head.commit === null ? [] : [{ name: 'HEAD', kind: 'other' as const, commit: head.commit, at: commitTime(objects, head.commit) }])];
  const starts = refs.filter(({ kind, name }) => kind !== 'other' || name === 'HEAD').map(({ commit }) => commit);
  const walk = walkCommits(objects, starts, edge, limits.commits);
  const cut = walk.missing || walk.cut || refsCut || refTables;
  return {
    decoded: {
      kind: 'git', complete: !cut && edge.size === 0, repository, head: head.branch, shallow: edge.size > 0,
      refs, commits: commitsOf(walk.commits, treeComparer(objects, hashBytes, limits), edge, limits.comparedCommits),
    },
    cut,
  };
}

type Ref = DecodedGit['refs'][number];

const kinds = [['refs/heads/', 'branch'], ['refs/tags/', 'tag'], ['refs/remotes/', 'remote']] as const;

/** An annotated tag is followed to its commit, and dated by when it was made; what points to no commit is neither branch nor tag. */
function resolved({ full, hash, peeled }: RawRef, objects: GitObjects): Ref {
  const [prefix, kind] = kinds.find(([one]) => full.startsWith(one)) ?? ['', 'other'];
  const target = targetOf(hash, objects);
  const commit = target?.commit ?? peeled ?? hash;
  return { name: full.slice(prefix.length).toWellFormed(), kind, commit, at: target?.at ?? commitTime(objects, commit) };
}

const deepestTag = 5;

type Target = { readonly commit: string; readonly at: string | null };

function targetOf(hash: string, objects: GitObjects, depth = 0): Target | null {
  const object = objects.read(hash);
  if (object === null || depth > deepestTag) return null;
  if (object.type === 'commit') return { commit: hash, at: timeOf(object) };
  const tag = object.type === 'tag' ? tagObject(object.bytes) : null;
  const target = tag === null ? null : targetOf(tag.object, objects, depth + 1);
  return target === null ? null : { ...target, at: tag?.at ?? target.at };
}

function commitTime(objects: GitObjects, hash: string): string | null {
  return timeOf(objects.read(hash));
}

function timeOf(object: GitObject | null): string | null {
  return object?.type === 'commit' ? commitObject(object.bytes)?.at ?? null : null;
}

/** Authors are numbered as they appear; trees are compared for the newest commits only, and not at the edge of a shallow clone. */
function commitsOf(walked: readonly WalkedCommit[], compare: ReturnType<typeof treeComparer>, edge: ReadonlySet<string>, compared: number): DecodedGit['commits'] {
  const authors = new Map<string, number>();
  const treeOf = new Map(walked.map(({ hash, tree }) => [hash, tree]));
  return walked.map(({ hash, tree, parents, who, at, subject, body, signed }, index) => {
    const author = authors.get(who) ?? authors.size;
    authors.set(who, author);
    const [parent] = parents;
    const before = parent === undefined ? null : treeOf.get(parent);
    const changed = index >= compared || edge.has(hash) || before === undefined ? null : compare(before, tree);
    return { hash, parents, at, author, subject, ...(body === null ? {} : { body }), signed, changed };
  });
}
