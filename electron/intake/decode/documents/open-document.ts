import type { DocumentLimits } from '../decode-limits.ts';
import type { PartHandler, Parts } from '../xlsx/parts.ts';
import { openProperties } from './properties.ts';
import { type DocumentContent, DocumentUnreadable, plainDocument } from './read-document.ts';
import { type TextLines, textLines } from './text-lines.ts';

const activePart = /^(?:Basic\/|Scripts\/|Object [^/]*$|ObjectReplacements\/.*\.bin$)/;

/** A text or presentation in OpenDocument. Throws `DocumentUnreadable` where it is encrypted or something else. */
export async function readOpenDocument(parts: Parts, limits: DocumentLimits): Promise<DocumentContent> {
  if (await isEncrypted(parts)) throw new DocumentUnreadable('documentEncrypted');
  const lines = textLines(limits);
  const found: { kind: 'odt' | 'odp' | null; pages: number } = { kind: null, pages: 0 };
  await parts.run('content.xml', contents(lines, found));
  if (found.kind === null) throw new DocumentUnreadable('unreadFormat');
  const { text, pageLines } = lines.written();
  const said = await openProperties(parts);
  return {
    text,
    decoded: { ...plainDocument(found.kind), ...said, pages: found.kind === 'odp' ? found.pages : said.pages, complete: !lines.full(), pageLines: found.pages > 1 || found.kind === 'odp' ? pageLines : [], active: parts.names.some((name) => activePart.test(name)) },
  };
}

async function isEncrypted(parts: Parts): Promise<boolean> {
  let encrypted = false;
  await parts.run('META-INF/manifest.xml', { open: (name, _attribute, stop) => {
    if (name !== 'encryption-data') return;
    encrypted = true;
    stop();
  } });
  return encrypted;
}

/** What was taken out, what somebody remarked, and how lists of numbers go is not the text of the document. */
const skippedParts = new Set(['tracked-changes', 'annotation', 'automatic-styles', 'font-face-decls', 'scripts', 'master-styles']);

/** `found` is told what kind of document it is, and its pages. */
function contents(lines: TextLines, found: { kind: 'odt' | 'odp' | null; pages: number }): PartHandler {
  let skipped = 0;
  let paragraphs = 0;
  const pageBegins = (): void => {
    found.pages += 1;
    lines.page();
  };
  const paragraphBegins = (): void => {
    paragraphs += 1;
    lines.paragraph();
  };
  const gap = (): void => { lines.text(' '); };
  const begins = new Map<string, () => void>([
    ['p', paragraphBegins], ['h', paragraphBegins], ['page', pageBegins], ['soft-page-break', pageBegins], ['tab', gap], ['line-break', gap], ['s', gap],
    ['table-row', () => { lines.row('begins'); }], ['presentation', () => { found.kind ??= 'odp'; }],
    ['text', () => {
      if (found.kind === null) pageBegins();
      found.kind ??= 'odt';
    }],
  ]);
  return {
    open: (name, _attribute, stop) => {
      if (skippedParts.has(name)) skipped += 1;
      if (lines.full() || name === 'spreadsheet') stop();
      if (skipped > 0) return;
      begins.get(name)?.();
    },
    text: (text) => { if (skipped === 0 && paragraphs > 0) lines.text(text); },
    close: (name) => {
      if (skippedParts.has(name)) skipped -= 1;
      if (skipped > 0) return;
      if (name === 'p' || name === 'h') {
        paragraphs -= 1;
        lines.paragraph();
      }
      if (name === 'table-cell') lines.cell();
      if (name === 'table-row') lines.row('ends');
    },
  };
}
