import type { FactOf } from '../../facts.ts';
import type { SourceFile } from '../../file.ts';
import { instantOf } from '../../instant.ts';
import type { MarkdownDocument, Section } from '../../markdown-document.ts';
import { isReleaseFolder, releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { linesOf } from '../../text-lines.ts';
import type { RecordShape } from './record-shape.ts';

/** `[REQUIRED: …]`, `[ORGANIZATION NAME REQUIRED]`: what a generator could not fill in. */
const required = /\[(?:REQUIRED\b[^\]]{0,500}|[^\]\[\n]{0,80}\bREQUIRED)\]/g;

/** A page in a release folder that links to at least two files beside it: the index of the folder. */
export const folderIndex: RecordShape = {
  recognises: (file, documents) => documents.kind === 'markdown' && isIndex(file, documents.markdown),
  read: (file, documents) => {
    if (documents.kind !== 'markdown') return { facts: [], fragments: [] };
    const listed = linksBeside(documents.markdown);
    const binder = { ...binderFact(file, documents.markdown), sections: listed, filled: listed };
    return { facts: [binder], fragments: releaseRecord(file, 'other', binder.place, { createdAt: generatedAt(documents.markdown), placeholders: binder.placeholders }) };
  },
};

/** Technical documentation as Annex IV of the EU AI Act asks for it, or any Markdown in a release folder with `[REQUIRED: …]` left in it. */
export const technicalDocumentation: RecordShape = {
  recognises: (file, documents) => documents.kind === 'markdown' && !isIndex(file, documents.markdown) && isDocumentation(file, documents.markdown),
  read: (file, documents) => {
    if (documents.kind !== 'markdown') return { facts: [], fragments: [] };
    const chapters = chaptersIn(documents.markdown);
    const binder: FactOf<'evidence.binder'> = {
      ...binderFact(file, documents.markdown),
      sections: chapters.map(({ title }) => title), filled: chapters.filter(({ filled }) => filled).map(({ title }) => title), missing: missingIn(file.text ?? ''),
    };
    return { facts: [binder], fragments: releaseRecord(file, 'other', binder.place, { createdAt: null, placeholders: binder.placeholders }) };
  },
};

/** A plain text of nothing but `[REQUIRED: …]` lines: the list of what a document still lacks. */
export const missingFields: RecordShape = {
  recognises: (file, documents) => documents.kind === 'none' && isListOfMissing(file.text),
  read: (file) => {
    const text = file.text ?? '';
    const missing = missingIn(text);
    const place = { file: file.path, lines: [1, lastLine(text)] as const };
    return {
      facts: [{ type: 'evidence.binder', place, also: [], release: releaseOfPath(file.path), name: file.path, sections: missing, filled: [], missing, placeholders: missing.length }],
      fragments: releaseRecord(file, 'other', place),
    };
  },
};

function isIndex(file: SourceFile, markdown: MarkdownDocument): boolean {
  return isReleaseFolder(file.path) && markdown.lines.length <= 500 && markdown.frontMatterLines === null && markdown.sections.length > 0 && linksBeside(markdown).length >= 2 && !isAnnex(markdown);
}

function isAnnex({ sections }: MarkdownDocument): boolean {
  return sections.some(({ level, title }) => level === 1 && /^annex iv\b|\btechnical documentation\b|^附件四|技术文档$/i.test(title));
}

function isDocumentation(file: SourceFile, markdown: MarkdownDocument): boolean {
  return (isAnnex(markdown) && markdown.sections.length >= 3 && (isReleaseFolder(file.path) || /^annex/i.test(markdown.sections[0]?.title ?? ''))) || (isReleaseFolder(file.path) && missingIn(file.text ?? '').length > 0);
}

function binderFact(file: SourceFile, markdown: MarkdownDocument): FactOf<'evidence.binder'> {
  const [title] = markdown.sections;
  const line = title?.lines[0] ?? 1;
  return {
    type: 'evidence.binder', place: { file: file.path, lines: [line, line] }, also: [], release: releaseOfPath(file.path), name: title?.title ?? file.path,
    sections: [], filled: [], missing: [], placeholders: missingIn(file.text ?? '').length,
  };
}

/** Texts of links to files of the same folder, in order, each once. */
function linksBeside({ lines }: MarkdownDocument): readonly string[] {
  const links = lines.slice(0, 500).flatMap((line) => [...line.slice(0, 2_000).matchAll(/\[([^\]\[]{1,200})\]\((?:\.\/)?([^()\s/#?:]{1,200}\.(?:json|ya?ml|md|txt|html?|csv|xlsx|pdf|xml|toml|docx))\)/gi)]);
  return [...new Set(links.map(([, text = '']) => text.replaceAll('`', '').trim()))].filter((text) => text !== '');
}

/** `Generated on: 2025-05-19 20:38:48`, `**Generated:** 2025-05-16 08:35:11`. */
function generatedAt({ fields }: MarkdownDocument): string | null {
  return instantOf(fields.find(({ name }) => /^generated(?: on| at)?$|^生成(?:时间|于)$/i.test(name))?.value ?? null);
}

/** The second level where there is one, with whether anything but headings stands in it. */
function chaptersIn({ sections, lines }: MarkdownDocument): readonly { readonly title: string; readonly filled: boolean }[] {
  const second = sections.filter(({ level }) => level === 2);
  const chapters = second.length >= 2 ? second : sections.slice(1);
  return chapters.map((chapter) => ({ title: chapter.title, filled: isFilled(chapter, lines) }));
}

function isFilled({ lines: [first, last] }: Section, lines: readonly string[]): boolean {
  const body = lines.slice(first, last).filter((line) => !/^\s*(?:#|-{3,}\s*$|\||:?$)/.test(line)).join('\n').replaceAll(required, '');
  const cells = lines.slice(first, last).filter((line) => /^\s*\|/.test(line) && !/^[\s|:-]*$/.test(line));
  return /[\p{L}\p{N}]{2}/u.test(body.replaceAll(/\*\*[^*\n]{0,100}\*\*/g, '')) || cells.length > 1;
}

function missingIn(text: string): readonly string[] {
  return [...text.matchAll(required)].map(([written]) => written.slice(1, -1).replace(/^REQUIRED:?\s*/, '').replace(/\s+/g, ' ').trim());
}

function isListOfMissing(text: string | null): boolean {
  if (text === null || text.length > 200_000 || !text.trimStart().startsWith('[')) return false;
  return missingIn(text).length > 0 && text.replaceAll(required, '').trim() === '';
}

function lastLine(text: string): number {
  const lines = linesOf(text);
  return lines.at(-1) === '' && lines.length > 1 ? lines.length - 1 : lines.length;
}
