/** The path a file gets in the assessment, and whether exactly this file is there already. */
type GivenPath = { readonly path: string; readonly duplicate: boolean };

/** A source under the name its files may carry in front. */
export type NamedSource = { readonly name: string; readonly folder: boolean };

export type PathGiver = {
  /** The path of a file that a source offers; `relative` is empty where the source is a file itself. */
  readonly ofFile: (source: NamedSource, relative: string, artefact: string) => GivenPath;
  /** The path of a member of an archive that has this path itself. */
  readonly ofMember: (archive: string, member: string, artefact: string) => GivenPath;
};

/**
 * Gives paths that are unique in the assessment: relative to the chosen folder; with the source's name in front where
 * several sources came together (`prefixed`) or the path is taken by other bytes; then with "name (2)", "name (3)" …
 * A path that is taken by the same bytes is a duplicate. `taken` is path → artefact; paths given here join it.
 */
export function pathGiver(taken: ReadonlyMap<string, string>, prefixed: boolean): PathGiver {
  const given = new Map<string, string>();

  const give = (paths: Iterable<string>, artefact: string): GivenPath => {
    for (const path of paths) {
      const there = given.get(path) ?? taken.get(path);
      if (there === artefact) return { path, duplicate: true };
      if (there === undefined) {
        given.set(path, artefact);
        return { path, duplicate: false };
      }
    }
    throw new Error('there is always a next number');
  };
  return {
    ofFile: (source, relative, artefact) => give(relative === '' ? numberedFiles(source.name) : inFolder(source.name, relative, prefixed), artefact),
    ofMember: (archive, member, artefact) => give(numberedFiles(memberPath(archive, member)), artefact),
  };
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
