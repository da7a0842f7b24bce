import { Resvg } from '@resvg/resvg-js';
import { palette, type ChartSpec, type Picture, type Shape } from '#assessments';
import { fontFile } from '../pdf/typeface.ts';
import { drawnPicture } from './drawn-picture.ts';
import { radarSvg } from './radar-svg.ts';

/** A chart as PNG, twice as fine as it is shown; drawn with our own font only, so it looks the same everywhere. */
export function chartPicture(chart: ChartSpec): { readonly png: Uint8Array; readonly width: number; readonly height: number } {
  const { svg, width, height } = chart.kind === 'radar' ? { svg: radarSvg(chart, 640, 420), width: 640, height: 420 } : shapesSvg(drawnPicture(chart));
  const picture = new Resvg(svg, {
    background: palette.paper, fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, fontFiles: [fontFile('regular'), fontFile('bold')], defaultFontFamily: 'Noto Sans SC' },
  });
  return { png: picture.render().asPng(), width, height };
}

function shapesSvg({ width, height, shapes }: Picture): { readonly svg: string; readonly width: number; readonly height: number } {
  const margin = 12;
  const body = shapes.map(element).join('');
  const [wide, high] = [width + margin * 2, height + margin * 2];
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-margin} ${-margin} ${wide} ${high}">${body}</svg>`, width: wide, height: high };
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill ?? 'none'}" stroke="${shape.stroke ?? 'none'}" stroke-width="${shape.lineWidth}"${shape.dashed ? ' stroke-dasharray="2 2"' : ''}/>`;
    case 'line': return `<polyline points="${shape.points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.lineWidth}"${shape.dashed ? ' stroke-dasharray="3 2"' : ''}/>`;
    case 'ring': return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.lineWidth}"/>`;
    case 'text': return `<text x="${shape.x}" y="${shape.y}" font-family="Noto Sans SC" font-size="${shape.size}" text-anchor="${shape.anchor}" fill="${shape.fill}">${escaped(shape.text)}</text>`;
  }
}

function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').toWellFormed().replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
