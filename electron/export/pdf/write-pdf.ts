import type { ReportDocument } from '#assessments';
import { drawBlock } from './blocks.ts';
import { openCanvas } from './canvas.ts';
import { drawContents } from './contents.ts';
import { drawFooters } from './footer.ts';
import { createOutline } from './outline.ts';

/**
 * The report as a tagged PDF: A4, outlined, page x of y, fonts embedded as subsets. The same document gives the same
 * bytes, because nothing in it comes from clock or chance.
 */
export async function writePdf(document: ReportDocument): Promise<Uint8Array> {
  const canvas = openCanvas(document);
  const bytes = collect(canvas.pdf);
  const outline = createOutline(canvas);
  let contentsTop = 0;
  for (const block of document.pages) {
    drawBlock(canvas, block, outline);
    if (block.kind === 'cover') contentsTop = canvas.y + 16;
  }
  const cover = document.pages.find((block) => block.kind === 'cover');
  if (cover !== undefined && cover.contents !== null) drawContents(canvas, cover.contents, contentsTop);
  drawFooters(canvas);
  canvas.root.end();
  canvas.pdf.end();
  return bytes;
}

async function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
