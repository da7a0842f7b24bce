import type { Language, Line, Wording } from '#assessments';
import { languageTag, tagged, widthOf, writeAt, type Canvas, type Structure } from './canvas.ts';
import { breakLines, type Breaking } from './line-breaking.ts';
import { printable } from './printable.ts';
import { typeface, type Face } from './typeface.ts';

export type TextStyle = { readonly face: Face; readonly size: number; readonly leading: number; readonly colour: string; readonly breaking?: Breaking; readonly align?: 'left' | 'right' | 'center' };

/** What belongs together for a reader who listens: one language, or one sign with the words it stands for. */
export type Passage = { readonly language: Language | null; readonly spoken: string | null; element: Structure | null };
/** A line of a column, ready to be drawn; passages may run over several lines and over a page's end. */
export type SetLine = { readonly height: number; readonly passage: Passage; readonly draw: (canvas: Canvas, x: number, y: number) => void };

export function passage(language: Language | null, spoken: string | null = null): Passage {
  return { language, spoken, element: null };
}

/**
 * The second language a little smaller and quieter: behind the first where both fit on one line, else beneath it. What
 * reads the same in both is set once.
 */
export function setWording(wording: Wording, style: TextStyle, width: number, second: TextStyle = quieter(style)): readonly SetLine[] {
  const [first, other] = wording;
  if (first === undefined) return [];
  if (other === undefined || other.text === first.text) return setText(first, style, width);
  return sideBySide(first, other, style, second, width) ?? [...setText(first, style, width), ...setText(other, second, width)];
}

const between = 7;

function sideBySide(first: Line, other: Line, style: TextStyle, second: TextStyle, width: number): readonly SetLine[] | null {
  const [left, right] = [measured(first.text, style), measured(other.text, second)];
  const rest = width - left - between - right;
  if (rest < 0 || /\n/.test(first.text + other.text)) return null;
  const shift = style.align === 'right' ? rest : style.align === 'center' ? rest / 2 : 0;
  const plain = { align: 'left' } as const;
  const [one] = setText(first, { ...style, ...plain }, width), [two] = setText(other, { ...second, ...plain, leading: style.leading }, width);
  if (one === undefined || two === undefined) return null;
  const lift = (style.size - second.size) * 0.38;
  return [
    { ...one, draw: (canvas, x, y) => { one.draw(canvas, x + shift, y); } },
    { height: 0, passage: two.passage, draw: (canvas, x, y) => { two.draw(canvas, x + shift + left + between, y - style.leading + lift); } },
  ];
}

function measured(text: string, { face, size }: TextStyle): number {
  return widthOf(printable(text, typeface(face).has), face, size);
}

function quieter(style: TextStyle): TextStyle {
  return { ...style, size: style.size - 0.75, leading: style.leading - 1, colour: '#5B6675', face: 'regular' };
}

export function setText({ language, text }: Line, style: TextStyle, width: number): readonly SetLine[] {
  const belongs = passage(language);
  const shown = printable(language === 'en' ? latinQuotes(text) : text, typeface(style.face).has);
  return breakLines(shown, width, (part) => widthOf(part, style.face, style.size), style.breaking ?? 'prose').map((line): SetLine => ({
    height: style.leading, passage: belongs,
    draw: (canvas, x, y) => {
      if (line !== '') writeAt(canvas, line, x + indent(line, style, width), baseline(y, style), style);
    },
  }));
}

/** The font draws curly quotes and the ellipsis as wide as a Chinese sign; in English they would tear words apart. */
function latinQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/…/g, '...');
}

function indent(line: string, { face, size, align }: TextStyle, width: number): number {
  if (align === undefined || align === 'left') return 0;
  const rest = width - widthOf(line, face, size);
  return align === 'right' ? rest : rest / 2;
}

/** Where the baseline stands for a line whose box begins at `y`: signs of the font are centred in it. */
export function baseline(y: number, { size, leading }: { readonly size: number; readonly leading: number }): number {
  return y + (leading - size) / 2 + size * 0.88;
}

export function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** Draws lines downwards; each run of lines of one passage becomes, or continues, one element of the structure. */
export function drawLines(canvas: Canvas, parent: Structure, tag: string, lines: readonly SetLine[], x: number, y: number): void {
  let top = y;
  for (let first = 0; first < lines.length;) {
    const belongs = lines[first]?.passage;
    if (belongs === undefined) return;
    const after = lines.findIndex((line, index) => index > first && line.passage !== belongs);
    const run = lines.slice(first, after === -1 ? lines.length : after);
    tagged(canvas, elementOf(canvas, parent, tag, belongs), tag, () => {
      for (const line of run) { line.draw(canvas, x, top); top += line.height; }
    });
    first += run.length;
  }
}

function elementOf(canvas: Canvas, parent: Structure, tag: string, belongs: Passage): Structure {
  if (belongs.element !== null) return belongs.element;
  const options = { ...languageTag(belongs.language), ...(belongs.spoken === null ? {} : { actual: belongs.spoken }) };
  const made = canvas.pdf.struct(belongs.spoken === null ? tag : 'Span', options);
  parent.add(made);
  belongs.element = made;
  return made;
}
