/** A text prepared for finding: without accents, width and letter case, and where each of its signs came from. */
export type Folded = { readonly text: string; readonly from: readonly number[] };

/** Folds a text for finding: `Évaluation` and `ＥＶＡＬ` are found by `eval`. */
export function fold(text: string): string {
  return plainSigns(text);
}

function plainSigns(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words sought, folded; together they must all be found. */
export function wordsOf(search: string): readonly string[] {
  return fold(search).split(/\s+/).filter((word) => word !== '');
}

export type Piece = { readonly text: string; readonly hit: boolean };

/** The text in pieces, those that hold a word marked. */
export function marked(text: string, words: readonly string[]): readonly Piece[] {
  const { text: folded, from } = foldedWithPlaces(text);
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1 && word !== ''; at = folded.indexOf(word, at + 1)) hit.fill(true, from[at], from[at + word.length] ?? text.length);
  }
  return piecesOf(text, hit);
}

function piecesOf(text: string, hit: readonly boolean[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    while (end < text.length && hit[end] === hit[start]) end += 1;
    pieces.push({ text: text.slice(start, end), hit: hit[start] === true });
  }
  return pieces;
}

function foldedWithPlaces(text: string): Folded {
  const signs: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const plain of plainSigns(sign)) {
      signs.push(plain);
      for (let unit = 0; unit < plain.length; unit += 1) from.push(at);
    }
    at += sign.length;
  }
  return { text: signs.join(''), from };
}
