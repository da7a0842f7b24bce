/** A piece of Groovy: a word (also `docker.build`, a number), a text without its quotes, or a sign. Lines are 1-based. */
export type Token = { readonly kind: 'word' | 'text' | 'sign'; readonly value: string; readonly line: number; readonly lastLine: number };

const space = /[^\S\n]+/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#![^\n]*/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*(?:\??\.[\p{L}_$][\p{L}\p{N}_$]*)*|[0-9][\w.]*/uy;
/** Triple quotes first; a text on one line ends with the line where its quote is missing. */
const texts: readonly RegExp[] = [/'''([\s\S]*?)(?:'''|$)/y, /"""([\s\S]*?)(?:"""|$)/y, /'((?:[^'\\\n]|\\[\s\S])*)(?:'|(?=\n)|$)/y, /"((?:[^"\\\n]|\\[\s\S])*)(?:"|(?=\n)|$)/y];
/** A pattern between slashes stands only where a value can begin. */
const slashy = /\/((?:[^/\\\n]|\\.)+)\//y;
const beforeValue = new Set(['(', ',', '=', '~', '[', ':', '']);

/** The tokens of a Groovy text; what is no Groovy comes out as signs. Linear in the text; never fails. */
export function groovyTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < source.length;) {
    const before = tokens.at(-1)?.value ?? '';
    const { length, kind, value } = pieceAt(source, at, before);
    const lastLine = line + breaksIn(source, at, length);
    if (kind !== null) tokens.push({ kind, value, line, lastLine });
    line = lastLine;
    at += length;
  }
  return tokens;
}

type Piece = { readonly length: number; readonly kind: Token['kind'] | null; readonly value: string };

function pieceAt(source: string, at: number, before: string): Piece {
  const passed = matched(space, source, at) ?? matched(comment, source, at);
  if (passed !== null) return { length: passed[0].length, kind: null, value: '' };
  const name = matched(word, source, at);
  if (name !== null) return { length: name[0].length, kind: 'word', value: name[0] };
  const patterns = source[at] === '/' && beforeValue.has(before) ? [slashy] : texts;
  for (const pattern of patterns) {
    const text = matched(pattern, source, at);
    if (text !== null) return { length: text[0].length, kind: 'text', value: unescaped(text[1] ?? '') };
  }
  return { length: 1, kind: 'sign', value: source[at] ?? '' };
}

function matched(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found === null || found[0] === '' ? null : found;
}

/** A backslash at the end of a line goes on to the next, in Groovy as in the shell. */
function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(["'$\\])/g, '$1').replaceAll('\\n', '\n') : text;
}

function breaksIn(source: string, from: number, length: number): number {
  let breaks = 0;
  for (let at = source.indexOf('\n', from); at !== -1 && at < from + length; at = source.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
