import { linesOf } from './text-lines.ts';
import { yamlDocuments } from './yaml-documents.ts';

/** What importers need of a Markdown text: front matter, sections, tables, and lines that name a value. Lines are 1-based. */
export type MarkdownDocument = {
  /** The first YAML document between two `---`; undefined where there is none or it does not parse. Its place is a pointer that begins with `/0`. */
  readonly frontMatter: unknown;
  /** The lines of the front matter with its two marks, also where it does not parse; null where there is none. */
  readonly frontMatterLines: Lines | null;
  readonly sections: readonly Section[];
  readonly tables: readonly MarkdownTable[];
  /** `**Name:** value`, `- name: value`, `Name: value` alone on a line, outside code. */
  readonly fields: readonly Field[];
  readonly lines: readonly string[];
};
export type Lines = readonly [first: number, last: number];
/** From a heading to the line before the next one of its level or above; `body` is only what stands before its first subheading. */
export type Section = { readonly level: number; readonly title: string; readonly lines: Lines; readonly body: string };
/** `heading` is the title of the section it stands in; '' before the first. */
export type MarkdownTable = { readonly heading: string; readonly header: readonly string[]; readonly rows: readonly TableLine[]; readonly lines: Lines };
export type TableLine = { readonly cells: readonly string[]; readonly line: number };
export type Field = { readonly heading: string; readonly name: string; readonly value: string; readonly line: number };

type Heading = { readonly level: number; readonly title: string; readonly line: number; readonly bodyFrom: number };

/** Reads a Markdown text; never fails. Headings, tables and fields inside fenced code are not headings, tables and fields. */
export function markdownDocument(text: string): MarkdownDocument {
  const lines = linesOf(text);
  const front = frontMatterOf(lines);
  const prose = withoutCode(lines, front.last);
  const headings = headingsOf(prose);
  return {
    frontMatter: front.value, frontMatterLines: front.last === 0 ? null : [1, front.last],
    sections: sectionsOf(headings, lines),
    tables: tablesOf(prose, headings),
    fields: fieldsOf(prose, headings),
    lines,
  };
}

/** `last` is the line of the closing mark, 0 where there is no front matter. */
function frontMatterOf(lines: readonly string[]): { readonly value: unknown; readonly last: number } {
  if (lines[0]?.trimEnd() !== '---') return { value: undefined, last: 0 };
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1) return { value: undefined, last: 0 };
  const parsed = yamlDocuments(lines.slice(1, end).join('\n'));
  return { value: parsed.ok ? parsed.documents[0] : undefined, last: end + 1 };
}

/** Lines by index, '' for front matter and code. */
function withoutCode(lines: readonly string[], frontMatterLast: number): readonly string[] {
  let fence: string | null = null;
  return lines.map((line, index) => {
    if (index < frontMatterLast) return '';
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (mark !== null && mark.startsWith(fence) && line.trim() === mark) fence = null;
      return '';
    }
    fence = mark;
    return mark === null ? line : '';
  });
}

function headingsOf(prose: readonly string[]): readonly Heading[] {
  return prose.flatMap((line, index): readonly Heading[] => {
    const [, signs, title] = /^\s{0,3}(#{1,6})(?:\s+(.*?))?\s*#*\s*$/.exec(line.slice(0, 1_000)) ?? [];
    if (signs !== undefined) return [{ level: signs.length, title: plainText(title ?? ''), line: index + 1, bodyFrom: index + 2 }];
    const under = prose[index + 1] ?? '';
    if (line.trim() === '' || /^\s*(?:[|>*+-]|\d+[.)])\s/.test(line) || !/^\s{0,3}(?:={3,}|-{3,})\s*$/.test(under)) return [];
    return [{ level: under.includes('=') ? 1 : 2, title: plainText(line), line: index + 1, bodyFrom: index + 3 }];
  });
}

function sectionsOf(headings: readonly Heading[], lines: readonly string[]): readonly Section[] {
  const ends = sectionEnds(headings, lines.length);
  return headings.map(({ level, title, line, bodyFrom }, index) => ({
    level, title, lines: [line, ends[index] ?? lines.length],
    body: lines.slice(bodyFrom - 1, (headings[index + 1]?.line ?? lines.length + 1) - 1).join('\n').trim(),
  }));
}

/** The last line of each section, found from the end with the nearest heading of every level. */
function sectionEnds(headings: readonly Heading[], last: number): readonly number[] {
  const nextOf: number[] = Array.from({ length: 7 }, () => last + 1);
  const ends = headings.map(() => last);
  for (let index = headings.length - 1; index >= 0; index -= 1) {
    const heading = headings[index];
    if (heading === undefined) continue;
    ends[index] = Math.min(...nextOf.slice(1, heading.level + 1)) - 1;
    nextOf[heading.level] = heading.line;
  }
  return ends;
}

function tablesOf(prose: readonly string[], headings: readonly Heading[]): readonly MarkdownTable[] {
  const headingAt = headingFinder(headings);
  let last = 0;
  return prose.flatMap((line, index): readonly MarkdownTable[] => {
    const head = prose[index - 1] ?? '';
    if (index <= last || !head.includes('|') || !isTableRule(line)) return [];
    last = index + 1;
    while (prose[last]?.includes('|') === true) last += 1;
    const rows = prose.slice(index + 1, last).map((row, offset) => ({ cells: cellsOf(row), line: index + 2 + offset }));
    return [{ heading: headingAt(index), header: cellsOf(head), rows, lines: [index, last] }];
  });
}

/** The line below the header: `|---|---:|`. */
function isTableRule(line: string): boolean {
  return line.includes('|') && /^[\s|:-]+$/.test(line) && /-/.test(line);
}

function cellsOf(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => plainText(cell.replaceAll('\\|', '|')));
}

const fieldLine = /^\s{0,8}(?:[-*+]\s+|\d+[.)]\s+)?(\*\*|__)?([^\s*_:：|`#>-][^*:：|`]{0,79}?)(?:\*\*|__)?\s*[:：]\s*(?:\*\*|__)?\s*(\S.*)$/;

function fieldsOf(prose: readonly string[], headings: readonly Heading[]): readonly Field[] {
  const headingAt = headingFinder(headings);
  return prose.flatMap((line, index): readonly Field[] => {
    const [, , name, value] = fieldLine.exec(line.slice(0, 2_000)) ?? [];
    if (name === undefined || value === undefined || /^\/\//.test(value) || line.trimStart().startsWith('|')) return [];
    return [{ heading: headingAt(index + 1), name: name.trim(), value: plainText(value), line: index + 1 }];
  });
}

/** The title of the last heading at or before a line; lines are asked for in rising order. */
function headingFinder(headings: readonly Heading[]): (line: number) => string {
  let next = 0;
  return (line) => {
    while (next < headings.length && (headings[next]?.line ?? 0) <= line) next += 1;
    return headings[next - 1]?.title ?? '';
  };
}

/** Text without the marks of emphasis, code and links. */
function plainText(written: string): string {
  return written.trim().replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1').replace(/\*\*|__|`/g, '').trim();
}
