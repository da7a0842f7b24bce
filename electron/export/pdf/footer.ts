import { palette } from '#assessments';
import { artefact, hairline, paper, widthOf, writeAt, type Canvas } from './canvas.ts';
import { printable } from './printable.ts';
import { styles } from './styles.ts';
import { typeface } from './typeface.ts';

/** Marking, edition, fingerprint and page number on every page but the cover. */
export function drawFooters(canvas: Canvas): void {
  const { pdf, document: { footer, furniture } } = canvas;
  const { has } = typeface('regular');
  const pages = canvas.page + 1;
  for (let page = 1; page < pages; page += 1) {
    pdf.switchToPage(page);
    const number = furniture.page.map(({ text }) => text).join(' / ').replaceAll('{page}', String(page + 1)).replaceAll('{pages}', String(pages));
    artefact(canvas, () => {
      hairline(canvas, paper.foot - 12, palette.line);
      writeAt(canvas, printable(`${footer.marking}   ${footer.edition}   ${footer.fingerprint}`, has), paper.left, paper.foot, styles.foot);
      writeAt(canvas, number, paper.right - widthOf(number, 'regular', styles.foot.size), paper.foot, styles.foot);
    }, 'Pagination');
  }
}
