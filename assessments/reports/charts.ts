import type { RadarSpec } from './document.ts';
import { palette } from './palette.ts';

type Colours = { readonly ink: string; readonly muted: string; readonly line: string; readonly accent: string; readonly fill: string; readonly font: string; readonly fontSize: number };

/** The colours of charts on paper; a screen passes its own theme. */
export const paperColours: Colours = { ink: palette.ink, muted: palette.muted, line: palette.line, accent: palette.accent, fill: palette.levels[3], font: 'Noto Sans SC', fontSize: 10.5 };

/**
 * The radar as an ECharts option, plain data: what is reached as a filled area, what open ratings could still give as a
 * thin dashed outline, the target as a dotted accent line with rings. Told apart by line and sign, not by colour alone.
 */
export function radarOption(spec: RadarSpec, colours: Colours = paperColours): Readonly<Record<string, unknown>> {
  const { axes, series } = spec;
  const open = axes.some(({ level, max }) => max !== level);
  const aimed = axes.some(({ target }) => target !== null);
  const names = [{ name: series.level, icon: 'roundRect' }, ...(open ? [{ name: series.max, icon: 'path://M0,4 L6,4 L6,5 L0,5 Z M9,4 L15,4 L15,5 L9,5 Z' }] : []), ...(aimed ? [{ name: series.target, icon: 'emptyCircle' }] : [])];
  return {
    animation: false,
    textStyle: { fontFamily: colours.font, color: colours.ink },
    legend: { data: names, orient: 'vertical', left: 0, bottom: 0, itemWidth: 22, itemHeight: 9, itemGap: 8, textStyle: { fontFamily: colours.font, fontSize: colours.fontSize - 1, color: colours.muted } },
    radar: {
      indicator: axes.map(({ name }) => ({ name, min: 0, max: 5 })), splitNumber: 5, radius: '56%', center: ['50%', '50%'], shape: 'polygon',
      axisName: { color: colours.ink, fontSize: colours.fontSize, lineHeight: Math.round(colours.fontSize * 1.35), fontFamily: colours.font },
      axisLine: { lineStyle: { color: colours.line } }, splitLine: { lineStyle: { color: colours.line } }, splitArea: { show: false },
    },
    series: [{
      type: 'radar', silent: true,
      data: [
        { name: series.level, value: axes.map(({ level }) => level), symbol: 'circle', symbolSize: 6, lineStyle: { color: palette.levelEdges[4], width: 2 }, itemStyle: { color: palette.levelEdges[4] }, areaStyle: { color: colours.fill, opacity: 0.35 } },
        ...(open ? [{ name: series.max, value: axes.map(({ max }) => max), symbol: 'none', lineStyle: { color: colours.muted, width: 1, type: 'dashed' }, itemStyle: { color: colours.muted } }] : []),
        ...(aimed ? [{ name: series.target, value: axes.map(({ target, level }) => target ?? level), symbol: 'emptyCircle', symbolSize: 8, lineStyle: { color: colours.accent, width: 1.2, type: 'dotted' }, itemStyle: { color: colours.accent } }] : []),
      ],
    }],
  };
}
