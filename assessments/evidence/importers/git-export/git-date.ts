import { instantOf } from '../../instant.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as git writes it: ISO, `Thu Jan 11 16:36:47 2024 +0100`, `Thu, 11 Jan 2024 16:36:47 +0100`, or seconds with a zone. */
export function gitDate(written: string): string | null {
  const text = written.trim().slice(0, 60);
  const [, month, day, time, year, zone] = /^\w{3} (\w{3}) +([0-9]{1,2}) ([0-9:]{8}) ([0-9]{4})(?: ([+-][0-9]{4}))?$/.exec(text) ?? [];
  if (month !== undefined) return composed(year, month, day, time, zone);
  const [, mailDay, mailMonth, mailYear, mailTime, mailZone] = /^\w{3}, ([0-9]{1,2}) (\w{3}) ([0-9]{4}) ([0-9:]{8}) ([+-][0-9]{4})$/.exec(text) ?? [];
  if (mailDay !== undefined) return composed(mailYear, mailMonth ?? '', mailDay, mailTime, mailZone);
  return instantOf(/^[0-9]{9,10} [+-][0-9]{4}$/.test(text) ? text.split(' ')[0] ?? null : text.replace(/^([0-9-]{10}) /, '$1T').replace(' ', ''));
}

function composed(year: string | undefined, month: string, day: string | undefined, time: string | undefined, zone: string | undefined): string | null {
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return instantOf(`${year ?? ''}-${number}-${(day ?? '').padStart(2, '0')}T${time ?? ''}${zone ?? ''}`);
}
