import { describe, expect, it } from 'vitest';
import { themes, tokenSheet, type ThemeName } from '../../renderer/tokens.ts';

/** Relative luminance and contrast ratio of WCAG 2.1. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = ['surface', 'panel', 'accent-ground', 'mark'] as const;
const levels = [0, 1, 2, 3, 4, 5] as const;
const ratings = ['n', 'p', 'l', 'f', 'na'] as const;

function tooPale(name: ThemeName): string[] {
  const tokens = themes[name];
  const pairs: readonly (readonly [string, string, string, number])[] = [
    ...grounds.flatMap((ground) => [
      [`ink on ${ground}`, tokens.ink, tokens[ground], 4.5] as const,
      ...(ground === 'mark' ? [] : [
        [`muted on ${ground}`, tokens.muted, tokens[ground], 4.5] as const,
        [`accent on ${ground}`, tokens.accent, tokens[ground], 4.5] as const,
        [`edge on ${ground}`, tokens.edge, tokens[ground], 3] as const,
        ...(['good', 'warn', 'bad'] as const).map((tone) => [`${tone} on ${ground}`, tokens[tone], tokens[ground], 4.5] as const),
        ...ratings.map((rating) => [`rating ${rating} as text on ${ground}`, tokens[`rating-${rating}`], tokens[ground], 4.5] as const),
        ...levels.map((level) => [`edge of level ${level} on ${ground}`, tokens[`level-${level}-edge`], tokens[ground], 3] as const),
      ]),
    ]),
    ['text on accent', tokens['on-accent'], tokens.accent, 4.5],
    ...ratings.map((rating) => [`letter on rating ${rating}`, tokens['rating-letter'], tokens[`rating-${rating}`], 4.5] as const),
    ...levels.map((level) => [`digit on level ${level}`, tokens[`level-${level}-digit`], tokens[`level-${level}`], 4.5] as const),
  ];
  return pairs.filter(([, one, other, least]) => contrast(one, other) < least).map(([what, one, other, least]) => `${what}: ${contrast(one, other).toFixed(2)} < ${least}`);
}

describe('the colours', () => {
  it('of the light theme can be read and told apart', () => {
    expect(tooPale('light')).toEqual([]);
  });

  it('of the dark theme can be read and told apart', () => {
    expect(tooPale('dark')).toEqual([]);
  });

  it('are declared as CSS variables for both themes', () => {
    const sheet = tokenSheet();

    expect(Object.keys(themes.light).filter((name) => sheet.split(`--${name}:`).length !== 3)).toEqual([]);
  });
});
