/** The path a file gets in the assessment, and whether exactly this file is there already, or an older version of it. */
type GivenPath = { readonly path: string; readonly duplicate: boolean; readonly changed: boolean };

/** A file the assessment has; `label`: what its intake is called. */
export type EarlierFile = { readonly artefact: string; readonly label: string };

/** A source under the name its files may carry in front. */
export type NamedSource = { readonly name: string; readonly folder: boolean };

export type PathGiver = {
  /** The path of a file that a source offers; `relative` is empty where the source is a file itself. */
  readonly ofFile: (source: NamedSource, relative: string, artefact: string) => GivenPath;
  /** The path of a member of an archive that has this path itself. */
  readonly ofMember: (archive: string, member: string, artefact: string) => GivenPath;
  /** Whether this path was given, or is that of a duplicate. */
  readonly met: (path: string) => boolean;
};

/**
 * Gives paths that are unique in the assessment: relative to the chosen folder; with the source's name in front where
 * several sources came together (`prefixed`) or the path is taken by other bytes; then with "name (2)", "name (3)" …
 * A path that is taken by the same bytes is a duplicate; one that an earlier intake called `again` took by other bytes
 * is kept, for a newer version. Files of a repository have the source's name in front where the `.git` folder of another
 * has the place. `taken` is by path; paths given here join it.
 */
export function pathGiver(taken: ReadonlyMap<string, EarlierFile>, prefixed: boolean, again: string | null): PathGiver {
  const given = new Map<string, string>();
  const repositories = new Set([...taken].flatMap(([path, { label }]) => (label === again ? [] : repositoryOf(path) ?? [])));

  const give = (paths: Iterable<string>, artefact: string): GivenPath => {
    for (const path of paths) {
      const earlier = taken.get(path);
      const there = given.get(path) ?? earlier?.artefact;
      const changed = earlier !== undefined && earlier.label === again && !given.has(path);
      if (there === undefined || there === artefact || changed) {
        given.set(path, artefact);
        return { path, duplicate: there === artefact, changed: there !== artefact && changed };
      }
    }
    throw new Error('there is always a next number');
  };
  return {
    ofFile: (source, relative, artefact) => give(relative === '' ? numberedFiles(source.name) : inFolder(source.name, relative, prefixed || repositories.has(repositoryOf(relative) ?? '\0')), artefact),
    ofMember: (archive, member, artefact) => give(numberedFiles(memberPath(archive, member)), artefact),
    met: (path) => given.has(path),
  };
}

/** The `.git` folder that a file lies in; null where it lies in none. Two repositories must not be mixed: most of their files have names of their own. */
function repositoryOf(path: string): string | null {
  return /^(?:.*\/)?\.git\//s.exec(path)?.[0] ?? null;
}

/** `a.zip!/x/y.yaml` */
export function memberPath(archive: string, member: string): string {
  return `${archive}!/${member}`;
}

/** Names for sources chosen together, unique among them, in the given order. */
export function nameSources(sources: readonly NamedSource[]): readonly NamedSource[] {
  const used = new Set<string>();
  return sources.map(({ name, folder }) => {
    const free = firstFree(folder ? numberedFolders(name) : numberedFiles(name), used);
    used.add(free);
    return { name: free, folder };
  });
}

function firstFree(names: Iterable<string>, used: ReadonlySet<string>): string {
  for (const name of names) if (!used.has(name)) return name;
  throw new Error('there is always a next number');
}

function* inFolder(name: string, relative: string, prefixed: boolean): Generator<string> {
  if (!prefixed) yield relative;
  for (const folder of numberedFolders(name)) yield `${folder}/${relative}`;
}

function* numberedFolders(name: string): Generator<string> {
  yield name;
  for (let number = 2; ; number += 1) yield `${name} (${number})`;
}

/** `report (2).yaml`: the extension stays at the end, because importers look at it. */
function* numberedFiles(path: string): Generator<string> {
  yield path;
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let number = 2; ; number += 1) yield `${path.slice(0, end)} (${number})${path.slice(end)}`;
}
