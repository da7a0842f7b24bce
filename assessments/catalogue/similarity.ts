/** The distinct runs of three characters of a text; spacing, punctuation and letter case do not count. */
export function trigrams(text: string): ReadonlySet<string> {
  const characters = [...text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')];
  return new Set(characters.slice(0, -2).map((_, index) => characters.slice(index, index + 3).join('')));
}

/** Jaccard similarity of two sets in whole percent, rounded down; 0 where both are empty. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((gram) => b.has(gram)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : Math.floor((100 * shared) / all);
}
