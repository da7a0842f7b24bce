import { palette, type Tone } from '#assessments';
import type { TextStyle } from './setting.ts';

const ink = palette.ink;
const muted = palette.muted;

/** The type of the report: 10.5 pt body, 9 pt tables, one bold for what a reader looks for. */
export const styles = {
  title: { face: 'bold', size: 28, leading: 40, colour: ink },
  titleBeneath: { face: 'regular', size: 15, leading: 24, colour: muted },
  subtitle: { face: 'regular', size: 14, leading: 22, colour: muted },
  heading1: { face: 'bold', size: 18, leading: 26, colour: ink },
  heading2: { face: 'bold', size: 13, leading: 20, colour: ink },
  heading3: { face: 'bold', size: 10.5, leading: 17, colour: ink },
  body: { face: 'regular', size: 10.5, leading: 17, colour: ink },
  small: { face: 'regular', size: 8.5, leading: 13.5, colour: muted },
  notice: { face: 'regular', size: 10.5, leading: 17, colour: ink },
  label: { face: 'regular', size: 9, leading: 15, colour: muted },
  caption: { face: 'bold', size: 10.5, leading: 17, colour: ink },
  head: { face: 'regular', size: 8.5, leading: 12.5, colour: muted },
  group: { face: 'bold', size: 9.5, leading: 14, colour: ink },
  figure: { face: 'bold', size: 17, leading: 22, colour: ink },
  foot: { face: 'regular', size: 7.5, leading: 11, colour: muted },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Text of a table cell by its tone. */
export function cellStyle(tone: Tone = 'plain', dense = false): TextStyle {
  const tones: Readonly<Record<Tone, TextStyle>> = {
    plain: { face: 'regular', size: 9, leading: 13.5, colour: ink },
    strong: { face: 'bold', size: 9, leading: 13.5, colour: ink },
    muted: { face: 'regular', size: 8.25, leading: 12.5, colour: muted },
    fine: { face: 'regular', size: 7.25, leading: 11, colour: muted },
  };
  const style = tones[tone];
  return dense ? { ...style, size: Math.min(style.size, 8.5), leading: Math.min(style.leading, 12.5) } : style;
}
