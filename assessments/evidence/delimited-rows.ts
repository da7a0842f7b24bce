/** A record of a CSV or TSV text with the lines it stands on; quoted values may hold line breaks. */
export type Row = { readonly values: readonly string[]; readonly lines: readonly [first: number, last: number] };

/** Records beyond this are not read: a table that long is data, not a record of work. */
const longestTable = 100_000;

const delimiters = [',', '\t', ';', '|'] as const;

/** The sign that divides the first line into most values; null where none of comma, tab, semicolon and bar does. */
export function delimiterOf(text: string): string | null {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counted = delimiters.map((sign) => ({ sign, count: line.split(sign).length - 1 }));
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count === 0 ? null : best.sign;
}

/**
 * Records as RFC 4180 has them, from the first on (the header is one); a quote inside an unquoted value is a plain sign,
 * an open quote ends with the text. Blank lines are passed over. At most `most` records.
 */
export function delimitedRows(text: string, delimiter: string, most: number = longestTable): readonly Row[] {
  const rows: Row[] = [];
  const value = valuePattern(delimiter);
  let line = 1;
  value.lastIndex = 0;
  while (value.lastIndex < text.length && rows.length < most) {
    const row = nextRow(text, delimiter, value, line);
    if (row.values.length > 1 || row.values[0] !== '') rows.push(row);
    line = row.lines[1] + 1;
  }
  return rows;
}

/** The record that begins where the pattern stands; leaves the pattern behind it. */
function nextRow(text: string, delimiter: string, value: RegExp, first: number): Row {
  const values: string[] = [];
  let last = first;
  for (;;) {
    const from = value.lastIndex;
    const [written = '', quoted, plain = '', end = ''] = value.exec(text) ?? [];
    value.lastIndex = from + written.length;
    values.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + plain);
    last += quoted === undefined ? 0 : breaksIn(quoted);
    if (end !== delimiter) return { values, lines: [first, last] };
  }
}

/** One value and the sign that ends it: the delimiter, a line break, or nothing at the end of the text. */
function valuePattern(delimiter: string): RegExp {
  const sign = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)(?:"|$))?([^${sign}\\r\\n]*)(${sign}|\\r\\n|\\n|\\r|$)`, 'y');
}

function breaksIn(quoted: string): number {
  return quoted.split(/\r\n|\n|\r/).length - 1;
}
