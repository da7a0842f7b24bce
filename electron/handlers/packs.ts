import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compileChecks, knownChecks, loadPack, type CheckProgram, type Pack, type PackText } from '#assessments';
import { filesBelow } from './files-below.ts';

/** `compiled`: the build has compiled its checks. */
export type FoundPack = { readonly texts: readonly PackText[]; readonly pack: Pack; readonly compiled?: boolean };
export type ReadyPack = { readonly pack: Pack; readonly program: CheckProgram };
export type Packs = {
  readonly list: () => readonly Pack[];
  readonly find: (id: string) => FoundPack | undefined;
  /** The pack of these texts with its checks compiled, undefined where it cannot be used. What was ready before is given again: a pack and its checks depend on the texts alone. */
  readonly ready: (texts: readonly PackText[]) => ReadyPack | undefined;
  /** Makes the packs of the folder ready before anyone asks. */
  readonly warm: () => void;
};

/**
 * The catalogue packs in a folder, one sub-folder each, read when first asked for. A pack that does not load is left out:
 * `catalogue check` says why. `prepared`: a file in which the build put packs that it had read and compiled; those whose
 * texts are the same are not read and checked again.
 */
export function openPacks(folder: string, prepared: string | null = null): Packs {
  let found: readonly FoundPack[] | undefined;
  const all = (): readonly FoundPack[] => {
    const before = found === undefined ? readPrepared(prepared) : [];
    return (found ??= packFolders(folder).map(readPackTexts).flatMap((texts) => before.find((one) => isDeepStrictEqual(one.texts, texts)) ?? load(texts)));
  };
  const known: (ReadyPack & { readonly texts: readonly PackText[] })[] = [];
  const ready = (texts: readonly PackText[]): ReadyPack | undefined => {
    const before = known.find((one) => isDeepStrictEqual(one.texts, texts));
    if (before !== undefined) return before;
    const made = makeReady(texts, all().find((one) => isDeepStrictEqual(one.texts, texts)));
    if (made !== undefined) known.push({ ...made, texts });
    return made;
  };
  return {
    list: () => all().map(({ pack }) => pack),
    find: (id) => all().find(({ pack }) => pack.id === id),
    ready,
    warm: () => { for (const { texts } of all()) ready(texts); },
  };
}

function makeReady(texts: readonly PackText[], found: FoundPack | undefined): ReadyPack | undefined {
  const pack = found?.pack ?? load(texts)[0]?.pack;
  if (pack === undefined) return undefined;
  if (found?.compiled === true) return { pack, program: knownChecks(pack) };
  const program = compileChecks(pack);
  return program.ok ? { pack, program: program.value } : undefined;
}

/** Every YAML file below a pack's folder, sorted by path. */
export function readPackTexts(folder: string): readonly PackText[] {
  return filesBelow(folder)
    .filter((path) => /\.ya?ml$/.test(path))
    .toSorted()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** Nothing where there is no such file: the packs are read from their texts then. */
function readPrepared(path: string | null): readonly FoundPack[] {
  try {
    return path === null ? [] : JSON.parse(readFileSync(path, 'utf8')) as readonly FoundPack[];
  } catch {
    return [];
  }
}

function packFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)).sort();
}

function load(texts: readonly PackText[]): readonly FoundPack[] {
  const loaded = loadPack(texts);
  return loaded.ok ? [{ texts, pack: loaded.value }] : [];
}
