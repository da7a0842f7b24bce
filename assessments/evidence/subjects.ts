import type { Fact } from './facts.ts';
import { type Mention, type SubjectKind, mentionsIn, subjectKinds } from './mentions.ts';
import type { Place } from './place.ts';
import { placeKey, placeOrder } from './place-order.ts';

/** A thing that facts speak of, from whichever files they come. */
export type Subject = {
  readonly kind: SubjectKind;
  /** The spelling used most often; the hash where nothing names it. */
  readonly name: string;
  readonly version: string | null;
  /** All hashes stated for it, sorted; several of one length are a contradiction. */
  readonly hashes: readonly string[];
  /** All spellings, sorted. */
  readonly names: readonly string[];
  /** Indices of the facts that name it, rising. */
  readonly facts: readonly number[];
  /** Where they were read, sorted, each once. */
  readonly places: readonly Place[];
};

/**
 * The subjects of facts: two mentions are one subject where they state the same hash, or the same name and version, or
 * both only the same name. Sorted by kind, name and version; the order of the facts changes nothing but the indices.
 */
export function subjectsOf(facts: readonly Fact[]): readonly Subject[] {
  const mentioned = facts.flatMap((fact, index) => mentionsIn(fact).map((mention) => ({ ...mention, fact: index, place: fact.place })));
  const commits = wholeCommits(mentioned);
  const groups = joined(mentioned.map((mention) => keysOf(mention, commits)));
  const byGroup = Map.groupBy(mentioned, (_mention, index) => groups[index] ?? 0);
  return [...byGroup.values()].map(subjectOf).sort(ordered);
}

type Mentioned = Mention & { readonly fact: number; readonly place: Place };

/** Hash first; name and version next; a bare name only joins bare names, since every version may be meant. */
function keysOf({ kind, name, version, hash }: Mention, commits: readonly string[]): readonly string[] {
  const content = hash === null || emptyContent.has(hash) ? [] : [`${kind} hash ${kind === 'code' ? wholeCommit(hash, commits) : hash}`];
  const named = name?.trim().toLowerCase() ?? '';
  if (named === '') return content;
  if (version !== null) return [...content, `${kind} version ${versionKey(version)} of ${named}`];
  return hash === null ? [`${kind} name ${named}`] : content;
}

/** Digests of nothing: what is empty is not the same thing for it. */
const emptyContent: ReadonlySet<string> = new Set([
  'd751713988987e9331980363e24189ce.dir', 'd751713988987e9331980363e24189ce', 'd41d8cd98f00b204e9800998ecf8427e',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
]);

/** `v1.8.0` and `1.8.0` are one version. */
export function versionKey(version: string): string {
  return version.trim().toLowerCase().replace(/^v(?=[0-9])/, '');
}

function wholeCommits(mentions: readonly Mention[]): readonly string[] {
  const commits = mentions.flatMap(({ kind, hash }) => (kind === 'code' && hash !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hash) ? [hash] : []));
  return [...new Set(commits)].sort();
}

/** The one commit that a shortened one begins; itself where there is none or more than one. */
function wholeCommit(commit: string, commits: readonly string[]): string {
  if (commit.length < 7 || commit.length >= 40) return commit;
  const candidates = commits.filter((one) => one.startsWith(commit));
  return candidates.length === 1 ? candidates[0] ?? commit : commit;
}

/** For every list of keys the number of its group: lists that share a key, also by way of others, are one group. */
function joined(keys: readonly (readonly string[])[]): readonly number[] {
  const parents = keys.map((_keys, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  const first = new Map<string, number>();
  for (const [index, own] of keys.entries()) {
    for (const key of own) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parents[rootOf(index)] = rootOf(known);
    }
  }
  return keys.map((_keys, index) => rootOf(index));
}

function subjectOf(mentions: readonly Mentioned[]): Subject {
  const names = mentions.flatMap(({ name }) => name ?? []);
  const hashes = withoutShortened([...new Set(mentions.flatMap(({ hash }) => hash ?? []))].sort());
  const places = new Map(mentions.map(({ place }) => [placeKey(place), place]));
  return {
    kind: mentions[0]?.kind ?? 'release', name: mostFrequent(names) ?? hashes[0] ?? '', version: mostFrequent(mentions.flatMap(({ version }) => version ?? [])),
    hashes, names: [...new Set(names)].sort(),
    facts: [...new Set(mentions.map(({ fact }) => fact))].sort((one, other) => one - other),
    places: [...places.values()].sort(placeOrder),
  };
}

/** Commits are also written shortened: what begins another one says nothing more. Sorted, so the longer one follows. */
function withoutShortened(hashes: readonly string[]): readonly string[] {
  return hashes.filter((hash, index) => hashes[index + 1]?.startsWith(hash) !== true);
}

/** The value that occurs most often, the smallest of those; null where there is none. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
  return counts.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))[0]?.value ?? null;
}

function ordered(one: Subject, other: Subject): number {
  return subjectKinds.indexOf(one.kind) - subjectKinds.indexOf(other.kind) || (text(one) < text(other) ? -1 : 1);
}

function text({ name, version, hashes }: Subject): string {
  return [name, version ?? '', ...hashes].join('\n');
}
