import type { StagedPlace } from '../storage/staging.ts';
import type { Entry } from './ledger.ts';

/** A file of a repository by its name in the folder, handed over with the HEAD. */
export type BesideFile = { readonly name: string; readonly bytes: Uint8Array | StagedPlace };

/** A repository among evidence files: where its `HEAD` is in their list, and all files of its folder. */
export type GitFolder = { readonly folder: string; readonly head: number; readonly members: readonly number[] };

/**
 * The `.git` folders (and bare repositories) among files, by their paths: a `HEAD` with objects or packed refs beside it. Such a
 * folder is read as one, through its HEAD. A submodule's folder inside another is one of its own.
 */
export function gitFolders(paths: readonly string[]): readonly GitFolder[] {
  const folders = new Map(candidates(paths).map((folder): [string, { readonly members: number[] }] => [folder, { members: [] }]));
  if (folders.size === 0) return [];
  paths.forEach((path, index) => {
    const own = folderOf(path, folders);
    if (own !== undefined) folders.get(own)?.members.push(index);
  });
  return [...folders].map(([folder, { members }]) => ({ folder, members, head: members.find((index) => paths[index] === `${folder}HEAD`) ?? -1 })).filter(({ head }) => head !== -1);
}

/** Folders, with `/` at the end, in which a HEAD lies beside objects or packed refs; logs have a HEAD and refs too. */
function candidates(paths: readonly string[]): readonly string[] {
  const heads = new Set(paths.filter((path) => path === 'HEAD' || path.endsWith('/HEAD')).map((path) => path.slice(0, -'HEAD'.length)));
  if (heads.size === 0) return [];
  const beside = new Set(paths.flatMap((path) => foldersAbove(path).filter((folder) => heads.has(folder) && tellsRepository.test(path.slice(folder.length)))));
  return [...heads].filter((folder) => beside.has(folder));
}

const tellsRepository = /^(?:objects\/(?:pack|[0-9a-f]{2})\/[^/]+|packed-refs)$/s;

/** The innermost of the folders that a file lies in; undefined where it lies in none. */
function folderOf(path: string, folders: ReadonlyMap<string, unknown>): string | undefined {
  return foldersAbove(path).find((folder) => folders.has(folder));
}

/** `a/b/c` → `a/b/`, `a/`, ``. */
function foldersAbove(path: string): readonly string[] {
  const above: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) above.push(path.slice(0, at + 1));
  return [...above, ''];
}

/** What reading a repository needs, the most telling first: working state, hooks, logs and the index are left out. */
const ranks: readonly RegExp[] = [/^(?:HEAD|config|shallow|packed-refs)$/, /^refs\/./, /^objects\/[0-9a-f]{2}\/[0-9a-f]{38,62}$/, /^objects\/pack\/[^/]+\.(?:idx|pack)$/];

function rankOf(name: string): number {
  return ranks.findIndex((pattern) => pattern.test(name));
}

/** The needed files of a folder as far as they fit into so many bytes, small things first; packs that do not fit are left out. */
export function neededFiles<File extends { readonly entry: Pick<Entry, 'path' | 'size'> }>(folder: string, files: readonly File[], mostBytes: number): readonly { readonly name: string; readonly file: File }[] {
  const named = files.map((file) => ({ name: file.entry.path.slice(folder.length), file })).filter(({ name }) => rankOf(name) !== -1);
  let left = mostBytes;
  return named.toSorted((one, other) => rankOf(one.name) - rankOf(other.name) || one.file.entry.size - other.file.entry.size).filter(({ file }) => {
    const fits = file.entry.size <= left;
    if (fits) left -= file.entry.size;
    return fits;
  });
}
