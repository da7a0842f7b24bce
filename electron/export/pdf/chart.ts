import svgToPdf from 'svg-to-pdfkit';
import { ladderPicture, type ChartSpec } from '#assessments';
import { radarSvg } from '../charts/radar-svg.ts';
import { contentWidth, ensure, paper, tagged, type Canvas } from './canvas.ts';
import { drawShapes } from './shapes.ts';

/** Draws a chart as vectors, in a figure that says in words what it shows. */
export function drawChart(canvas: Canvas, chart: ChartSpec, alt: string, heightMm: number): void {
  const height = chart.kind === 'ladder' ? ladderPicture(chart).height : (heightMm * 72) / 25.4;
  ensure(canvas, height);
  const figure = canvas.pdf.struct('Figure', { alt, bbox: [paper.left, canvas.y, paper.right, canvas.y + height], placement: 'Block' });
  canvas.root.add(figure);
  tagged(canvas, figure, 'Figure', () => { draw(canvas, chart, height); });
  figure.end();
  canvas.y += height + 8;
}

function draw(canvas: Canvas, chart: ChartSpec, height: number): void {
  if (chart.kind === 'ladder') { drawShapes(canvas, ladderPicture(chart).shapes, paper.left, canvas.y); return; }
  svgToPdf(canvas.pdf, radarSvg(chart, contentWidth, height), paper.left, canvas.y, {
    width: contentWidth, height, assumePt: true, fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
  });
}
