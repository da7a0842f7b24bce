/** How a number is shown: as it is, as a moment, or as a length of time. */
export type NumberKind = 'number' | 'moment' | 'duration';

/** Formats every workbook knows without writing them down (ECMA-376, 18.8.30, with those of Chinese and Japanese systems). */
export function builtInKind(id: number): NumberKind {
  if (id === 46) return 'duration';
  const isMoment = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
  return isMoment ? 'moment' : 'number';
}

/** What a format code shows: letters for years to seconds, outside of quotes, escapes and brackets, make a moment. */
export function kindOfCode(code: string): NumberKind {
  const first = code.replace(/"[^"]*"?|\\.|_.|\*./gs, '').split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'duration';
  return /[ymdhs]/i.test(first.replace(/\[[^\]]*\]?|general/gi, '')) ? 'moment' : 'number';
}

const daySeconds = 86_400;
/** 9999-12-31, the last day spreadsheets know. */
const lastDay = 2_958_465;

/**
 * The moment of a serial number as ISO text without a zone: a date, with its time where it has one, or a time of day
 * for a number below one. Null where no calendar has that day. Day 60 is the 29th of February 1900, which never was.
 */
export function momentOf(serial: number, since1904: boolean): string | null {
  const seconds = Math.round(serial * daySeconds);
  const day = Math.floor(seconds / daySeconds);
  if (!Number.isFinite(serial) || serial < 0 || day > lastDay) return null;
  const time = clock(seconds % daySeconds);
  if (day === 0) return time;
  const date = dateOf(day, since1904);
  return seconds % daySeconds === 0 ? date : `${date}T${time}`;
}

function dateOf(day: number, since1904: boolean): string {
  if (!since1904 && day === 60) return '1900-02-29';
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * daySeconds * 1000).toISOString().slice(0, 10);
}

/** A length of time in days as `49:30:00`; null where it is none. */
export function durationOf(days: number): string | null {
  return Number.isFinite(days) && days >= 0 && days <= lastDay ? clock(Math.round(days * daySeconds)) : null;
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
