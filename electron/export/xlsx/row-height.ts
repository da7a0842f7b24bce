import type { Worksheet } from 'exceljs';

const line = 14;
/** The tallest a row can be. */
const tallest = 409;
const wide = /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{3FFFF}]/u;

/**
 * Makes a row as tall as its longest wrapped cell needs. Programs do not agree on when they do so themselves, so the
 * height is written; a Chinese sign counts for two.
 */
export function fitRow(sheet: Worksheet, row: number, texts: readonly { readonly text: string; readonly width: number }[]): void {
  const lines = Math.max(1, ...texts.map(({ text, width }) => wrappedLines(text, width)));
  sheet.getRow(row).height = Math.min(tallest, lines * line + 4);
}

/** How many lines a text takes in a column of this width, in characters. */
function wrappedLines(text: string, width: number): number {
  const room = Math.max(4, width - 1.5);
  return text.split('\n').reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(charactersWide(paragraph) / room)), 0);
}

function charactersWide(text: string): number {
  let width = 0;
  for (const sign of text) width += wide.test(sign) ? 2.05 : 1.08;
  return width;
}
