import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The assessments named among the words of a command line, absolute and each once; relative ones are seen from the
 * folder the words were spoken in. File managers may name a file by a `file:` address.
 */
export function namedFiles(words: readonly string[], folder: string): readonly string[] {
  const paths = words.filter((word) => !word.startsWith('-')).map((word) => (/^file:\/\//i.test(word) ? ofAddress(word) : word));
  return [...new Set(paths.filter((path) => /\.maturity$/i.test(path)).map((path) => (isRemote(path) ? path : resolve(folder, path))))];
}

/**
 * Whether a path leads to another computer or past the file system (`\\host\share`, `\\?\`, `//host`): merely looking
 * there would make Windows greet the host with the user's name. Nothing may be asked of such a path.
 */
export function isRemote(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}

/** '' where the address names another computer, or nothing that could be a path here. */
function ofAddress(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return '';
  }
}
