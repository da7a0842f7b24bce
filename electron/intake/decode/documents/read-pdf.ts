import type { getDocumentProxy } from 'unpdf';
import { instantOf } from '#assessments';
import type { DocumentLimits } from '../decode-limits.ts';
import { characterMaps } from './character-maps.ts';
import { withinBounds } from './pdf-bounds.ts';
import { type DocumentContent, DocumentUnreadable, nameOf, plainDocument } from './read-document.ts';
import { unreadIn } from './unread-text.ts';

/** Nothing is drawn, run or fetched; fonts are read only for what their signs mean. */
const settings = {
  isEvalSupported: false, useSystemFonts: false, disableFontFace: true, enableXfa: false, useWasm: false, useWorkerFetch: false, disableAutoFetch: true, disableStream: true,
  disableRange: true, stopAtErrors: false, maxImageSize: 1, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, verbosity: 0, cMapUrl: 'character-maps/', cMapPacked: false,
} as const;

/** The text of a PDF page by page, and what it says of itself. One with a password is told as such; throws `DocumentUnreadable`. */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<DocumentContent> {
  if (bytes.length > limits.fileBytes) throw new DocumentUnreadable('documentTooLarge');
  // Loaded only where there is a PDF: it is large.
  const library = await import('unpdf');
  try {
    const { value, exceeded } = await withinBounds(limits, () => withDocument(library.getDocumentProxy, bytes, limits));
    return exceeded ? { ...value, decoded: { ...value.decoded, complete: false } } : value;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException') return { text: null, decoded: { ...plainDocument('pdf'), encrypted: true } };
    throw thrown instanceof DocumentUnreadable ? thrown : new DocumentUnreadable(thrown instanceof RangeError ? 'documentTooLarge' : 'documentDamaged');
  }
}

type Open = typeof getDocumentProxy;
type Pdf = Awaited<ReturnType<Open>>;

async function withDocument(open: Open, bytes: Uint8Array, limits: DocumentLimits): Promise<DocumentContent> {
  // The library takes the bytes it is given for itself.
  const maps = characterMaps();
  const pdf = await open(Uint8Array.from(bytes), { ...settings, BinaryDataFactory: maps.factory });
  try {
    const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
    const { lines, pageLines, complete } = await linesOf(pdf, limits);
    const unread = maps.lacking() ? 'letters' : unreadIn(lines, pageLines);
    const said = (name: string): string | null => nameOf(typeof info[name] === 'string' ? info[name] : null);
    return {
      text: lines.length === 0 ? null : lines.join('\n'), ...(unread === null ? {} : { unread }),
      decoded: {
        ...plainDocument('pdf'), complete, title: said('Title'), tool: said('Producer') ?? said('Creator'), createdAt: momentOf(said('CreationDate')), updatedAt: momentOf(said('ModDate')),
        pages: pdf.numPages, pageLines: lines.length === 0 ? [] : pageLines, active: await isActive(pdf),
      },
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

type PdfLines = { readonly lines: readonly string[]; readonly pageLines: readonly number[]; readonly complete: boolean };

async function linesOf(pdf: Pdf, { pages, lines: mostLines, characters }: DocumentLimits): Promise<PdfLines> {
  const lines: string[] = [];
  const pageLines: number[] = [];
  let room = characters;
  for (let number = 1; number <= Math.min(pdf.numPages, pages); number += 1) {
    if (room <= 0 || lines.length >= mostLines) return { lines, pageLines, complete: false };
    pageLines.push(lines.length + 1);
    const text = (await textOfPage(pdf, number)).slice(0, room);
    room -= text.length;
    lines.push(...text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim().toWellFormed()).filter((line) => line !== '').slice(0, mostLines - lines.length));
  }
  return { lines, pageLines, complete: pdf.numPages <= pages && room > 0 && lines.length < mostLines };
}

/** A page that is broken has no text; the others are read all the same. */
async function textOfPage(pdf: Pdf, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  } catch (thrown) {
    if (thrown instanceof RangeError) throw thrown;
    return '';
  }
}

/** Attachments, and programs that run when it is opened. */
async function isActive(pdf: Pdf): Promise<boolean> {
  const [attachments, programs] = [await pdf.getAttachments().catch(() => null), await pdf.getJSActions().catch(() => null)];
  return Object.keys((attachments as object | null) ?? {}).length > 0 || Object.keys(programs ?? {}).length > 0;
}

/** `D:20260304101500+08'00'`, with less where less is known. */
function momentOf(written: string | null): string | null {
  const [, digits = '', zone = ''] = /^(?:D:)?(\d{4,14})(Z|[+-]\d{2}'?(?:\d{2})?)?/.exec(written ?? '') ?? [];
  if (digits === '') return null;
  const [year, month, day, ...time] = [digits.slice(0, 4), ...Array.from({ length: 5 }, (_part, at) => digits.slice(4 + at * 2, 6 + at * 2) || (at < 2 ? '01' : '00'))];
  const offset = zone.length > 1 ? `${zone.slice(0, 3)}:${zone.slice(3).replace(/\D/g, '').padEnd(2, '0')}` : zone;
  return instantOf(`${year}-${month}-${day}${digits.length < 10 ? '' : `T${time.join(':')}${offset}`}`);
}
