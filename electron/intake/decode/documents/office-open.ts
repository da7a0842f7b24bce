import type { DocumentLimits } from '../decode-limits.ts';
import type { PartHandler, Parts } from '../xlsx/parts.ts';
import { officeProperties } from './properties.ts';
import { type DocumentContent, DocumentUnreadable, plainDocument } from './read-document.ts';
import { relationsOf } from './relations.ts';
import { type TextLines, textLines } from './text-lines.ts';

const wordPart = 'word/document.xml';
const slidesPart = 'ppt/presentation.xml';
const activePart = /(?:^|\/)(?:vbaProject\.bin$|embeddings\/|activeX\/)/i;

/** A text or presentation in Office Open XML. Throws `DocumentUnreadable` where it is something else. */
export async function readOfficeOpen(parts: Parts, limits: DocumentLimits): Promise<DocumentContent> {
  const read = await readWord(parts, limits) ?? await readSlides(parts, limits);
  if (read === null) throw new DocumentUnreadable('unreadFormat');
  return read;
}

/** A text of Word: its paragraphs and rows, then its notes, heads and feet. Null where it is none. */
async function readWord(parts: Parts, limits: DocumentLimits): Promise<DocumentContent | null> {
  if (!parts.names.includes(wordPart)) return null;
  const lines = textLines(limits);
  const breaks = await readPages(parts, lines);
  const { inside, outside } = await relationsOf(parts, wordPart);
  const seen = new Set<string>();
  for (const kind of ['footnotes', 'endnotes', 'header', 'footer']) {
    for (const { part } of inside.filter((relation) => relation.kind === kind && !seen.has(relation.part))) {
      seen.add(part);
      await parts.run(part, paragraphs(lines, () => undefined));
    }
  }
  const { text, pageLines } = lines.written();
  const said = await officeProperties(parts, 'Pages');
  return {
    text,
    decoded: { ...plainDocument('docx'), ...said, complete: !lines.full(), pageLines: breaks > 0 ? pageLines : [], active: outside > 0 || parts.names.some((name) => activePart.test(name)) },
  };
}

/** Where Word noted how it laid the pages out, its marks count; otherwise the breaks that somebody set. */
async function readPages(parts: Parts, lines: TextLines): Promise<number> {
  let laidOut = false;
  await parts.run(wordPart, { open: (name, _attribute, stop) => {
    if (name !== 'lastRenderedPageBreak') return;
    laidOut = true;
    stop();
  } });
  let breaks = 0;
  lines.page();
  await parts.run(wordPart, paragraphs(lines, (name, attribute) => {
    if (laidOut ? name !== 'lastRenderedPageBreak' : !(name === 'br' && attribute('type') === 'page')) return;
    breaks += 1;
    lines.page();
  }));
  return breaks;
}

/** Slides in their order, each with its notes; a slide is a page. Null where it is no presentation. */
async function readSlides(parts: Parts, limits: DocumentLimits): Promise<DocumentContent | null> {
  if (!parts.names.includes(slidesPart)) return null;
  const lines = textLines(limits);
  const { inside, outside } = await relationsOf(parts, slidesPart);
  const ids: string[] = [];
  await parts.run(slidesPart, { open: (name, attribute) => { if (name === 'sldId') ids.push(idOf(attribute)); } });
  const byId = new Map(inside.filter(({ kind }) => kind === 'slide').map(({ id, part }) => [id, part] as const));
  let leading = outside;
  let pages = 0;
  for (const slide of ids.flatMap((id) => byId.get(id) ?? []).slice(0, limits.parts)) {
    pages += 1;
    lines.page();
    await parts.run(slide, paragraphs(lines, () => undefined));
    const own = await relationsOf(parts, slide);
    leading += own.outside;
    for (const { part } of own.inside.filter(({ kind }) => kind === 'notesSlide').slice(0, 1)) await parts.run(part, paragraphs(lines, () => undefined));
    if (lines.full()) break;
  }
  const { text, pageLines } = lines.written();
  const said = await officeProperties(parts, 'Slides');
  return { text, decoded: { ...plainDocument('pptx'), ...said, pages: said.pages ?? pages, complete: !lines.full(), pageLines, active: leading > 0 || parts.names.some((name) => activePart.test(name)) } };
}

/** `r:id` refers to the part; the `id` beside it is a number of its own. */
function idOf(attribute: (name: string) => string | undefined): string {
  return attribute('r:id') ?? attribute('id') ?? '';
}

/** Paragraphs (`p`), runs of text (`t`) and tables are called alike in texts and slides. Fallbacks repeat what stands beside them; fields of slides are their numbers. */
function paragraphs(lines: TextLines, marked: (name: string, attribute: (name: string) => string | undefined) => void): PartHandler {
  let inText = false;
  let skipped = 0;
  return {
    open: (name, attribute, stop) => {
      if (name === 'Fallback' || name === 'fld') skipped += 1;
      if (lines.full()) stop();
      if (skipped > 0) return;
      inText = name === 't';
      if (name === 'p') lines.paragraph();
      if (name === 'tr') lines.row('begins');
      if (name === 'tab' || name === 'br' || name === 'cr') lines.text(' ');
      marked(name, attribute);
    },
    text: (text) => { if (inText && skipped === 0) lines.text(text); },
    close: (name) => {
      inText = false;
      if (name === 'Fallback' || name === 'fld') skipped -= 1;
      if (skipped > 0) return;
      if (name === 'p') lines.paragraph();
      if (name === 'tc') lines.cell();
      if (name === 'tr') lines.row('ends');
    },
  };
}
