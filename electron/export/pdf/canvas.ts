import PDFDocument from 'pdfkit';
import type { Language, ReportDocument } from '#assessments';
import { printable } from './printable.ts';
import { typeface, type Face } from './typeface.ts';

export type Structure = PDFKit.PDFStructureElement;

const point = 72 / 25.4;
/** A4 with 20 mm margins, in points; the foot of the page stands below `bottom`. */
export const paper = { width: 210 * point, height: 297 * point, left: 20 * point, right: 190 * point, top: 20 * point, bottom: 277 * point, foot: 284 * point } as const;
export const contentWidth = paper.right - paper.left;

/** The page being written: where the pen stands, and what has been noted for outline and contents. */
export type Canvas = {
  readonly pdf: PDFKit.PDFDocument;
  readonly document: ReportDocument;
  readonly root: Structure;
  /** Where links lead: those anchors of the document that exist. */
  readonly anchors: ReadonlySet<string>;
  readonly headings: { readonly text: string; readonly anchor: string; readonly page: number; readonly level: number }[];
  y: number;
  page: number;
};

/** An empty canvas on its first page. Every byte follows from the document: the date is the report's own. */
export function openCanvas(document: ReportDocument): Canvas {
  const face = typeface('regular');
  const title = printable(document.title, face.has).replace(/[<>&]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  const pdf = new PDFDocument({
    size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false, pdfVersion: '1.7', tagged: true, displayTitle: true,
    lang: document.languages[0] === 'en' ? 'en' : 'zh-CN',
    info: { Title: title, Creator: 'MLOps Maturity Workbench', Producer: 'MLOps Maturity Workbench', CreationDate: new Date(document.at) },
  });
  for (const name of ['regular', 'bold'] as const) pdf.registerFont(name, typeface(name).source as unknown as string);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const canvas: Canvas = { pdf, document, root, anchors: anchorsOf(document), headings: [], y: paper.top, page: -1 };
  newPage(canvas);
  return canvas;
}

export function newPage(canvas: Canvas): void {
  canvas.pdf.addPage({ size: 'A4', margin: 0 });
  canvas.page += 1;
  canvas.y = paper.top;
}

/** Begins a new page unless this much still fits on the one at hand. */
export function ensure(canvas: Canvas, height: number): void {
  if (canvas.y + height > paper.bottom && canvas.y > paper.top) newPage(canvas);
}

/** Draws something as the content of a structure element. */
export function tagged(canvas: Canvas, element: Structure, tag: string, draw: () => void): void {
  const content = canvas.pdf.markStructureContent(tag);
  draw();
  canvas.pdf.endMarkedContent();
  element.add(content);
}

/** Draws something that says nothing: lines, fills, what is repeated on every page. */
export function artefact(canvas: Canvas, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  canvas.pdf.markContent('Artifact', { type });
  draw();
  canvas.pdf.endMarkedContent();
}

export function writeAt({ pdf }: Canvas, text: string, x: number, baseline: number, style: { readonly face: Face; readonly size: number; readonly colour: string }): void {
  pdf.font(style.face, style.size).fillColor(style.colour).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

export function hairline({ pdf }: Canvas, y: number, colour: string, width = 0.5): void {
  pdf.moveTo(paper.left, y).lineTo(paper.right, y).lineWidth(width).stroke(colour);
}

/** Width of a text in points, as it will be drawn. */
export function widthOf(text: string, face: Face, size: number): number {
  const { advance } = typeface(face);
  let ems = 0;
  for (const sign of text) ems += advance(sign.codePointAt(0) ?? 0);
  return ems * size;
}

/** The tag of a language where it differs from the document's own. */
export function languageTag(language: Language | null): { readonly lang: string } | Record<string, never> {
  return language === null ? {} : { lang: language === 'zh' ? 'zh-CN' : 'en' };
}

/** The name of a link's target inside the file. */
export function destination(anchor: string): string {
  return anchor.replace(/[^A-Za-z0-9.-]/g, '-');
}

function anchorsOf({ pages }: ReportDocument): ReadonlySet<string> {
  return new Set(pages.flatMap((block) => {
    if (block.kind === 'heading') return [block.anchor];
    return block.kind === 'table' ? block.rows.flatMap((row) => (row.kind === 'cells' && row.anchor !== undefined ? [row.anchor] : [])) : [];
  }));
}
