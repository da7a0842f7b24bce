import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A file or folder of the product itself, by its path in the project. A packaged program has them in its archive, but for
 * the evidence of the sample: that is taken in like a user's, from a folder that the file system knows.
 */
export function productPath(path: string, here: string = import.meta.url): string {
  const inside = fileURLToPath(new URL(`../../${path}`, here));
  return path.startsWith('electron/sample/') ? inside.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2') : inside;
}

/** The version in package.json. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(productPath('package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** The packs that the build prepared; null where the sources run, which may be newer than it. */
export function preparedPacks(here: string = import.meta.url): string | null {
  return here.endsWith('.ts') ? null : productPath('out/packs.json', here);
}
