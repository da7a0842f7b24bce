import type { SourceView } from '#contract';

/** How many lines a pane gets at most, and how many of them before the cited ones. */
const windowLines = 2_000;
const linesBefore = 500;
const lineLength = 4_000;

/** The lines of a text around the cited ones; the whole text where it is short. Very long lines are cut. */
export function windowAround(text: string | null, cited: readonly [number, number] | null): Pick<SourceView, 'firstLine' | 'text' | 'totalLines'> {
  if (text === null) return { firstLine: 1, text: null, totalLines: 0 };
  const all = text.split(/\r\n|\r|\n/);
  const wanted = Math.max(1, (cited?.[0] ?? 1) - linesBefore);
  const firstLine = Math.max(1, Math.min(wanted, all.length - windowLines + 1));
  const shown = all.slice(firstLine - 1, firstLine - 1 + windowLines);
  return { firstLine, text: shown.map((line) => line.slice(0, lineLength)).join('\n'), totalLines: all.length };
}
