import type { Place } from '../evidence/place.ts';
import type { Bilingual } from '../language.ts';

/** The blanks a check's sentence may have, filled from what it found. */
export const sentenceBlanks = ['count', 'values', 'place'] as const;
/** How many values a sentence lists before it breaks off with …; the finding itself has them all. */
const listed = 5;

export type Found = { readonly count: number; readonly values: readonly string[]; readonly place: Place | null };

/** The names of a template's blanks, as written between braces. */
export function blanksOf(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
}

/** A check's sentence about what it found, in both languages; `inChinese` gives the Chinese word for a value. */
export function sentence(template: Bilingual, found: Found, inChinese: (value: string) => string): Bilingual {
  return { zh: fill(template.zh, { ...found, values: found.values.map(inChinese) }, '、'), en: fill(template.en, found, ', ') };
}

function fill(template: string, { count, values, place }: Found, separator: string): string {
  const shown = values.length > listed ? [...values.slice(0, listed), '…'] : values;
  const blanks: Readonly<Record<string, string>> = { count: String(count), values: shown.join(separator), place: place === null ? '' : placeText(place) };
  return template.replace(/\{(count|values|place)\}/g, (blank, name: string) => blanks[name] ?? blank);
}

/** A place in one line: `k8s/deploy.yaml#/0/spec`, `ci.log:12-14`, `plan.xlsx Sheet1!B7`. */
export function placeText(place: Place): string {
  if ('pointer' in place) return `${place.file}#${place.pointer}`;
  if ('cell' in place) return `${place.file} ${place.cell}`;
  const [first, last] = place.lines;
  return first === last ? `${place.file}:${first}` : `${place.file}:${first}-${last}`;
}
