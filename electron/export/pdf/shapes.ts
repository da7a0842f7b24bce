import type { Shape } from '#assessments';
import { widthOf, writeAt, type Canvas } from './canvas.ts';

/** Draws a picture's shapes as vectors, moved by `x` and `y`. */
export function drawShapes(canvas: Canvas, shapes: readonly Shape[], x: number, y: number): void {
  for (const shape of shapes) drawShape(canvas, shape, x, y);
}

function drawShape(canvas: Canvas, shape: Shape, x: number, y: number): void {
  switch (shape.kind) {
    case 'rect': drawRect(canvas, shape, x, y); return;
    case 'line': drawLine(canvas, shape, x, y); return;
    case 'ring': canvas.pdf.circle(x + shape.x, y + shape.y, shape.radius).lineWidth(shape.lineWidth).stroke(shape.stroke); return;
    case 'text': {
      const width = widthOf(shape.text, 'regular', shape.size);
      const shift = shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? width : width / 2;
      writeAt(canvas, shape.text, x + shape.x - shift, y + shape.y, { face: 'regular', size: shape.size, colour: shape.fill });
    }
  }
}

function drawRect({ pdf }: Canvas, shape: Extract<Shape, { readonly kind: 'rect' }>, x: number, y: number): void {
  if (shape.fill !== null) pdf.rect(x + shape.x, y + shape.y, shape.width, shape.height).fill(shape.fill);
  if (shape.stroke === null) return;
  pdf.save().rect(x + shape.x, y + shape.y, shape.width, shape.height).lineWidth(shape.lineWidth);
  if (shape.dashed) pdf.dash(2, { space: 2 });
  pdf.stroke(shape.stroke).restore();
}

function drawLine({ pdf }: Canvas, { points, stroke, lineWidth, dashed }: Extract<Shape, { readonly kind: 'line' }>, x: number, y: number): void {
  const [first, ...rest] = points;
  if (first === undefined || rest.length === 0) return;
  pdf.save().moveTo(x + first[0], y + first[1]);
  for (const [right, down] of rest) pdf.lineTo(x + right, y + down);
  pdf.lineWidth(lineWidth);
  if (dashed) pdf.dash(3, { space: 2 });
  pdf.stroke(stroke).restore();
}
