import { RadarChart } from 'echarts/charts';
import { RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fontStack } from '../../tokens.ts';
import type { RadarAxis } from './radar-axes.ts';

register([RadarChart, RadarComponent, TooltipComponent, SVGRenderer]);

type Colours = { readonly ink: string; readonly muted: string; readonly line: string; readonly accent: string; readonly surface: string };

/** Draws level and target on one spoke per axis, redraws with the element's size, and gives what takes it away again. */
export function drawRadar(element: HTMLElement, axes: readonly RadarAxis[], colours: Colours): () => void {
  const chart = init(element, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: fontStack },
    tooltip: { renderMode: 'richText', backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.ink, fontSize: 12 } },
    radar: {
      indicator: axes.map(({ name, level, most }) => ({ name: `${name}\n{level|${level ?? '–'}}`, max: most, min: 0 })),
      radius: '56%', splitNumber: 5, shape: 'polygon',
      axisName: { color: colours.muted, fontSize: 12, lineHeight: 16, rich: { level: { color: colours.ink, fontWeight: 'bold', fontSize: 13 } } },
      splitLine: { lineStyle: { color: colours.line } }, splitArea: { show: false }, axisLine: { lineStyle: { color: colours.line } },
    },
    series: [{
      type: 'radar', symbolSize: 5,
      data: [
        ...(axes.every(({ target }) => target === null) ? [] : [{ value: axes.map(({ target }) => target ?? 0), symbol: 'none', lineStyle: { color: colours.accent, type: 'dashed' as const, width: 1 } }]),
        { value: axes.map(({ level }) => level ?? 0), itemStyle: { color: colours.accent }, lineStyle: { color: colours.accent, width: 2 }, areaStyle: { color: colours.accent, opacity: 0.16 } },
      ],
    }],
  });
  const watch = new ResizeObserver(() => { chart.resize(); });
  watch.observe(element);
  return () => {
    watch.disconnect();
    chart.dispose();
  };
}
