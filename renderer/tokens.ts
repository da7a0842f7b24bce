/** The colours of the product, light and dark; screens use them only as CSS variables (`--ink`, `--level-3`, …). */
export type Tokens = typeof light;

const light = {
  surface: '#FFFFFF', panel: '#F6F7F9', line: '#D9DDE3', ink: '#1B2430', muted: '#5B6675', accent: '#1F5FA8',
  /** A control's edge must be seen (3:1), a hairline between panes need not. */
  edge: '#7F8A98', 'accent-ground': '#E8F0F9', 'on-accent': '#FFFFFF', hatch: '#C9CFD7', mark: '#FFF3C4', veil: 'rgb(27 36 48 / 0.32)',
  good: '#2A7048', warn: '#8A5A00', bad: '#A83A26',
  'level-0': '#8A929D', 'level-1': '#BFD7EA', 'level-2': '#8DB9DA', 'level-3': '#5E9CC6', 'level-4': '#2A6A9E', 'level-5': '#123F6B',
  'level-0-edge': '#5F6772', 'level-1-edge': '#5E87A8', 'level-2-edge': '#447EAA', 'level-3-edge': '#2F6E9B', 'level-4-edge': '#1B4C75', 'level-5-edge': '#0B2947',
  'level-0-digit': '#1B2430', 'level-1-digit': '#1B2430', 'level-2-digit': '#1B2430', 'level-3-digit': '#1B2430', 'level-4-digit': '#FFFFFF', 'level-5-digit': '#FFFFFF',
  'rating-n': '#A83A26', 'rating-p': '#8A5A00', 'rating-l': '#1F6F78', 'rating-f': '#2A7048', 'rating-na': '#5B6675', 'rating-letter': '#FFFFFF',
} as const;

const dark: { readonly [Name in keyof Tokens]: string } = {
  surface: '#12161C', panel: '#1A2028', line: '#2C3540', ink: '#E6EAF0', muted: '#9AA6B5', accent: '#7DB2F0',
  edge: '#6F7D8D', 'accent-ground': '#1C2D42', 'on-accent': '#12161C', hatch: '#3A4552', mark: '#4A3F14', veil: 'rgb(0 0 0 / 0.5)',
  good: '#6FC294', warn: '#E0B04E', bad: '#F08C78',
  'level-0': '#7C8794', 'level-1': '#213A50', 'level-2': '#2C577B', 'level-3': '#35719F', 'level-4': '#6FAEDD', 'level-5': '#BFE0F8',
  'level-0-edge': '#A9B2BD', 'level-1-edge': '#5E87A8', 'level-2-edge': '#6FA0C8', 'level-3-edge': '#7DB2DC', 'level-4-edge': '#A7D0F0', 'level-5-edge': '#E4F3FE',
  'level-0-digit': '#12161C', 'level-1-digit': '#FFFFFF', 'level-2-digit': '#FFFFFF', 'level-3-digit': '#FFFFFF', 'level-4-digit': '#12161C', 'level-5-digit': '#12161C',
  'rating-n': '#F08C78', 'rating-p': '#E0B04E', 'rating-l': '#63C1CB', 'rating-f': '#6FC294', 'rating-na': '#9AA6B5', 'rating-letter': '#12161C',
};

export const themes = { light, dark } as const;
export type ThemeName = keyof typeof themes;

/** Chinese first, each platform's own face; nothing is fetched. */
export const fontStack = '"PingFang SC", "Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC", "Segoe UI", system-ui, sans-serif';
/** For English text: a Latin face first, so that quotes and apostrophes are not set as wide as Chinese ones. */
const latinStack = '"Segoe UI", -apple-system, "Helvetica Neue", "Noto Sans", "PingFang SC", "Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';
const monoStack = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Noto Sans SC", "Noto Sans CJK SC", monospace';

/** The style sheet that declares both themes as CSS variables; `data-theme` on the root element chooses. */
export function tokenSheet(): string {
  const declare = (tokens: Readonly<Record<string, string>>) => Object.entries(tokens).map(([name, value]) => `--${name}:${value};`).join('');
  return `:root{${declare(light)}--font-zh:${fontStack};--font-en:${latinStack};--mono:${monoStack};color-scheme:light}:root[data-theme="dark"]{${declare(dark)}color-scheme:dark}`;
}
