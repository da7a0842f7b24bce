import { ladderRow, type Cell } from '#assessments';
import { destination, widthOf, type Canvas } from './canvas.ts';
import { drawLevel, drawRating, drawSuggestion, levelWidth, markHeight, ratingMarkWidth } from './marks.ts';
import { passage, setText, setWording, type SetLine, type TextStyle } from './setting.ts';
import { drawShapes } from './shapes.ts';
import { cellStyle } from './styles.ts';

type Align = NonNullable<TextStyle['align']>;

/** A cell as lines ready to be drawn in a column of this width. */
export function setCell(cell: Cell, width: number, align: Align): readonly SetLine[] {
  switch (cell.kind) {
    case 'text': return setWording(cell.text, { ...cellStyle(cell.tone), align }, width);
    case 'code': return setCode(cell, width, align);
    case 'number': return cell.value === null ? [] : setText({ language: null, text: numberText(cell) }, { ...cellStyle(), align }, width);
    case 'level': return [mark(cell.mark.name, levelWidth(cell.mark), width, align, (canvas, x, y) => { drawLevel(canvas, cell.mark, { x, y }); })];
    case 'rating': return [mark(cell.mark.name, ratingMarkWidth(cell.mark), width, align, (canvas, x, y) => { drawRating(canvas, cell.mark, { x, y }); })];
    case 'suggestion': return [mark(cell.mark.name, 14, width, align, (canvas, x, y) => { drawSuggestion(canvas, cell.mark, { x, y }); })];
    case 'ladder': return [mark(cell.strip.name, width, width, 'left', (canvas, x, y) => { drawShapes(canvas, ladderRow(cell.strip, { x: 0, y: 1, width, height: markHeight - 2 }), x, y); })];
    case 'stack': return cell.cells.flatMap((one) => setCell(one, width, align));
  }
}

function numberText({ value, percent }: Extract<Cell, { readonly kind: 'number' }>): string {
  return percent === true ? `${Math.round((value ?? 0) * 100)}%` : String(value ?? '');
}

function setCode({ text, to, tone }: Extract<Cell, { readonly kind: 'code' }>, width: number, align: Align): readonly SetLine[] {
  if (text === '') return [];
  const lines = setText({ language: null, text }, { ...cellStyle(tone), breaking: 'code', align }, width);
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
function mark(name: string, size: number, width: number, align: Align, draw: (canvas: Canvas, x: number, y: number) => void): SetLine {
  const rest = Math.max(0, width - size);
  const shift = align === 'left' ? 0 : align === 'right' ? rest : rest / 2;
  return { height: markHeight + 1, passage: passage(null, name), draw: (canvas, x, y) => { draw(canvas, x + shift, y); } };
}
