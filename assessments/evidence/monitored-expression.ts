type Token = { readonly kind: 'name' | 'number' | 'sign'; readonly text: string };

/** Longest first; a label selector, a range, a string and a comment are one token each and are not looked into. */
const grammar = /\s+|#[^\n]*|(?<string>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`[^`]*`)|(?<range>\[[^[\]]*\])|(?<duration>[0-9]+(?:ms|[smhdwy])(?:[0-9]+(?:ms|[smhdwy]))*\b)|(?<number>0x[0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)|(?<name>[a-zA-Z_:][a-zA-Z0-9_:.]*)|(?<sign>==|!=|<=|>=|=~|!~|[\s\S])/y;

const aggregations = new Set(['sum', 'min', 'max', 'avg', 'group', 'stddev', 'stdvar', 'count', 'count_values', 'bottomk', 'topk', 'quantile', 'limitk', 'limit_ratio']);
const labelClauses = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
const words = new Set(['and', 'or', 'unless', 'bool', 'offset', 'atan2', 'inf', 'nan', 'start', 'end']);
const comparisons = new Set(['==', '!=', '<=', '>=', '<', '>']);
const logical = new Set(['and', 'or', 'unless']);

/** Metric names in a PromQL expression, each once, in order of appearance; functions, labels and keywords left out. */
export function metricsIn(expression: string): readonly string[] {
  const tokens = tokensOf(expression);
  const names = new Set<string>();
  for (let index = 0; index < tokens.length; index = after(tokens, index)) {
    const name = metricAt(tokens, index);
    if (name !== null) names.add(name);
  }
  return [...names];
}

/** The next token to look at: a selector and the labels of a clause are stepped over whole. */
function after(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.text === '{') return closing(tokens, index, '{', '}') + 1;
  const clause = token?.kind === 'name' && labelClauses.has(token.text.toLowerCase()) && tokens[index + 1]?.text === '(';
  return clause ? closing(tokens, index + 1, '(', ')') + 1 : index + 1;
}

function metricAt(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  if (token?.text === '{') return selectorName(tokens, index);
  return token?.kind === 'name' && tokens[index + 1]?.text !== '(' && !isWord(token.text) ? token.text : null;
}

/** The number an expression compares with; null unless exactly one comparison stands against a bare number. */
export function thresholdIn(expression: string): number | null {
  const tokens = tokensOf(expression);
  const found = tokens.flatMap((token, index) => (comparisons.has(token.text) && token.kind === 'sign' ? comparedWith(tokens, index) : []));
  return found.length === 1 ? found[0] ?? null : null;
}

function isWord(name: string): boolean {
  const lower = name.toLowerCase();
  return aggregations.has(lower) || words.has(lower) || labelClauses.has(lower);
}

/** `{__name__="x"}` names its metric by a label. */
function selectorName(tokens: readonly Token[], open: number): string | null {
  const end = closing(tokens, open, '{', '}');
  const at = tokens.findIndex((token, index) => index > open && index < end && token.text === '__name__');
  const value = at === -1 || tokens[at + 1]?.text !== '=' ? undefined : tokens[at + 2]?.text;
  return value === undefined ? null : value.slice(1, -1);
}

function closing(tokens: readonly Token[], open: number, opener: string, closer: string): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (tokens[index]?.text === opener) depth += 1;
    if (tokens[index]?.text === closer) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** The number on the right of a comparison, else on the left, where it stands alone there. */
function comparedWith(tokens: readonly Token[], index: number): readonly number[] {
  const number = numberRightOf(tokens, tokens[index + 1]?.text === 'bool' ? index + 1 : index) ?? numberLeftOf(tokens, index);
  return number === null ? [] : [number];
}

function numberRightOf(tokens: readonly Token[], index: number): number | null {
  const negative = tokens[index + 1]?.text === '-';
  const at = negative ? index + 2 : index + 1;
  const operand = tokens[at];
  if (operand?.kind !== 'number' || !isBorder(tokens[at + 1], ')')) return null;
  return negative ? -Number(operand.text) : Number(operand.text);
}

function numberLeftOf(tokens: readonly Token[], index: number): number | null {
  const operand = tokens[index - 1];
  return operand?.kind === 'number' && isBorder(tokens[index - 2], '(') ? Number(operand.text) : null;
}

function isBorder(token: Token | undefined, bracket: string): boolean {
  return token === undefined || token.text === bracket || logical.has(token.text.toLowerCase());
}

/** No rule that a person wrote is longer; a hostile one may not take a minute. */
const longestExpression = 10_000;

function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  const source = expression.slice(0, longestExpression);
  grammar.lastIndex = 0;
  for (let found = grammar.exec(source); found !== null; found = grammar.exec(source)) {
    const { name, number, sign, string } = found.groups ?? {};
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined || string !== undefined) tokens.push({ kind: 'sign', text: sign ?? string ?? '' });
  }
  return tokens;
}
