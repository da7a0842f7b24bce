/** Quarters counted from the year 0, so that they can be added to; null where the text is none (`2026-Q4`). */
export function quarterNumber(text: string): number | null {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  return year === undefined || quarter === undefined ? null : 4 * Number(year) + Number(quarter) - 1;
}

export function quarterName(number: number): string {
  return `${String(Math.floor(number / 4)).padStart(4, '0')}-Q${number % 4 + 1}`;
}

/** The quarter after the one a moment lies in (UTC, `2026-11-20T15:02:00.000Z`); null where the text is no time. */
export function quarterAfter(moment: string): string | null {
  const [, year, month] = /^(\d{4})-(\d{2})-/.exec(moment) ?? [];
  return year === undefined || month === undefined ? null : quarterName(4 * Number(year) + Math.floor((Number(month) - 1) / 3) + 1);
}
