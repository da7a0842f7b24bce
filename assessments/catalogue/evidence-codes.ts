/**
 * The codes that stand in a text such as a file name, each once, as they first appear. Width, case and the sign between
 * the parts do not count (`md_223 l2-1` is `MD-223-L2-1`); of codes that begin alike the longest counts, and a code ends
 * where its number ends: `MD-223-L2-12` does not name `MD-223-L2-1`.
 */
export function codesIn(text: string, codes: readonly string[]): readonly string[] {
  const written = plain(text);
  const found = new Map<number, string>();
  for (const code of codes) {
    for (const at of placesOf(written, plain(code))) {
      if ((found.get(at) ?? '').length < code.length) found.set(at, code);
    }
  }
  return [...new Set([...found].sort(([one], [other]) => one - other).map(([, code]) => code))];
}

function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s_.\u2010-\u2015\u2212-]+/gu, '-');
}

function placesOf(text: string, code: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(code); at !== -1 && code !== ''; at = text.indexOf(code, at + 1)) {
    const whole = !/[A-Z0-9]/.test(text.charAt(at - 1)) && !/[A-Z0-9]/.test(text.charAt(at + code.length));
    if (whole) places.push(at);
  }
  return places;
}
