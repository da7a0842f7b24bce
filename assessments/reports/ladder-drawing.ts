import type { LadderSpec, LadderStrip } from './document.ts';
import { levelColours, palette } from './palette.ts';

/** What a picture is made of, in points from the top left; drawn by PDF, workbook and screen alike. */
export type Shape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string | null; readonly stroke: string | null; readonly dashed: boolean; readonly lineWidth: number }
  | { readonly kind: 'line'; readonly points: readonly (readonly [x: number, y: number])[]; readonly stroke: string; readonly lineWidth: number; readonly dashed: boolean }
  | { readonly kind: 'ring'; readonly x: number; readonly y: number; readonly radius: number; readonly stroke: string; readonly lineWidth: number }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly size: number; readonly text: string; readonly fill: string; readonly anchor: 'start' | 'middle' | 'end' };

const gap = 3;

/**
 * One row of the ladder in the given box: a cell per level, filled from the left by the share met; a dashed cell has no
 * applicable requirement; the thick bar stands right of the level reached, the ring in the cell of the target.
 */
export function ladderRow(strip: LadderStrip, box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): readonly Shape[] {
  const width = (box.width - gap * (strip.cells.length - 1)) / strip.cells.length;
  const left = (level: number) => box.x + (level - 1) * (width + gap);
  const cells = strip.cells.flatMap(({ level, total, met }): readonly Shape[] => {
    const { fill, edge } = levelColours(level);
    const outline: Shape = { kind: 'rect', x: left(level), y: box.y, width, height: box.height, fill: total === 0 ? null : palette.paper, stroke: total === 0 ? palette.hatch : edge, dashed: total === 0, lineWidth: 0.6 };
    const share: Shape = { kind: 'rect', x: left(level), y: box.y, width: total === 0 ? 0 : (width * met) / total, height: box.height, fill, stroke: null, dashed: false, lineWidth: 0 };
    return total === 0 || met === 0 ? [outline] : [outline, share, { ...outline, fill: null }];
  });
  return [...cells, ...gate(strip, box, left, width), ...ring(strip, box, left, width)];
}

type Box = { readonly y: number; readonly height: number };

function gate({ level }: LadderStrip, { y, height }: Box, left: (level: number) => number, width: number): readonly Shape[] {
  if (level === null || level === 0) return [];
  return [{ kind: 'rect', x: left(level) + width + gap / 2 - 1, y: y - 2.5, width: 2, height: height + 5, fill: palette.ink, stroke: null, dashed: false, lineWidth: 0 }];
}

function ring({ target }: LadderStrip, { y, height }: Box, left: (level: number) => number, width: number): readonly Shape[] {
  if (target === null) return [];
  const x = left(target) + width / 2;
  const radius = height * 0.3;
  return [
    { kind: 'ring', x, y: y + height / 2, radius, stroke: palette.paper, lineWidth: 3 },
    { kind: 'ring', x, y: y + height / 2, radius, stroke: palette.accent, lineWidth: 1.3 },
  ];
}

const row = 24;
const stripWidth = 360;

/** A generous width of a name at the picture's size; wide signs are as wide as they are high. */
function signsWide(text: string): number {
  return Array.from(text, (sign) => (/[\u2E80-\uFFEF]/.test(sign) ? 11 : 6.3)).reduce((sum, width) => sum + width, 0);
}

/** The whole ladder as a picture with names, grades, level numbers and a legend. */
export function ladderPicture({ rows, levels, legend }: LadderSpec): { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] } {
  const top = 26;
  const nameWidth = Math.max(160, ...rows.map(({ name }) => signsWide(name) + 44));
  const cell = (stripWidth - gap * 4) / 5;
  const words = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start', fill: string = palette.ink): Shape => ({ kind: 'text', x, y, size: 11, text, fill, anchor });
  const heads = levels.map((name, index) => words(nameWidth + index * (cell + gap) + cell / 2, 16, name, 'middle', palette.muted));
  const drawn = rows.flatMap(({ name, grade, strip }, index) => [
    words(0, top + index * row + 13, name), words(nameWidth - 14, top + index * row + 13, grade, 'end'),
    ...ladderRow(strip, { x: nameWidth, y: top + index * row + 3, width: stripWidth, height: 13 }),
  ]);
  const foot = top + rows.length * row + 18;
  return { width: nameWidth + stripWidth + 4, height: foot + 12, shapes: [...heads, ...drawn, words(nameWidth, foot, `${legend.met} · ${legend.gate} · ${legend.target} · ${legend.none}`, 'start', palette.muted)] };
}
