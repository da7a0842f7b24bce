/** The page, from 1, on which a line of a document stands; `begins`: the lines with which its pages begin. */
export function pageOfLine(begins: readonly number[], line: number): number {
  return Math.max(1, begins.findLastIndex((first) => first <= line) + 1);
}

/** The line with which a page begins; the last page where there are fewer. */
export function lineOfPage(begins: readonly number[], page: number): number {
  return begins[Math.min(Math.max(page, 1), begins.length) - 1] ?? 1;
}
