import type { EarlierFile, NamedSource } from './evidence-paths.ts';
import type { Account } from './ledger.ts';
import type { Offered } from './walk.ts';

type Listed = { readonly source: NamedSource; readonly offered: readonly Offered[] };

/**
 * The label, where these sources are those of an earlier intake again: called the same, and at least half of the files
 * of the smaller of the two are in both. Null otherwise: folders of different teams are often called the same.
 */
export function againOf(label: string, listed: readonly Listed[], taken: ReadonlyMap<string, EarlierFile>): string | null {
  const files = listed.flatMap(({ source, offered }) => offered.map(({ path }) => (path === '' ? [source.name] : [path, `${source.name}/${path}`])));
  const common = files.filter((paths) => paths.some((path) => taken.get(path)?.label === label)).length;
  const earlier = [...taken].filter(([path, file]) => file.label === label && !path.includes('!/')).length;
  return common > 0 && common * 2 >= Math.min(files.length, earlier) ? label : null;
}

/** The paths that the earlier intake had and this one did not meet. What lies where something was refused may still be there. */
export function goneOf(again: string | null, taken: ReadonlyMap<string, EarlierFile>, met: (path: string) => boolean, refused: Account['refused']): readonly string[] {
  if (again === null || refused.some(({ reason }) => reason === 'tooMany')) return [];
  const unseen = new Set(refused.map(({ path }) => path.replace(/\/$/, '')));
  return [...taken].filter(([path, { label }]) => label === again && !met(path) && !foldersOf(path).some((folder) => unseen.has(folder))).map(([path]) => path);
}

/** A path and all folders and archives it lies in, also without the name of its source in front. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  const within = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
  return [...within, ...within.map((folder) => folder.slice((parts[0] ?? '').length + 1))].flatMap((folder) => [folder, folder.replace(/!$/, '')]);
}
