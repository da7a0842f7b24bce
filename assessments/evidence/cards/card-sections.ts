import type { MarkdownDocument, Section } from '../markdown-document.ts';
import { isPlaceholder } from '../placeholder.ts';

/** A heading of a card; filled where something that says anything stands below it or below one of its subheadings. */
export type CardSection = { readonly title: string; readonly filled: boolean; readonly line: number };

/** The headings of a card without its title and its table of contents. */
export function cardSections(markdown: MarkdownDocument): readonly CardSection[] {
  const { sections } = markdown;
  const telling = sections.map((section) => isFilled(section));
  const above: number[] = [];
  for (const [index, { level }] of sections.entries()) {
    while ((sections[above.at(-1) ?? -1]?.level ?? 0) >= level) above.pop();
    if (telling[index] === true) for (const parent of above) telling[parent] = true;
    above.push(index);
  }
  const title = cardTitle(markdown);
  return sections.flatMap((section, index): readonly CardSection[] => {
    if (section === title || section.title === '' || /^(?:table of contents|contents|toc|目录)$/i.test(section.title)) return [];
    return [{ title: section.title.replaceAll(/<[^<>]*>/g, ' ').trim().slice(0, 200).toWellFormed(), filled: telling[index] === true, line: section.lines[0] }];
  });
}

/** The heading of the first level that says it is a card, else the one that stands before all others. */
export function cardTitle({ sections }: MarkdownDocument): Section | null {
  const top = sections.slice(0, 3).filter(({ level }) => level === 1);
  return top.find(({ title }) => /\b(?:model|data(?:set)?) ?card\b|模型卡|数据集卡/i.test(title)) ?? (sections[0]?.level === 1 ? sections[0] : null);
}

export function filledTitles(sections: readonly CardSection[]): readonly string[] {
  return sections.filter(({ filled }) => filled).map(({ title }) => title);
}

export function emptyTitles(sections: readonly CardSection[]): readonly string[] {
  return sections.filter(({ filled }) => !filled).map(({ title }) => title);
}

/** A section with content has a heading in these words. */
export function saysAbout(sections: readonly CardSection[], words: RegExp): boolean {
  return sections.some(({ title, filled }) => filled && words.test(title));
}

function isFilled({ body }: Section): boolean {
  return body !== '' && linesWithoutComments(body).some((line, index, lines) => !isTableHead(line, lines[index + 1]) && isTelling(line));
}

/** The header of a table says nothing by itself, nor does the rule below it. */
function isTableHead(line: string, next: string | undefined): boolean {
  return line.includes('|') && (isTableRule(line) || isTableRule(next ?? ''));
}

function isTableRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}

function linesWithoutComments(body: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  for (let open = body.indexOf('<!--'); open !== -1; open = body.indexOf('<!--', at)) {
    parts.push(body.slice(at, open));
    const end = body.indexOf('-->', open);
    at = end === -1 ? body.length : end + 3;
  }
  return [...parts, body.slice(at)].join('').split('\n');
}

/** Not only a picture, a tag, a link into the page, a label without value, or a placeholder. */
function isTelling(line: string): boolean {
  if (/^\s*(?:[-*+]\s+)?\[[^\]]*\]\(#[^)]*\)\s*$/.test(line.slice(0, 2_000))) return false;
  const text = line.slice(0, 2_000).replaceAll(/<[^<>]*>/g, '').replaceAll(/\]\([^()\s]*\)/g, ']').trim().replace(/^(?:[-*+>]|\d{1,3}[.)])\s+/, '');
  if (/^!\[[^\]]*\]$/.test(text)) return false;
  const value = /^(?:\*\*|__)[^*_]{0,80}(?:[:：]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：])(.*)$/.exec(text)?.[1] ?? (/^.{0,60}[:：]$/.test(text) ? '' : text);
  return /[\p{L}\p{N}][\p{L}\p{N}]/u.test(value) && !isPlaceholder(value);
}
