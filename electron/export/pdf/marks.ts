import { levelColours, palette, type LevelMark, type RatingMark, type SuggestionMark } from '#assessments';
import { widthOf, writeAt, type Canvas } from './canvas.ts';

export const markHeight = 13;
const letter = 8.5;

type Spot = { readonly x: number; readonly y: number };

/** Width a level mark takes; a grade with its minus is wider than a digit. */
export function levelWidth({ grade }: LevelMark): number {
  return grade !== null && grade.length > 1 ? 20 : 14;
}

/** A square in the colour of its level with the digit in it; a level that is none is an empty square with a dash. */
export function drawLevel(canvas: Canvas, mark: LevelMark, { x, y }: Spot): void {
  const width = levelWidth(mark);
  if (mark.level === null) {
    outline(canvas, { x, y }, width, palette.hatch);
    canvas.pdf.moveTo(x + 4, y + markHeight / 2).lineTo(x + width - 4, y + markHeight / 2).lineWidth(0.9).stroke(palette.edge);
    return;
  }
  const { fill, edge, digit } = levelColours(mark.level);
  canvas.pdf.rect(x, y, width, markHeight).fill(fill);
  outline(canvas, { x, y }, width, edge, 0.9);
  centred(canvas, mark.grade ?? String(mark.level), { x, y }, width, digit);
}

/** A filled box with its letter; NA is hatched; what nobody rated is an empty outline; a dispute shows the letters side by side. */
export function drawRating(canvas: Canvas, { value, disputed }: RatingMark, { x, y }: Spot): void {
  if (disputed.length > 0) { disputed.forEach((one, index) => { drawValue(canvas, one, { x: x + index * (ratingWidth(one) + 1), y }); }); return; }
  if (value === null) { outline(canvas, { x, y }, 14, palette.edge); return; }
  drawValue(canvas, value, { x, y });
}

function ratingWidth(value: RatingMark['value']): number {
  return value === 'NA' ? 18 : 14;
}

export function ratingMarkWidth({ value, disputed }: RatingMark): number {
  return disputed.length === 0 ? ratingWidth(value) : disputed.reduce((sum, one) => sum + ratingWidth(one) + 1, -1);
}

function drawValue(canvas: Canvas, value: NonNullable<RatingMark['value']>, { x, y }: Spot): void {
  const width = ratingWidth(value);
  if (value !== 'NA') {
    canvas.pdf.rect(x, y, width, markHeight).fill(palette.ratings[value]);
    centred(canvas, value, { x, y }, width, palette.ratingLetter);
    return;
  }
  canvas.pdf.save().rect(x, y, width, markHeight).clip();
  for (let offset = -markHeight; offset < width; offset += 3) canvas.pdf.moveTo(x + offset, y + markHeight).lineTo(x + offset + markHeight, y).lineWidth(0.6).stroke(palette.hatch);
  canvas.pdf.restore();
  outline(canvas, { x, y }, width, palette.ratings.NA);
  centred(canvas, value, { x, y }, width, palette.ink);
}

/** A dashed box in the rating's colour, because it is not a rating; split where the evidence conflicts. */
export function drawSuggestion(canvas: Canvas, { rating, conflict }: SuggestionMark, { x, y }: Spot): void {
  const { pdf } = canvas;
  if (rating === null) {
    pdf.moveTo(x + 3, y + markHeight / 2).lineTo(x + 11, y + markHeight / 2).lineWidth(0.9).stroke(palette.hatch);
    return;
  }
  const colour = palette.ratings[rating];
  if (conflict) {
    pdf.save().fillOpacity(0.22).polygon([x, y], [x + 14, y], [x, y + markHeight]).fill(colour).restore();
    pdf.moveTo(x + 14, y).lineTo(x, y + markHeight).lineWidth(0.8).stroke(colour);
  }
  pdf.save().rect(x + 0.4, y + 0.4, 13.2, markHeight - 0.8).dash(2, { space: 1.6 }).lineWidth(0.9).stroke(colour).undash().restore();
  centred(canvas, rating, { x, y }, 14, colour);
}

function outline({ pdf }: Canvas, { x, y }: Spot, width: number, colour: string, line = 0.8): void {
  pdf.rect(x + line / 2, y + line / 2, width - line, markHeight - line).lineWidth(line).stroke(colour);
}

function centred(canvas: Canvas, text: string, { x, y }: Spot, width: number, colour: string): void {
  writeAt(canvas, text, x + (width - widthOf(text, 'bold', letter)) / 2, y + markHeight / 2 + letter * 0.36, { face: 'bold', size: letter, colour });
}
