/** Signs that only choose the look of the one before them. */
const variation = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** Control signs, and those that turn the direction of what follows: never obeyed, always shown. */
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/u;

/**
 * The text with every sign the font can draw; any other is written as its code point, `[U+1F600]`, so that nothing is
 * lost unseen. Line ends stay, tabs become spaces.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\t/g, '  ').replace(variation, '').toWellFormed();
  return Array.from(plain, (sign) => (sign === '\n' || (!unseen.test(sign) && has(sign.codePointAt(0) ?? 0)) ? sign : named(sign))).join('');
}

function named(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
