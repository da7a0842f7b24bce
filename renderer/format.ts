import { visibleName, type Language } from '#assessments';

const locale: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** `10:42:07` in the time zone of the machine, or of `timeZone` (IANA name or `+08:00`). */
export function clockTime(at: string, timeZone?: string): string {
  return parts(at, timeZone).slice(11);
}

/** `2026-11-20 10:42`: the same in both languages, sortable by eye. */
export function dateTime(at: string, timeZone?: string): string {
  return parts(at, timeZone).slice(0, 16);
}

function parts(at: string, timeZone?: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', ...(timeZone === undefined ? {} : { timeZone }) }).format(new Date(at));
}

/** Bytes in the largest binary unit that keeps the number above one: `512 B`, `3.4 kB`, `1.2 GB`. */
export function byteSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step] ?? ''}`;
}

/** `1:05` for 65 seconds, `2:00:00` for two hours. */
export function timeSpan(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A whole number with the grouping of the language: `12,345`. */
export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language]).format(value);
}

/** `2 (2–4)`, or `3` where the interval has closed; an en dash for no level. */
export function levelRange(level: number | null, min: number | null, max: number | null): string {
  if (level === null) return '–';
  return min === max ? String(level) : `${level} (${min ?? level}–${max ?? level})`;
}

/** The level to show: none before anything below the node has been rated, because a 0 would look like a finding. */
export function shownLevel(node: { readonly level: number | null; readonly assessed: number } | null | undefined): number | null {
  return node === null || node === undefined || node.assessed === 0 ? null : node.level;
}

/** What follows the sub-item in a requirement id: `L3-1` of `2.2.3-L3-1`. */
export function shortId(requirement: string, subItem: string): string {
  return requirement.startsWith(`${subItem}-`) ? requirement.slice(subItem.length + 1) : requirement;
}

/** A name of one line with its unseen signs as `[U+202E]`: they could make one file name look like another. */
export function visibleText(text: string): string {
  return visibleName(text);
}

/** `L14–L31`, `L14`; empty where the lines are not known. */
export function lineRange(lines: readonly [number, number] | null): string {
  if (lines === null) return '';
  return lines[0] === lines[1] ? `L${lines[0]}` : `L${lines[0]}–L${lines[1]}`;
}

/** Person-days or weeks with at most one decimal. */
export function days(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A quarter (`2026-Q4`) and those after it, `count` in all; none where the text is no quarter. */
export function nextQuarters(from: string, count: number): readonly string[] {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(from) ?? [];
  if (year === undefined || quarter === undefined) return [];
  const first = 4 * Number(year) + Number(quarter) - 1;
  return Array.from({ length: count }, (_, at) => `${Math.floor((first + at) / 4)}-Q${((first + at) % 4) + 1}`);
}
