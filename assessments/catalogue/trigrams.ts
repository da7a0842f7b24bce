/** The distinct runs of three characters of a text; spacing, punctuation and letter case do not count. */
export function trigrams(text: string): ReadonlySet<string> {
  const characters = [...text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')];
  return new Set(characters.slice(0, -2).map((_, index) => characters.slice(index, index + 3).join('')));
}
