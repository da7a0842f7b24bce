import type { Cell, RatingMark, SuggestionMark, Wording } from '#assessments';

type Value = string | number | null;
type Readers = { readonly [Kind in Cell['kind']]: (cell: Extract<Cell, { readonly kind: Kind }>) => Value };

/** What each kind of cell holds in a workbook; a new kind does not compile until it is decided here. */
const readers: Readers = {
  text: ({ text }) => wordingText(text),
  code: ({ text }) => text,
  number: ({ value }) => value,
  level: ({ mark }) => (mark.grade === null ? mark.name : numberOr(mark.grade)),
  rating: ({ mark }) => ratingText(mark),
  suggestion: ({ mark }) => suggestionText(mark),
  ladder: ({ strip }) => strip.name,
  stack: ({ cells }) => cells.map((one) => cellValue(one)).filter((value) => value !== null).join('\n'),
};

/** What a cell of the workbook holds, before it is guarded: text, a number, or nothing. */
export function cellValue(cell: Cell): Value {
  const value = (readers[cell.kind] as (one: Cell) => Value)(cell);
  return value === '' ? null : value;
}

/** Every line of a wording once, one beneath the other. */
export function wordingText(wording: Wording): string {
  return [...new Set(wording.map(({ text }) => text))].join('\n');
}

function ratingText({ value, disputed }: RatingMark): Value {
  return disputed.length > 0 ? disputed.join('/') : value;
}

/** The letter, with `!` behind it where the evidence conflicts. */
function suggestionText({ rating, conflict }: SuggestionMark): Value {
  return rating === null ? null : conflict ? `${rating}!` : rating;
}

/** A clean level is a number to sort by; a grade such as 3− is text. */
function numberOr(grade: string): string | number {
  return /^\d$/.test(grade) ? Number(grade) : grade;
}
