import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file or folder of the product itself, by its path in the project. */
export function productPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The version in package.json. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(productPath('package.json'), 'utf8')) as { readonly version: string };
  return version;
}
