import { palette, type Wording } from '#assessments';
import { artefact, contentWidth, destination, paper, tagged, writeAt, widthOf, type Canvas } from './canvas.ts';
import { printable } from './printable.ts';
import { baseline, drawLines, heightOf, setWording } from './setting.ts';
import { styles } from './styles.ts';
import { typeface } from './typeface.ts';

const entryHeight = 17;

/** The contents, written onto the cover once every page is known; each entry leads to its page. */
export function drawContents(canvas: Canvas, title: Wording, top: number): void {
  const entries = canvas.headings.filter(({ level }) => level === 1);
  // A cover that is full keeps to the bookmarks: half a list of contents would mislead.
  if (top + 24 + entries.length * entryHeight > paper.foot) return;
  canvas.pdf.switchToPage(0);
  const list = canvas.pdf.struct('TOC');
  canvas.root.add(list);
  const heading = setWording(title, styles.heading3, contentWidth);
  drawLines(canvas, canvas.root, 'P', heading, paper.left, top);
  let y = top + heightOf(heading) + 2;
  for (const { text, page, anchor } of entries) {
    const number = String(page + 1);
    const item = canvas.pdf.struct('TOCI');
    list.add(item);
    tagged(canvas, item, 'TOCI', () => {
      writeAt(canvas, printable(text, typeface('regular').has), paper.left, baseline(y, { size: 10, leading: entryHeight }), { face: 'regular', size: 10, colour: palette.ink });
      writeAt(canvas, ` ${number}`, paper.right - widthOf(` ${number}`, 'regular', 10), baseline(y, { size: 10, leading: entryHeight }), { face: 'regular', size: 10, colour: palette.ink });
    });
    const link = canvas.pdf.struct('Link');
    item.add(link);
    canvas.pdf.goTo(paper.left, y, contentWidth, entryHeight, destination(anchor), { structParent: link, Contents: pdfString(text) });
    item.end();
    leader(canvas, y, widthOf(text, 'regular', 10), widthOf(number, 'regular', 10));
    y += entryHeight;
  }
}

function leader(canvas: Canvas, y: number, left: number, right: number): void {
  artefact(canvas, () => {
    canvas.pdf.save().moveTo(paper.left + left + 8, y + 12.5).lineTo(paper.right - right - 8, y + 12.5).lineWidth(0.5).dash(0.6, { space: 3 }).stroke(palette.edge).restore();
  });
}

/** pdfkit writes a plain string as a name and a String object as text. */
function pdfString(text: string): string {
  return new String(text) as string;
}
