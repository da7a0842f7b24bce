import type { DocumentLimits } from '../decode-limits.ts';

/** Writes the text of a document down, line by line; what is blank is no line, rows of tables are one line each. */
export type TextLines = {
  readonly text: (text: string) => void;
  /** A paragraph begins or ends. */
  readonly paragraph: () => void;
  readonly row: (side: 'begins' | 'ends') => void;
  readonly cell: () => void;
  /** A page begins here. */
  readonly page: () => void;
  /** Whether there is no more room; what comes then is dropped. */
  readonly full: () => boolean;
  readonly written: () => { readonly text: string; readonly pageLines: readonly number[] };
};

/** Cells of a row stand apart by this. */
const apart = ' | ';

export function textLines({ lines: mostLines, characters }: Pick<DocumentLimits, 'lines' | 'characters'>): TextLines {
  const lines: string[] = [];
  const pageLines: number[] = [];
  let room = characters;
  let current = '';
  let cells: string[] = [];
  let rows = 0;
  const full = (): boolean => room <= 0 || lines.length >= mostLines;
  const flush = (): void => {
    const line = current.replace(/[ \u00a0]+/g, ' ').trim();
    current = '';
    if (line !== '' && lines.length < mostLines) lines.push(line);
  };
  return {
    text: (text) => {
      const part = text.slice(0, room).replace(/[\r\n]+/g, ' ').toWellFormed();
      room -= part.length;
      current += part;
    },
    paragraph: () => {
      if (rows === 0) flush();
      else current += ' ';
    },
    row: (side) => {
      rows += side === 'begins' ? 1 : -1;
      if (side === 'begins' && rows === 1) flush();
      if (side === 'begins' || rows > 0) return;
      current = [...cells, current].map((cell) => cell.trim()).filter((cell) => cell !== '').join(apart);
      cells = [];
      flush();
    },
    cell: () => {
      if (rows !== 1) return;
      cells.push(current);
      current = '';
    },
    page: () => {
      if (rows === 0) flush();
      pageLines.push(lines.length + 1);
    },
    full,
    written: () => {
      flush();
      return { text: lines.join('\n'), pageLines };
    },
  };
}
