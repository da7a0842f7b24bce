import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { productPath } from '../../../shell/product.ts';

/** No map unfolds to more. */
const mostBytes = 1024 * 1024;

/** What the reader of PDFs is given to get at maps, and whether a document asked for one that there is not. */
export type CharacterMaps = { readonly factory: object; readonly lacking: () => boolean };

/**
 * The character maps that PDFs name for Chinese fonts instead of carrying one (ISO 32000, 9.7.5.2): what the codes of a
 * text mean. They are Adobe's, and come with the program; those for Japanese and Korean do not.
 */
export function characterMaps(): CharacterMaps {
  let lacking = false;
  const fetch = ({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> => {
    const map = kind === 'cMapUrl' ? mapNamed(filename) : null;
    lacking ||= kind === 'cMapUrl' && map === null;
    return map === null ? Promise.reject(new Error(`no ${kind} ${filename}`)) : Promise.resolve(map);
  };
  return {
    // The library makes one with `new`.
    factory: function Maps() { return { fetch }; },
    lacking: () => lacking,
  };
}

function mapNamed(name: string): Uint8Array | null {
  if (!/^[A-Za-z0-9-]{1,40}$/.test(name)) return null;
  try {
    return brotliDecompressSync(readFileSync(productPath(`electron/character-maps/${name}.br`)), { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
