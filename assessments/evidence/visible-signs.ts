/**
 * Signs that nobody sees: controls, half signs, signs of direction, signs of no width. A sign that only chooses how the
 * emoji before it looks, or joins two, is not one of them.
 */
const unseen = /(?<!\p{Extended_Pictographic})\uFE0F|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})|(?![\uFE0F\u200D\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/**
 * A text of several lines as a person may read it: unseen signs stand as `[U+202E]`, so that none makes a text look like
 * another, turns what follows or steers a terminal. Line ends and tabs stay.
 */
export function visibleSigns(text: string): string {
  return text.replace(unseen, code).replace(stacked, (marks) => [...marks].map((mark, at) => (at < mostMarks ? mark : code(mark))).join(''));
}

/** No script sets more marks on one letter; a tower of them covers the lines around. */
const mostMarks = 4;
const stacked = /\p{M}{5,}/gu;

function code(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** As `visibleSigns`, with signs as JSON and terminals' users write them (`\\u202e`): a JSON document stays what it is. */
export function escapedSigns(text: string): string {
  return text.replace(unseen, (sign) => Array.from({ length: sign.length }, (_unit, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''));
}

/** As `visibleSigns`, for a name of one line: its line ends and tabs are unseen signs too. */
export function visibleName(text: string): string {
  return visibleSigns(text).replace(/[\n\t]/g, (sign) => (sign === '\n' ? '[U+000A]' : '[U+0009]'));
}

/** What two texts have in common that look alike: without unseen signs, of one width and case. For searching. */
export function soughtForm(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu, (sign) => ('\t\n\v\f\r\u0085\u2028\u2029'.includes(sign) ? ' ' : '')).toLowerCase();
}
