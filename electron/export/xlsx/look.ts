import type { Fill, Font, Style } from 'exceljs';
import { levelColours, palette, type RatingMark } from '#assessments';

/** Excel and LibreOffice both have these; a machine without them falls back to its own Chinese face. */
const family = 'Microsoft YaHei UI';

export function font(more: Partial<Font> = {}): Partial<Font> {
  return { name: family, size: 10, color: { argb: argb(palette.ink) }, ...more };
}

export const headings = { 1: font({ size: 16, bold: true }), 2: font({ size: 12, bold: true }), 3: font({ size: 10, bold: true }) } as const;

export const head: Partial<Style> = {
  font: font({ bold: true }), fill: solid(palette.panel), alignment: { vertical: 'middle', wrapText: true }, border: { bottom: { style: 'thin', color: { argb: argb(palette.ink) } } },
};
export const rule: Partial<Style>['border'] = { bottom: { style: 'hair', color: { argb: argb(palette.line) } } };

/** Font and a pale ground of a rating, by its letter: rows of a sheet are tall, and a full colour would shout. */
export function ratingLook(value: NonNullable<RatingMark['value']>): { readonly fill: Fill; readonly font: Partial<Font> } {
  return value === 'NA'
    ? { fill: { type: 'pattern', pattern: 'lightUp', fgColor: { argb: argb(palette.hatch) }, bgColor: { argb: argb(palette.paper) } }, font: { color: { argb: argb(palette.ink) } } }
    : { fill: fillOf(tint(palette.ratings[value])), font: { bold: true, color: { argb: argb(palette.ratings[value]) } } };
}

export function levelLook(level: number): { readonly fill: Fill; readonly font: Partial<Font> } {
  const { fill, digit } = levelColours(level);
  return { fill: fillOf(fill), font: { bold: true, color: { argb: argb(digit) } } };
}

function tint(colour: string): string {
  const parts = [1, 3, 5].map((at) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * 0.16));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('').toUpperCase()}`;
}

/** Rules of a conditional format take their colour as background. */
function fillOf(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(colour) }, bgColor: { argb: argb(colour) } };
}

function solid(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(colour) } };
}

export function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}
