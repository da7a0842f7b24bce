import { expect, it } from 'vitest';
import { curvePicture, trendPicture, type Shape } from '#assessments';

const levels = ['一级', '二级', '三级', '四级', '五级'];
const texts = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const lines = (shapes: readonly Shape[], width: number) => shapes.flatMap((shape) => (shape.kind === 'line' && shape.lineWidth === width ? [shape.points] : []));

it('draws the curve from where it stands over the levels that can be reached, with a bar from low to high', () => {
  const { shapes, width } = curvePicture({ kind: 'curve', now: 1, levels, target: 3, axis: '人天', points: [
    { level: 1, effort: { low: 0, likely: 0, high: 0 } }, { level: 2, effort: { low: 10, likely: 20, high: 40 } }, { level: 3, effort: { low: 50, likely: 75, high: 100 } }, { level: 4, effort: null }, { level: 5, effort: null },
  ] });
  const [curve] = lines(shapes, 1.5);
  const bars = lines(shapes, 3).map((points) => points.map(([x]) => Math.round(x)));

  expect([texts(shapes).filter((text) => /^[\d.]+$/.test(text)), curve?.map(([x, y]) => [Math.round(x), y]), bars, shapes.every((shape) => shape.kind !== 'line' || shape.points.every(([x]) => x <= width))]).toEqual([
    ['0', '0', '20', '40', '60', '80', '100', '20', '75'], [[52, 140], [136, 110], [367, 80]], [[94, 220], [262, 472]], true,
  ]);
});

it('draws an empty scale where nothing can be reached', () => {
  const { shapes } = curvePicture({ kind: 'curve', now: null, levels, target: null, axis: '人天', points: [{ level: 1, effort: null }] });

  expect([lines(shapes, 1.5), texts(shapes).slice(0, 2)]).toEqual([[[]], ['0', '一级']]);
});

it('draws the trend over the milestones, skips what had no level, and shortens long names', () => {
  const { shapes } = trendPicture({ kind: 'trend', levels, target: 3, points: [
    { name: '初评', day: '2026-01-10', level: 1, max: 3 }, { name: '尚未评分', day: '2026-02-10', level: null, max: null }, { name: '一个非常非常非常非常非常长的名字', day: '', level: 2, max: 2 },
  ] });

  expect([lines(shapes, 1.5)[0]?.map(([, y]) => y), lines(shapes, 3).length, texts(shapes).filter((text) => text.includes('…')).length]).toEqual([[140, 110], 1, 1]);
});
