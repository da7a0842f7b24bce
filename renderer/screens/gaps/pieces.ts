/** A sentence cut before and after every id that stands in it as a whole, so that each can be made a link. */
export function piecesOf(sentence: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [sentence];
  const names = ids.toSorted((one, other) => other.length - one.length).map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return sentence.split(new RegExp(`(?<![\\w.-])(${names.join('|')})(?![\\w-])`)).filter((piece) => piece !== '');
}
