import type { Token } from './tokens.ts';

/** A statement with the block behind it, where it has one: `stage('Test') { … }`, `sh 'make'`. */
export type Block = {
  /** The first word: `stage`, `docker.build`; what is assigned, not to what. '' where there is none. */
  readonly name: string;
  /** The name before a colon and a block: `unit: { … }`. */
  readonly label: string | null;
  readonly head: readonly Token[];
  readonly inside: readonly Block[];
  readonly lines: readonly [first: number, last: number];
};

/** Blocks nested deeper than this are read as part of the one above. */
const deepest = 60;

type Frame = { readonly blocks: Block[]; readonly opening: readonly Token[]; readonly depth: number; readonly line: number };

/** The statements of a Groovy text as a tree. Braces that do not match end with the text. */
export function groovyBlocks(tokens: readonly Token[]): readonly Block[] {
  const top: Block[] = [];
  const frames: Frame[] = [{ blocks: top, opening: [], depth: 0, line: 1 }];
  let head: Token[] = [];
  let depth = 0;
  let ignored = 0;

  const end = (): void => {
    if (head.length > 0) frames.at(-1)?.blocks.push(blockOf(head, [], lastLineOf(head)));
    head = [];
  };
  const open = (brace: Token): void => {
    frames.push({ blocks: [], opening: head, depth, line: brace.line });
    head = [];
    depth = 0;
  };
  const close = (line: number): void => {
    end();
    const frame = frames.pop();
    if (frame === undefined) return;
    frames.at(-1)?.blocks.push(blockOf(frame.opening, frame.blocks, line, frame.line));
    depth = frame.depth;
  };

  const bracket = (token: Token): void => {
    depth += token.value === '(' || token.value === '[' ? 1 : -1;
    head.push(token);
  };
  const onSign: Readonly<Record<string, (token: Token, index: number) => void>> = {
    '{': (brace) => { if (frames.length > deepest) ignored += 1; else open(brace); },
    '}': ({ line }) => { if (ignored > 0) ignored -= 1; else if (frames.length > 1) close(line); },
    '\n': (_token, index) => { if (depth <= 0 && !goesOn(tokens, index)) end(); },
    ';': end, '(': bracket, '[': bracket, ')': bracket, ']': bracket,
  };

  tokens.forEach((token, index) => {
    const act = token.kind === 'sign' ? onSign[token.value] : undefined;
    if (act === undefined) head.push(token);
    else act(token, index);
  });
  end();
  while (frames.length > 1) close(tokens.at(-1)?.lastLine ?? 1);
  return top;
}

/** A statement goes on after a comma or an operator, and where the next line begins with its block or a dot. */
function goesOn(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.kind === 'sign' && [',', '+', ':', '=', '&', '|', '\\'].includes(before.value)) return true;
  const next = tokens[index + 1];
  return next?.kind === 'sign' && (next.value === '{' || next.value === '.');
}

function blockOf(head: readonly Token[], inside: readonly Block[], lastLine: number, openLine = lastLine): Block {
  const first = head[0]?.line ?? inside[0]?.lines[0] ?? openLine;
  return { name: nameOf(head), label: labelOf(head), head, inside, lines: [first, Math.max(first, lastLine)] };
}

/** Behind the last `=` outside of brackets; `return` and declarations are passed over. */
function nameOf(head: readonly Token[]): string {
  let depth = 0;
  let from = 0;
  head.forEach(({ kind, value }, index) => {
    if (kind !== 'sign') return;
    if (value === '(' || value === '[') depth += 1;
    if (value === ')' || value === ']') depth -= 1;
    if (value === '=' && depth === 0 && !isComparison(head, index)) from = index + 1;
  });
  return head.slice(from).find(({ kind, value }) => kind === 'word' && value !== 'return' && value !== 'def')?.value ?? '';
}

function isComparison(head: readonly Token[], index: number): boolean {
  const signs = ['=', '!', '<', '>', '~'];
  return [head[index - 1], head[index + 1]].some((beside) => beside?.kind === 'sign' && signs.includes(beside.value));
}

function labelOf(head: readonly Token[]): string | null {
  const [label, colon] = head.slice(-2);
  return colon?.kind === 'sign' && colon.value === ':' && label !== undefined && label.kind !== 'sign' ? label.value : null;
}

function lastLineOf(head: readonly Token[]): number {
  return head.at(-1)?.lastLine ?? 1;
}

/** A call inside a statement: its name and the tokens behind it. */
export type Call = { readonly name: string; readonly rest: readonly Token[]; readonly lines: readonly [number, number] };

/** The calls of these names in a statement; a word behind a colon or a dot is a value, not a call. */
export function callsIn(head: readonly Token[], names: (name: string) => boolean): readonly Call[] {
  return head.flatMap((token, index) => {
    const next = head[index + 1];
    const called = token.kind === 'word' && names(token.value) && !(next?.kind === 'sign' && next.value === ':');
    return called ? [{ name: token.value, rest: head.slice(index + 1, index + 60), lines: [token.line, lastLineOf(head)] as const }] : [];
  });
}

/** A named argument: `script: 'make'` → make. */
export function argument(tokens: readonly Token[], name: string): string | null {
  const index = tokens.findIndex(({ kind, value }, at) => kind === 'word' && value === name && tokens[at + 1]?.value === ':' && tokens[at + 1]?.kind === 'sign');
  const value = index === -1 ? undefined : tokens[index + 2];
  return value === undefined || value.kind === 'sign' ? null : value.value;
}

/** The first text, in brackets or not; null where there is none. */
export function firstText(tokens: readonly Token[]): string | null {
  return tokens.find(({ kind }) => kind === 'text')?.value ?? null;
}

/** Tokens as a line of source. */
export function written(tokens: readonly Token[]): string {
  const line = tokens.map(({ kind, value }) => (kind === 'text' ? `'${value}'` : value)).join(' ');
  return line.replaceAll(/ ?([().,]) ?/g, '$1').replaceAll(/ ([:,]) ?/g, '$1 ').replaceAll(/([=!<>&|]) (?=[=&|])/g, '$1').trim();
}
