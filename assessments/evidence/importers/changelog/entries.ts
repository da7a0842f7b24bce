import { instantOf } from '../../instant.ts';
import { linesOf } from '../../text-lines.ts';

/** What stands below the heading of one version, up to the heading of the next. */
export type Entry = {
  readonly version: string;
  readonly released: boolean;
  readonly at: string | null;
  readonly sections: readonly string[];
  readonly body: readonly string[];
  readonly lines: readonly [first: number, last: number];
};

const longest = 5_000_000;

type Heading = { readonly title: string; readonly line: number; readonly bodyFrom: number };

/**
 * The versions of a changelog in the order written. Every heading that begins with a version, whatever its level, begins
 * an entry: some tools give patch versions a lower level than the version they follow.
 */
export function entriesOf(text: string): readonly Entry[] {
  if (text.length > longest) return [];
  const lines = linesOf(text);
  const headings = headingsOf(lines);
  const versions = headings.flatMap((heading) => {
    const told = versionOf(heading.title);
    return told === null ? [] : [{ heading, told }];
  });
  return versions.map(({ heading, told }, index) => {
    const end = (versions[index + 1]?.heading.line ?? lines.length + 1) - 1;
    const body = lines.slice(heading.bodyFrom - 1, end);
    const sections = [...headingsOf(body).map(({ title }) => title), ...labelsOf(body)].filter((title) => title !== '');
    return { ...told, at: told.at ?? dateBelow(body), sections, body, lines: [heading.line, Math.max(heading.line, end)] };
  });
}

/** `## Title`, or a title underlined as Markdown and reStructuredText do; nothing inside fenced code. */
function headingsOf(lines: readonly string[]): readonly Heading[] {
  let fenced = false;
  return lines.flatMap((line, index): readonly Heading[] => {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || line.length > 500) return [];
    const hashed = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1];
    if (hashed !== undefined) return [{ title: plain(hashed), line: index + 1, bodyFrom: index + 2 }];
    return isUnderlined(line, lines[index + 1] ?? '') ? [{ title: plain(line), line: index + 1, bodyFrom: index + 3 }] : [];
  });
}

/** The line under a title is as long as the title, or at least four signs. */
function isUnderlined(line: string, under: string): boolean {
  const title = /^\S/.test(line) && !/^(?:[|>*+-]|\d+[.)])\s/.test(line);
  return title && /^([=~^"-])\1{2,}\s*$/.test(under) && under.trim().length >= Math.min(4, line.trim().length);
}

/** Links, emphasis and code taken off. */
function plain(title: string): string {
  return title.replaceAll(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1').replaceAll(/\*\*|__|`|^:[a-z_]+:\s*/g, '').trim();
}

const unreleased = /^\[?(?:un-?released|current version|next(?: release| version)?|upcoming|in development|head|未发布|待发布)\b\]?|^\[?(?:未发布|待发布)/i;
const numbered = /^(?:(?:release|version|ver\.?|版本)\s*)?\[?((?:[A-Za-z][\w-]*[@/ ])?v?[0-9]+\.[0-9]+(?:\.[0-9]+)*(?:[-.+_]?[0-9A-Za-z]+)*)\]?(?=$|[\s([（:,—–-])/i;

/** `[1.2.0] - 2024-01-01`, `Version 1.21.0`, `v2.0 (May 3, 2024)`, `Unreleased`; null where a heading begins otherwise. */
function versionOf(title: string): Pick<Entry, 'version' | 'released' | 'at'> | null {
  if (unreleased.test(title)) return { version: 'Unreleased', released: false, at: null };
  const found = numbered.exec(title);
  if (found === null) return null;
  const rest = title.slice(found[0].length);
  const pending = /\b(?:unreleased|tbd|tba|not released|in development|xx+)\b|未发布/i.test(rest);
  return { version: found[1] ?? '', released: !pending, at: pending ? null : dateIn(rest) };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dateForms: readonly RegExp[] = [
  /(?<year>[0-9]{4})[-/.年]\s?(?<month>[0-9]{1,2})[-/.月]\s?(?<day>[0-9]{1,2})/,
  /\b(?<name>[A-Za-z]{3,9})\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4})/,
  /\b(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?<name>[A-Za-z]{3,9})\.?,?\s+(?<year>[0-9]{4})/,
];

/** The first date in a text: 2024-01-31, January 31st, 2024, 31 Jan 2024, 2024年1月31日. */
function dateIn(text: string): string | null {
  for (const form of dateForms) {
    const { year, month, name, day } = form.exec(text)?.groups ?? {};
    if (year !== undefined && day !== undefined) return dayOf(year, month ?? monthNumber(name ?? ''), day);
  }
  return null;
}

function monthNumber(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year: string, month: string, day: string): string | null {
  return instantOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `Released on 2024-01-01` as one of the first lines. */
function dateBelow(body: readonly string[]): string | null {
  const line = body.slice(0, 4).find((one) => /^\W*(?:release date|released(?: on)?|date|发布日期|发布时间)\b|^\W*发布/i.test(one));
  return line === undefined ? null : dateIn(line.slice(0, 200));
}

/** `Features:` alone on a line, where no heading is used. */
function labelsOf(body: readonly string[]): readonly string[] {
  return body.map((line) => /^(?:\*\*)?([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff ,&/-]{1,40})(?:\*\*)?\s*[:：](?:\*\*)?\s*$/.exec(line.slice(0, 100))?.[1]?.trim() ?? '').filter((label) => label !== '');
}
