import svgToPdf from 'svg-to-pdfkit';
import type { ChartSpec } from '#assessments';
import { drawnPicture } from '../charts/drawn-picture.ts';
import { radarSvg } from '../charts/radar-svg.ts';
import { contentWidth, ensure, paper, tagged, type Canvas } from './canvas.ts';
import { drawShapes } from './shapes.ts';

/** Draws a chart as vectors, in a figure that says in words what it shows. */
export function drawChart(canvas: Canvas, chart: ChartSpec, alt: string, heightMm: number): void {
  const height = chart.kind === 'radar' ? (heightMm * 72) / 25.4 : drawnPicture(chart).height * scaleOf(chart);
  ensure(canvas, height);
  const figure = canvas.pdf.struct('Figure', { alt, bbox: [paper.left, canvas.y, paper.right, canvas.y + height], placement: 'Block' });
  canvas.root.add(figure);
  tagged(canvas, figure, 'Figure', () => { draw(canvas, chart, height); });
  figure.end();
  canvas.y += height + 8;
}

function draw(canvas: Canvas, chart: ChartSpec, height: number): void {
  if (chart.kind !== 'radar') {
    const scale = scaleOf(chart);
    canvas.pdf.save().translate(paper.left, canvas.y).scale(scale);
    drawShapes(canvas, drawnPicture(chart).shapes, 0, 0);
    canvas.pdf.restore();
    return;
  }
  svgToPdf(canvas.pdf, radarSvg(chart, contentWidth, height), paper.left, canvas.y, {
    width: contentWidth, height, assumePt: true, fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
  });
}

/** A picture that is wider than the page is made smaller, a small one is not made larger. */
function scaleOf(chart: Exclude<ChartSpec, { readonly kind: 'radar' }>): number {
  return Math.min(1, contentWidth / drawnPicture(chart).width);
}
