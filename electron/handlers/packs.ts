import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { loadPack, type Pack, type PackText } from '#assessments';
import { filesBelow } from './files-below.ts';

export type FoundPack = { readonly texts: readonly PackText[]; readonly pack: Pack };
export type Packs = { readonly list: () => readonly Pack[]; readonly find: (id: string) => FoundPack | undefined };

/** The catalogue packs in a folder, one sub-folder each, read when first asked for. A pack that does not load is left out: `catalogue check` says why. */
export function openPacks(folder: string): Packs {
  let found: readonly FoundPack[] | undefined;
  const all = (): readonly FoundPack[] => (found ??= packFolders(folder).flatMap((path) => load(readPackTexts(path))));
  return { list: () => all().map(({ pack }) => pack), find: (id) => all().find(({ pack }) => pack.id === id) };
}

/** Every YAML file below a pack's folder, sorted by path. */
export function readPackTexts(folder: string): readonly PackText[] {
  return filesBelow(folder)
    .filter((path) => /\.ya?ml$/.test(path))
    .toSorted()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function packFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)).sort();
}

function load(texts: readonly PackText[]): readonly FoundPack[] {
  const loaded = loadPack(texts);
  return loaded.ok ? [{ texts, pack: loaded.value }] : [];
}
