import { levelColours, palette, type Block } from '#assessments';
import { contentWidth, ensure, paper, widthOf, writeAt, type Canvas } from './canvas.ts';
import { drawLines, heightOf, passage, setWording } from './setting.ts';
import { styles } from './styles.ts';

type Verdict = Extract<Block, { readonly kind: 'verdict' }>;
const side = 84;
const size = 54;

/** The level as one large numeral on its own colour, the interval beneath, the ring of the target, and why. */
export function drawVerdict(canvas: Canvas, { mark, interval, why }: Verdict): void {
  const column = contentWidth - side - 20;
  const lines = why.flatMap((sentence, index) => setWording(sentence, index === why.length - 1 ? styles.small : styles.body, column));
  const beneath = interval === null ? [] : setWording(interval, { ...styles.label, align: 'center' }, side);
  const height = Math.max(side + 4 + heightOf(beneath), heightOf(lines)) + 4;
  ensure(canvas, height);
  const { y } = canvas;
  drawLines(canvas, canvas.root, 'P', [{ height: side, passage: passage(null, mark.name), draw: (on) => { numeral(on, mark, y); } }], paper.left, y);
  drawLines(canvas, canvas.root, 'P', beneath, paper.left, y + side + 3);
  drawLines(canvas, canvas.root, 'P', lines, paper.left + side + 20, y);
  canvas.y += height + 8;
}

function numeral(canvas: Canvas, mark: Verdict['mark'], y: number): void {
  const { fill, edge, digit } = levelColours(mark.level ?? 0);
  const text = mark.level === null ? '–' : String(mark.level);
  canvas.pdf.rect(paper.left, y, side, side).fill(mark.level === null ? palette.panel : fill);
  canvas.pdf.rect(paper.left + 0.5, y + 0.5, side - 1, side - 1).lineWidth(1).stroke(mark.level === null ? palette.line : edge);
  writeAt(canvas, text, paper.left + (side - widthOf(text, 'bold', size)) / 2, y + side / 2 + size * 0.36, { face: 'bold', size, colour: mark.level === null ? palette.muted : digit });
  if (mark.target !== null) ring(canvas, mark.target, y);
}

/** The target stands in a hollow ring on the upper right corner. */
function ring(canvas: Canvas, target: number, y: number): void {
  const x = paper.left + side - 4;
  canvas.pdf.circle(x, y + 4, 11).fill(palette.paper);
  canvas.pdf.circle(x, y + 4, 11).lineWidth(1.6).stroke(palette.accent);
  writeAt(canvas, String(target), x - widthOf(String(target), 'bold', 11) / 2, y + 4 + 11 * 0.36, { face: 'bold', size: 11, colour: palette.accent });
}
