import { palette, type Block } from '#assessments';
import { artefact, contentWidth, hairline, paper, writeAt, widthOf, type Canvas } from './canvas.ts';
import { baseline, drawLines, heightOf, setWording } from './setting.ts';
import { styles } from './styles.ts';

type Cover = Extract<Block, { readonly kind: 'cover' }>;
const labelWidth = { one: 104, both: 150 } as const;

/** The first page: title, what it is about, the notes that bind every reader, and room for the contents. */
export function drawCover(canvas: Canvas, cover: Cover): void {
  marking(canvas);
  canvas.y = paper.top + (canvas.document.languages.length > 1 ? 40 : 74);
  const title = setWording(cover.title, styles.title, contentWidth, styles.titleBeneath);
  put(canvas, 'H1', title);
  canvas.y += 4;
  put(canvas, 'P', setWording(cover.subtitle, styles.subtitle, contentWidth, { ...styles.subtitle, size: 11, leading: 17 }));
  canvas.y += 18;
  artefact(canvas, () => { hairline(canvas, canvas.y, palette.ink, 1); });
  canvas.y += 12;
  for (const { label, value } of cover.fields) field(canvas, label, value);
  canvas.y += 10;
  artefact(canvas, () => { hairline(canvas, canvas.y, palette.line); });
  canvas.y += 10;
  for (const note of cover.notes) { put(canvas, 'P', setWording(note, styles.small, contentWidth)); canvas.y += 4; }
}

function put(canvas: Canvas, tag: string, lines: ReturnType<typeof setWording>): void {
  drawLines(canvas, canvas.root, tag, lines, paper.left, canvas.y);
  canvas.y += heightOf(lines);
}

function field(canvas: Canvas, label: Cover['title'], value: Cover['title']): void {
  const column = label.length > 1 ? labelWidth.both : labelWidth.one;
  const names = setWording(label, styles.label, column - 8, { ...styles.label, size: 8 });
  const values = setWording(value, { ...styles.body, size: 10, leading: 15.5, breaking: 'code' }, contentWidth - column);
  drawLines(canvas, canvas.root, 'P', names, paper.left, canvas.y);
  drawLines(canvas, canvas.root, 'P', values, paper.left + column, canvas.y);
  canvas.y += Math.max(heightOf(names), heightOf(values)) + 4;
}

/** How the report is marked stands at the head of the cover, as on every foot. */
function marking(canvas: Canvas): void {
  const text = canvas.document.footer.marking;
  const width = widthOf(text, 'regular', 9);
  artefact(canvas, () => {
    canvas.pdf.rect(paper.right - width - 14, paper.top, width + 14, 18).lineWidth(0.8).stroke(palette.ink);
    writeAt(canvas, text, paper.right - width - 7, baseline(paper.top, { size: 9, leading: 18 }), { face: 'regular', size: 9, colour: palette.ink });
  });
}
