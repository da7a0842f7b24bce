import { visibleSigns } from '#assessments';

/** The most characters a cell of a workbook holds. */
export const longestCell = 32_767;

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escapeLike = /_x([0-9A-Fa-f]{4})_/g;

/**
 * A text as a workbook may hold it: always a string, so that no object of the input becomes a formula or a link; without
 * control characters and lone surrogates, which make a file "need repair"; `_x0041_` kept as it is written; cut at the
 * longest a cell holds, with the notice at its end; signs that turn or hide what stands beside them by their code. A text
 * that begins with = + - @, tab or CR stays text: it is written as a string cell, never as a formula.
 */
export function toCell(value: unknown, notice: (length: number) => string = () => '…'): string {
  const text = (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)).toWellFormed();
  const clean = visibleSigns(text.replace(/\r\n?/g, '\n').replace(forbidden, '\uFFFD')).replace(escapeLike, '_x005F_x$1_');
  if (clean.length <= longestCell) return clean;
  const end = notice(text.length);
  return `${clean.slice(0, longestCell - end.length).toWellFormed()}${end}`;
}
