import type { ReportDocument } from '#assessments';
import { paper, type Canvas } from './canvas.ts';

type Block = ReportDocument['pages'][number];
type Heading = Extract<Block, { readonly kind: 'heading' }>;

/** The bookmarks of a reader: chapters, and what is in them one level deeper. */
export function createOutline(canvas: Canvas): (heading: Heading, y: number) => void {
  let chapter: PDFKit.PDFOutline | null = null;
  return ({ level, text }, y) => {
    const title = text.map((line) => line.text).join(' / ');
    const spot = { top: Math.max(0, y - 8), left: paper.width };
    if (level === 1) chapter = canvas.pdf.outline.addItem(title, { ...spot, expanded: true });
    if (level === 2 && chapter !== null) chapter.addItem(title, spot);
  };
}
