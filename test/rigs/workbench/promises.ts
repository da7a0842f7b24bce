import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * What the program told the user was done, and so must be found again whatever happens. `file` is the name of the
 * assessment; the list is kept outside the folder that is put at risk.
 */
export type Promised =
  | { readonly kind: 'created'; readonly file: string }
  /** An event that holds this token somewhere: a rating, a link, a note. */
  | { readonly kind: 'recorded'; readonly file: string; readonly token: string }
  | { readonly kind: 'imported'; readonly file: string; readonly intake: string; readonly files: number }
  | { readonly kind: 'undone'; readonly file: string; readonly batch: string }
  | { readonly kind: 'redone'; readonly file: string; readonly batch: string }
  | { readonly kind: 'purged'; readonly file: string; readonly artefact: string }
  /** A backup with so many events, or one that came after it. */
  | { readonly kind: 'backedUp'; readonly file: string; readonly events: number }
  /** A file of its own: a saved copy. */
  | { readonly kind: 'copied'; readonly path: string };

export function promise(list: string, promised: readonly Promised[]): void {
  appendFileSync(list, promised.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

export function promisesIn(list: string): readonly Promised[] {
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Promised);
}
