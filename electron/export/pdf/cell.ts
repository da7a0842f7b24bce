import { ladderRow, type Cell } from '#assessments';
import { destination, widthOf, type Canvas } from './canvas.ts';
import { drawLevel, drawRating, drawSuggestion, levelWidth, markHeight, ratingMarkWidth } from './marks.ts';
import { passage, setText, setWording, type SetLine, type TextStyle } from './setting.ts';
import { drawShapes } from './shapes.ts';
import { cellStyle } from './styles.ts';

type Align = NonNullable<TextStyle['align']>;

/** The column a cell is set in. */
type Measure = { readonly width: number; readonly align: Align; readonly dense: boolean };
type Setters = { readonly [Kind in Cell['kind']]: (cell: Extract<Cell, { readonly kind: Kind }>, measure: Measure) => readonly SetLine[] };

/** How each kind of cell is set; a new kind does not compile until it is set here. */
const setters: Setters = {
  text: ({ text, tone }, { width, align, dense }) => setWording(text, { ...cellStyle(tone, dense), align }, width),
  code: setCode,
  number: (cell, { width, align, dense }) => (cell.value === null ? [] : setText({ language: null, text: numberText(cell) }, { ...cellStyle('plain', dense), align }, width)),
  level: ({ mark }, measure) => [setMark(mark.name, levelWidth(mark), measure, (canvas, x, y) => { drawLevel(canvas, mark, { x, y }); })],
  rating: ({ mark }, measure) => [setMark(mark.name, ratingMarkWidth(mark), measure, (canvas, x, y) => { drawRating(canvas, mark, { x, y }); })],
  suggestion: ({ mark }, measure) => [setMark(mark.name, 14, measure, (canvas, x, y) => { drawSuggestion(canvas, mark, { x, y }); })],
  ladder: ({ strip }, measure) => [setMark(strip.name, measure.width, measure, (canvas, x, y) => { drawShapes(canvas, ladderRow(strip, { x: 0, y: 1, width: measure.width, height: markHeight - 2 }), x, y); })],
  stack: ({ cells }, measure) => cells.flatMap((one, index) => spaced(setCell(one, measure.width, measure.align, measure.dense), index)),
};

/** A cell as lines ready to be drawn in a column of this width. */
export function setCell(cell: Cell, width: number, align: Align, dense = false): readonly SetLine[] {
  return (setters[cell.kind] as (one: Cell, measure: Measure) => readonly SetLine[])(cell, { width, align, dense });
}

/** The parts of a cell stand a little apart, more than the lines of one part. */
function spaced(lines: readonly SetLine[], index: number): readonly SetLine[] {
  const [first] = lines;
  return first === undefined || index === 0 ? lines : [{ height: 2, passage: first.passage, draw: () => undefined }, ...lines];
}

function numberText({ value, percent }: Extract<Cell, { readonly kind: 'number' }>): string {
  return percent === true ? `${Math.round((value ?? 0) * 100)}%` : String(value ?? '');
}

function setCode({ text, to, tone }: Extract<Cell, { readonly kind: 'code' }>, { width, align, dense }: Measure): readonly SetLine[] {
  if (text === '') return [];
  const lines = setText({ language: null, text }, { ...cellStyle(tone, dense), breaking: 'code', align }, width);
  return to === undefined ? lines : lines.map((line) => linked(line, to, Math.min(width, widthOf(text, 'regular', 9))));
}

/** The same line, leading to where the anchor stands. */
function linked(line: SetLine, to: string, width: number): SetLine {
  return { ...line, draw: (canvas, x, y) => {
    line.draw(canvas, x, y);
    if (canvas.anchors.has(to)) canvas.pdf.goTo(x, y, width, line.height, destination(to));
  } };
}

/** A mark on a line of its own; a reader who listens hears its name. */
function setMark(name: string, size: number, { width, align }: Measure, draw: (canvas: Canvas, x: number, y: number) => void): SetLine {
  const rest = Math.max(0, width - size);
  const shift = align === 'left' ? 0 : align === 'right' ? rest : rest / 2;
  return { height: markHeight + 1, passage: passage(null, name), draw: (canvas, x, y) => { draw(canvas, x + shift, y); } };
}
