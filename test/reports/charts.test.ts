import { expect, test } from 'vitest';
import { ladderRow, palette, radarOption } from '#assessments';
import { themes } from '../../renderer/tokens.ts';

const series = { level: '当前', max: '尚可', target: '目标' };
const axis = (level: number, max: number, target: number | null) => ({ name: `${level}`, level, max, target });
const drawn = (option: Readonly<Record<string, unknown>>) => (option['series'] as { data: { name: string; value: number[] }[] }[])[0]!.data.map(({ name, value }) => [name, value]);

test('the radar draws level, open range and target, and leaves out what does not apply', () => {
  expect([
    drawn(radarOption({ kind: 'radar', axes: [axis(1, 3, 3), axis(2, 2, null), axis(0, 5, 4)], series })),
    drawn(radarOption({ kind: 'radar', axes: [axis(1, 1, null), axis(2, 2, null), axis(3, 3, null)], series })),
  ]).toEqual([
    [['当前', [1, 2, 0]], ['尚可', [3, 2, 5]], ['目标', [3, 2, 4]]],
    [['当前', [1, 2, 3]]],
  ]);
});

test('a row of the ladder fills its cells by the share met, dashes the empty level, and sets gate and target', () => {
  const cell = (level: number, total: number, met: number) => ({ level, total, assessed: total, met });
  const shapes = ladderRow({ cells: [cell(1, 2, 2), cell(2, 4, 1), cell(3, 0, 0), cell(4, 1, 0), cell(5, 1, 0)], level: 1, target: 4, name: '' }, { x: 0, y: 0, width: 112, height: 10 });

  const rects = shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : []));
  expect({
    filled: rects.filter(({ stroke, fill }) => stroke === null && fill !== palette.ink).map(({ x, width }) => [x, width]),
    dashed: rects.filter(({ dashed }) => dashed).map(({ x }) => x), gate: rects.filter(({ fill }) => fill === palette.ink).map(({ x }) => x),
    target: shapes.flatMap((shape) => (shape.kind === 'ring' && shape.stroke === palette.accent ? [shape.x] : [])),
  }).toEqual({ filled: [[0, 20], [23, 5]], dashed: [46], gate: [20.5], target: [79] });
});

test('paper and screen use the same colours', () => {
  const { light } = themes;

  expect({ ink: palette.ink, accent: palette.accent, levels: [...palette.levels], ratings: [palette.ratings.N, palette.ratings.P, palette.ratings.L, palette.ratings.F] }).toEqual({
    ink: light.ink, accent: light.accent, levels: [0, 1, 2, 3, 4, 5].map((level) => light[`level-${level as 0}`]), ratings: [light['rating-n'], light['rating-p'], light['rating-l'], light['rating-f']],
  });
});
