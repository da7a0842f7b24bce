const offset = /^([+-])(\d{2}):(\d{2})$/;

/**
 * The moment in the assessment's time zone as `2026-11-20 18:42 (+08:00)`. Offsets are reckoned here, so that the same
 * report has the same date on every machine; a named zone is asked of the platform, an unknown one is told in UTC.
 */
export function reportDate(utc: string, timeZone: string): { readonly day: string; readonly minute: string } {
  const minutes = minutesEast(utc, timeZone);
  const local = new Date(Date.parse(utc) + (minutes ?? 0) * 60_000).toISOString();
  const zone = minutes === null ? 'UTC' : timeZone;
  return { day: local.slice(0, 10), minute: `${local.slice(0, 10)} ${local.slice(11, 16)} (${zone})` };
}

function minutesEast(utc: string, timeZone: string): number | null {
  const parts = offset.exec(timeZone);
  if (parts !== null) return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
  try {
    return namedZone(new Date(utc), timeZone);
  } catch {
    return null;
  }
}

function namedZone(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const asUtc = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'] ?? 1, part['hour'] ?? 0, part['minute'] ?? 0, part['second'] ?? 0);
  return Math.round((asUtc - moment.getTime()) / 60_000);
}
