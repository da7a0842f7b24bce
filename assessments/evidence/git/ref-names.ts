import type { z } from 'zod';
import { sourceControlFacts } from '../facts/source-control.ts';
import type { Json } from '../fragment.ts';

/** A branch or tag: full name under refs/, and when it was made or last moved. */
export type NamedRef = { readonly kind: 'branch' | 'remote' | 'tag' | 'other'; readonly name: string; readonly at: string | null };
export const refNumbersSchema = sourceControlFacts['code.history'].pick({ branches: true, tags: true, branchCount: true, tagCount: true, versionTags: true }).readonly();
type RefNumbers = z.infer<typeof refNumbersSchema>;

const mostNames = 100;

/** Branches and tags of a repository; a branch that lies here and on a remote is one. */
export function refNumbers(refs: readonly NamedRef[]): RefNumbers {
  const branches = [...new Set(refs.flatMap((ref) => branchName(ref) ?? []))].sort();
  const tags = refs.filter(({ kind }) => kind === 'tag').toSorted(newestFirst).map(({ name }) => name);
  return { branches: branches.slice(0, mostNames), tags: tags.slice(0, mostNames), branchCount: branches.length, tagCount: tags.length, versionTags: tags.filter(isVersion).length };
}

function branchName({ kind, name }: NamedRef): string | null {
  if (kind === 'branch') return name;
  const remote = kind === 'remote' ? name.replace(/^[^/]+\//, '') : 'HEAD';
  return remote === 'HEAD' ? null : remote;
}

export function newestFirst(one: { readonly at: string | null; readonly name: string }, other: { readonly at: string | null; readonly name: string }): number {
  const [left, right] = [one.at ?? '', other.at ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return one.name < other.name ? 1 : -1;
}

/** `v1.2.3`, `1.2`, `release-2024.1`, `scorer@3.1.0`. */
export function isVersion(tag: string): boolean {
  return /(?:^|[/@_-])v?[0-9]+\.[0-9]+(?:\.[0-9]+)*(?:[-+.]?[0-9A-Za-z.]+)*$|^v[0-9]+$/.test(tag.slice(0, 200));
}

/** The kind and the short name of a ref: `refs/heads/main` → branch main. */
export function refOf(full: string): Pick<NamedRef, 'kind' | 'name'> {
  const kinds = [['refs/heads/', 'branch'], ['refs/tags/', 'tag'], ['refs/remotes/', 'remote']] as const;
  const found = kinds.find(([prefix]) => full.startsWith(prefix));
  return found === undefined ? { kind: 'other', name: full } : { kind: found[1], name: full.slice(found[0].length) };
}

/** Plain data for a fragment. */
export function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
