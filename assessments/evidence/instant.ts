/**
 * A moment as facts write it (see facts/field.ts), from ISO 8601 (`2025-05-19T20:38:09.183181`, `… +02:00`), the compact
 * form of Great Expectations (`20200430T191246.763896Z`), a day, or seconds or milliseconds since 1970. Null where it is
 * none of these. Where a zone is written the moment is given in UTC with Z.
 */
export function instantOf(written: string | number | null): string | null {
  if (written === null) return null;
  const text = String(written).trim();
  if (/^[0-9]{9,10}(?:\.[0-9]+)?$/.test(text)) return fromMilliseconds(Number(text) * 1000);
  if (/^[0-9]{12,13}$/.test(text)) return fromMilliseconds(Number(text));
  return fromText(text);
}

const form = /^([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ]([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]{1,9}))?)?\s*(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?$/i;

function fromText(text: string): string | null {
  const [, year, month, day, hour, minute, second = '00', fraction, zone] = form.exec(text) ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const time = `${date}T${hour}:${minute}:${second}${fraction === undefined ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`}`;
  const utc = fromMilliseconds(Date.parse(`${time}${zone === undefined ? 'Z' : zoneForm(zone)}`));
  return zone === undefined && utc !== null ? time : utc;
}

function zoneForm(zone: string): string {
  return /^[zu]/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whole seconds are written without a fraction. */
function fromMilliseconds(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}

/** Seconds from one moment to another; null where one is missing, has only a day, or only one of them has a zone. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null || from.length <= 10 || to.length <= 10 || from.endsWith('Z') !== to.endsWith('Z')) return null;
  const utc = (moment: string) => Date.parse(moment.endsWith('Z') ? moment : `${moment}Z`);
  return (utc(to) - utc(from)) / 1000;
}
