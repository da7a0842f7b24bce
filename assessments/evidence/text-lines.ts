const lineBreak = /\r\n|\n|\r/g;

/** The lines of a decoded text without their breaks; a break is CRLF, LF or CR, and nothing else. */
export function linesOf(text: string): readonly string[] {
  return text.split(lineBreak);
}

/** The 1-based line that holds the character at `offset`. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(lineBreak).length;
}
