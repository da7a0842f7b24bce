import type { CurveSpec, TrendSpec } from './document.ts';
import type { Shape } from './ladder-drawing.ts';
import { palette } from './palette.ts';

/** The colours of line drawings; a screen passes those of its theme, which may be names of variables. */
export type LineColours = { readonly ink: string; readonly muted: string; readonly line: string; readonly accent: string; readonly paper: string };
export type Picture = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

const onPaper: LineColours = { ink: palette.ink, muted: palette.muted, line: palette.line, accent: palette.accent, paper: palette.paper };
const rise = 30;
const top = 20;
const levels = [0, 1, 2, 3, 4, 5] as const;
const size = 11;

/**
 * The least effort that reaches each level: days to the right, levels upwards. A dot stands at the likely effort, a bar
 * from the low to the high one; a level that nothing reaches has none. The target is a dotted line.
 */
export function curvePicture(spec: CurveSpec, colours: LineColours = onPaper): Picture {
  const [left, wide] = [52, 420];
  const { step, ticks } = ticksTo(Math.max(1, ...spec.points.map(({ effort }) => effort?.high ?? 0)));
  const x = (days: number): number => left + (wide * days) / (step * (ticks - 1));
  const begun = spec.now === null ? [] : [{ level: spec.now, low: 0, likely: 0, high: 0 }];
  const reached = [...begun, ...spec.points.flatMap(({ level, effort }) => (effort === null || level <= (spec.now ?? -1) ? [] : [{ level, ...effort }]))];
  const line: Shape = { kind: 'line', points: reached.map(({ level, likely }): readonly [number, number] => [x(likely), yOf(level)]), stroke: colours.accent, lineWidth: 1.5, dashed: false };
  const foot = yOf(0) + 18;
  return {
    width: left + wide + 40, height: foot + 22,
    shapes: [
      ...grid(left, left + wide, spec.levels, spec.target, colours),
      ...Array.from({ length: ticks }, (_, at) => words(x(at * step), foot, String(Math.round(at * step * 10) / 10), colours.muted, 'middle')),
      words(left + wide, foot + 15, spec.axis, colours.muted, 'end'),
      line,
      ...reached.flatMap(({ level, low, likely, high }): readonly Shape[] => [
        ...(high > low ? [{ kind: 'line', points: [[x(low), yOf(level)], [x(high), yOf(level)]], stroke: colours.muted, lineWidth: 3, dashed: false } as const] : []),
        ...dot(x(likely), yOf(level), colours), ...(likely === 0 ? [] : [words(x(likely) + 7, yOf(level) + 14, rounded(likely), colours.ink, 'start')]),
      ]),
    ],
  };
}

/** The level of the whole from one milestone to the next, with what open ratings could still have given as a bar above it. */
export function trendPicture(spec: TrendSpec, colours: LineColours = onPaper): Picture {
  const left = 52;
  const pace = Math.min(150, Math.max(84, 520 / Math.max(1, spec.points.length)));
  const x = (at: number): number => left + pace * (at + 0.5);
  const wide = pace * spec.points.length;
  const known = spec.points.flatMap(({ level }, at) => (level === null ? [] : [{ at, level }]));
  const foot = yOf(0) + 18;
  return {
    width: left + wide + 12, height: foot + 22,
    shapes: [
      ...grid(left, left + wide, spec.levels, spec.target, colours),
      { kind: 'line', points: known.map(({ at, level }): readonly [number, number] => [x(at), yOf(level)]), stroke: colours.accent, lineWidth: 1.5, dashed: false },
      ...spec.points.flatMap(({ name, day, level, max }, at): readonly Shape[] => [
        ...(level !== null && max !== null && max > level ? [{ kind: 'line', points: [[x(at), yOf(level)], [x(at), yOf(max)]], stroke: colours.muted, lineWidth: 3, dashed: false } as const] : []),
        ...(level === null ? [] : [...dot(x(at), yOf(level), colours), words(x(at) + 8, yOf(level) - 6, String(level), colours.ink, 'start')]),
        words(x(at), foot, shortened(name, pace - 8), colours.ink, 'middle'), words(x(at), foot + 15, day, colours.muted, 'middle'),
      ]),
    ],
  };
}

function yOf(level: number): number {
  return top + (5 - level) * rise;
}

function grid(left: number, right: number, names: readonly string[], target: number | null, colours: LineColours): readonly Shape[] {
  return levels.flatMap((level): readonly Shape[] => [
    { kind: 'line', points: [[left, yOf(level)], [right, yOf(level)]], stroke: level === target ? colours.accent : colours.line, lineWidth: level === target ? 1 : 0.6, dashed: level === target },
    words(left - 8, yOf(level) + 4, level === 0 ? '0' : (names[level - 1] ?? String(level)), colours.muted, 'end'),
  ]);
}

function dot(x: number, y: number, colours: LineColours): readonly Shape[] {
  return [{ kind: 'ring', x, y, radius: 3, stroke: colours.paper, lineWidth: 6 }, { kind: 'ring', x, y, radius: 2.5, stroke: colours.accent, lineWidth: 3 }];
}

function words(x: number, y: number, text: string, fill: string, anchor: 'start' | 'middle' | 'end'): Shape {
  return { kind: 'text', x, y, size, text, fill, anchor };
}

/** Round steps of 1, 2 or 5 so that four to eight of them hold the most. */
function ticksTo(most: number): { readonly step: number; readonly ticks: number } {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { step, ticks: Math.ceil(most / step - 1e-9) + 1 };
}

function rounded(days: number): string {
  return String(Math.round(days * 10) / 10);
}

/** A name that fits; wide signs are as wide as they are high. */
function shortened(name: string, width: number): string {
  const kept: string[] = [];
  let used = 0;
  for (const sign of name) {
    used += /[\u2E80-\uFFEF]/.test(sign) ? size : size * 0.58;
    if (used > width) return `${kept.slice(0, -1).join('')}…`;
    kept.push(sign);
  }
  return name;
}
