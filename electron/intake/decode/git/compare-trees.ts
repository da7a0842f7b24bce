import { changedFileKind } from '#assessments';
import type { GitLimits } from '../decode-limits.ts';
import type { GitObjects } from './objects.ts';
import { type TreeEntry, treeObject } from './parse-object.ts';

export type ChangedFiles = { readonly files: number; readonly code: number; readonly data: number };
/** Counts the files that differ between two trees (null: the empty one); null where one is not there or enough was read. */
export type TreeComparer = (before: string | null, after: string) => ChangedFiles | null;

/** Folders that are the same are not entered, so a small change costs little however large the repository is. */
export function treeComparer(objects: GitObjects, hashBytes: number, limits: GitLimits): TreeComparer {
  const entriesOf = treeReader(objects, hashBytes, limits);
  return (before, after) => {
    const changed = { files: 0, code: 0, data: 0 };
    const waiting: Pair[] = [[before, after]];
    for (let pair = waiting.pop(); pair !== undefined && changed.files < limits.comparedFiles; pair = waiting.pop()) {
      const [left, right] = [entriesOf(pair[0]), entriesOf(pair[1])];
      if (left === null || right === null) return null;
      for (const [name, one, other] of differing(left, right)) {
        if (isFolder(one) || isFolder(other)) waiting.push([folderHash(one), folderHash(other)]);
        if (isFile(one) || isFile(other)) count(changed, name);
      }
    }
    return changed;
  };
}

type Pair = readonly [before: string | null, after: string | null];

type Tree = ReadonlyMap<string, TreeEntry>;
const emptyTree: Tree = new Map();
const keptTrees = 3_000;

/** Trees are asked for again by the commit after the next, so the last ones are kept. */
function treeReader(objects: GitObjects, hashBytes: number, limits: GitLimits): (hash: string | null) => Tree | null {
  const kept = new Map<string, Tree | null>();
  let left = limits.trees;
  return (hash) => {
    if (hash === null) return emptyTree;
    const known = kept.get(hash);
    if (known !== undefined) return known;
    if (left <= 0) return null;
    left -= 1;
    const object = objects.read(hash);
    const tree = object?.type === 'tree' ? new Map(treeObject(object.bytes, hashBytes).map((entry) => [entry.name, entry])) : null;
    kept.set(hash, tree);
    const oldest = kept.keys().next().value;
    if (kept.size > keptTrees && oldest !== undefined) kept.delete(oldest);
    return tree;
  };
}

function* differing(left: Tree, right: Tree): Generator<readonly [name: string, one: TreeEntry | undefined, other: TreeEntry | undefined]> {
  for (const [name, other] of right) {
    const one = left.get(name);
    if (one?.hash !== other.hash) yield [name, one, other];
  }
  for (const [name, one] of left) if (!right.has(name)) yield [name, one, undefined];
}

function folderHash(entry: TreeEntry | undefined): string | null {
  return entry?.folder === true ? entry.hash : null;
}

function isFolder(entry: TreeEntry | undefined): boolean {
  return entry?.folder === true;
}

function isFile(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && !entry.folder;
}

function count(changed: { files: number; code: number; data: number }, name: string): void {
  const kind = changedFileKind(name);
  changed.files += 1;
  changed.code += kind === 'code' ? 1 : 0;
  changed.data += kind === 'data' ? 1 : 0;
}
