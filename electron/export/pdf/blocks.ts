import { palette, type ReportDocument } from '#assessments';
import { artefact, contentWidth, destination, ensure, newPage, paper, widthOf, type Canvas } from './canvas.ts';
import { setCell } from './cell.ts';
import { drawChart } from './chart.ts';
import { drawCover } from './cover.ts';
import { drawLevel, levelWidth } from './marks.ts';
import { drawLines, heightOf, passage, setWording, type SetLine } from './setting.ts';
import { styles } from './styles.ts';
import { drawTable } from './table.ts';
import { drawVerdict } from './verdict.ts';

type Block = ReportDocument['pages'][number];
type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;
type Outline = (heading: Of<'heading'>, y: number) => void;

type Drawers = { readonly [Kind in Block['kind']]: (canvas: Canvas, block: Of<Kind>, outline: Outline) => void };

/** How each kind of block is drawn where the pen stands; a new kind does not compile until it is drawn here. */
const drawers: Drawers = {
  cover: drawCover, heading: drawHeading, paragraph: drawParagraph, verdict: drawVerdict, figures: drawFigures, table: drawTable,
  chart: (canvas, { chart, alt, height }) => { drawChart(canvas, chart, alt.map(({ text }) => text).join('\n'), height); },
  legend: drawLegend, list: drawList, 'page-break': newPage,
};

export function drawBlock<Kind extends Block['kind']>(canvas: Canvas, block: Of<Kind>, outline: Outline): void {
  drawers[block.kind](canvas, block, outline);
}

const above = { 1: 14, 2: 14, 3: 8 } as const;
const below = { 1: 6, 2: 4, 3: 0 } as const;
const following = { 1: 80, 2: 120, 3: 40 } as const;

function drawHeading(canvas: Canvas, heading: Of<'heading'>, outline: Outline): void {
  const style = styles[`heading${heading.level}`];
  const indent = heading.mark === null ? 0 : levelWidth(heading.mark) + 8;
  const lines = setWording(heading.text, style, contentWidth - indent, { ...style, face: 'regular', size: style.size * 0.72, leading: style.leading * 0.76, colour: palette.muted });
  ensure(canvas, above[heading.level] + heightOf(lines) + following[heading.level]);
  if (canvas.y > paper.top) canvas.y += above[heading.level];
  canvas.pdf.addNamedDestination(destination(heading.anchor), 'XYZ', 0, canvas.y, null as unknown as number);
  canvas.headings.push({ text: heading.text.map(({ text }) => text).join(' / '), anchor: heading.anchor, page: canvas.page, level: heading.level });
  outline(heading, canvas.y);
  const element = canvas.pdf.struct(`H${heading.level}`);
  canvas.root.add(element);
  const { mark } = heading;
  if (mark !== null) drawLines(canvas, element, 'Span', [{ height: 14, passage: passage(null, mark.name), draw: (on, x, y) => { drawLevel(on, mark, { x, y: y + (style.leading - 13) / 2 }); } }], paper.left, canvas.y);
  drawLines(canvas, element, 'Span', lines, paper.left + indent, canvas.y);
  element.end();
  canvas.y += heightOf(lines) + below[heading.level];
}

function drawParagraph(canvas: Canvas, { text, tone }: Of<'paragraph'>): void {
  const indent = tone === 'notice' ? 12 : 0;
  const lines = setWording(text, styles[tone], contentWidth - indent);
  if (tone === 'notice') { ensure(canvas, heightOf(lines) + 8); const { y } = canvas; artefact(canvas, () => { canvas.pdf.rect(paper.left, y + 1, 2.5, heightOf(lines) - 2).fill(palette.accent); }); }
  flow(canvas, lines, paper.left + indent);
  canvas.y += tone === 'small' ? 4 : 6;
}

/** Lines that may run over the end of a page, never leaving one alone on either side. */
function flow(canvas: Canvas, lines: readonly SetLine[], x: number): void {
  let rest = lines;
  while (rest.length > 0) {
    const leading = rest[0]?.height ?? 1;
    const fits = Math.floor((paper.bottom - canvas.y) / leading);
    const now = fits >= rest.length ? rest.length : rest.length - fits < 2 ? fits - 1 : fits;
    if (now < Math.min(2, rest.length)) { newPage(canvas); continue; }
    drawLines(canvas, canvas.root, 'P', rest.slice(0, now), x, canvas.y);
    canvas.y += heightOf(rest.slice(0, now));
    rest = rest.slice(now);
    if (rest.length > 0) newPage(canvas);
  }
}

const tones = { plain: palette.ink, good: palette.good, bad: palette.bad } as const;

function drawFigures(canvas: Canvas, { figures }: Of<'figures'>): void {
  const width = contentWidth / figures.length;
  const labels = figures.map(({ label }) => setWording(label, { ...styles.head, size: 8, leading: 11.5 }, width - 10));
  const height = styles.figure.leading + Math.max(...labels.map(heightOf)) + 10;
  ensure(canvas, height);
  artefact(canvas, () => { canvas.pdf.rect(paper.left, canvas.y, contentWidth, height).fill(palette.panel); });
  figures.forEach(({ value, tone }, index) => {
    const x = paper.left + index * width + 8;
    drawLines(canvas, canvas.root, 'P', setWording([{ language: null, text: value }], { ...styles.figure, colour: tones[tone] }, width), x, canvas.y + 3);
    drawLines(canvas, canvas.root, 'P', labels[index] ?? [], x, canvas.y + 3 + styles.figure.leading);
  });
  canvas.y += height + 8;
}

function drawLegend(canvas: Canvas, { entries }: Of<'legend'>): void {
  let x = paper.left;
  ensure(canvas, 20);
  for (const { cell, text } of entries) {
    const words = text.map((line) => line.text).join(' / ');
    const sign = setCell(cell, 20, 'left');
    const lines = setWording([{ language: text[0]?.language ?? null, text: words }], styles.small, contentWidth);
    const taken = 26 + widthOf(words, styles.small.face, styles.small.size);
    if (x + taken > paper.right) { x = paper.left; canvas.y += 17; ensure(canvas, 17); }
    drawLines(canvas, canvas.root, 'Span', sign, x, canvas.y);
    drawLines(canvas, canvas.root, 'Span', lines, x + 24, canvas.y);
    x += taken + 10;
  }
  canvas.y += 22;
}

function drawList(canvas: Canvas, { items }: Of<'list'>): void {
  const list = canvas.pdf.struct('L');
  canvas.root.add(list);
  for (const item of items) {
    const lines = setWording(item, { ...styles.body, size: 9, leading: 14, breaking: 'code' }, contentWidth - 14);
    ensure(canvas, heightOf(lines));
    const entry = canvas.pdf.struct('LI');
    list.add(entry);
    const body = canvas.pdf.struct('LBody');
    entry.add(body);
    const { y } = canvas;
    artefact(canvas, () => { canvas.pdf.circle(paper.left + 4, y + 7, 1.4).fill(palette.muted); });
    drawLines(canvas, body, 'P', lines, paper.left + 14, y);
    canvas.y += heightOf(lines);
  }
  list.end();
  canvas.y += 6;
}
