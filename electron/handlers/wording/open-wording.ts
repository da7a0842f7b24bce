import { loadPack, type PackText } from '#assessments';
import type { FoundPack, Packs } from '../packs.ts';

/**
 * The open wording that a licensed edition was made from: the edition it names, going back as far as needed, from where
 * the caller keeps texts by hash or from the packs this program brings along; failing that, the edition of the same pack
 * that the program brings along. Undefined where there is none. A pack in open wording is given as it is.
 */
export function openWording(found: FoundPack, packs: Packs, textsOf: (hash: string) => readonly PackText[] = () => []): FoundPack | undefined {
  if (found.pack.licensed === null) return found;
  const { hash } = found.pack.licensed.base;
  const builtIn = packs.find(found.pack.id);
  const base = builtIn?.pack.hash === hash ? builtIn : loaded(textsOf(hash));
  return base === undefined ? builtIn : openWording(base, packs, textsOf);
}

function loaded(texts: readonly PackText[]): FoundPack | undefined {
  const pack = texts.length === 0 ? undefined : loadPack(texts);
  return pack?.ok === true ? { texts, pack: pack.value } : undefined;
}
