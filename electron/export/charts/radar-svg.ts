import * as echarts from 'echarts/core';
import { RadarChart } from 'echarts/charts';
import { LegendComponent, RadarComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { radarOption, type RadarSpec } from '#assessments';
import { typeface } from '../pdf/typeface.ts';

echarts.use([RadarChart, LegendComponent, RadarComponent, SVGRenderer]);
/** Without a canvas the library guesses widths; the font the picture is drawn with knows them. */
echarts.setPlatformAPI({ measureText: (text: string, font?: string) => ({ width: measure(text, font) }) });

/** The radar as SVG text, drawn without a browser. */
export function radarSvg(spec: RadarSpec, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(radarOption(spec));
    return chart.renderToSVGString();
  } finally {
    // An instance that is not disposed keeps its timers, and Node does not exit.
    chart.dispose();
  }
}

function measure(text: string, font: string | undefined): number {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12);
  const face = typeface(/bold|[6-9]00/.test(font ?? '') ? 'bold' : 'regular');
  return Array.from(text, (sign) => face.advance(sign.codePointAt(0) ?? 0)).reduce((sum, ems) => sum + ems, 0) * size;
}
