/** A field of a protocol buffer in its text form: a scalar, or a message with its own fields. Lines are 1-based. */
export type ProtoField = { readonly name: string; readonly text: string | null; readonly fields: readonly ProtoField[]; readonly lines: readonly [first: number, last: number] };

type Token = { readonly kind: 'name' | 'text' | 'sign'; readonly text: string; readonly line: number };
type Reader = { readonly tokens: readonly Token[]; at: number };

const grammar = /\s+|#[^\n]*|(?<quoted>"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*')|(?<name>[\w.+/-]+)|(?<sign>[{}<>[\]:;,])/y;
const deepest = 100;
const mostTokens = 2_000_000;

/** The top-level fields of a text, in order; null where it is not the text form of a message. Linear in the text. */
export function textProto(text: string): readonly ProtoField[] | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const reader: Reader = { tokens, at: 0 };
  const fields = fieldsUntil(reader, null, 0);
  return fields !== null && reader.at === tokens.length ? fields : null;
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let line = 1;
  grammar.lastIndex = 0;
  while (grammar.lastIndex < text.length) {
    const found = grammar.exec(text);
    if (found === null || tokens.length > mostTokens) return null;
    const { quoted, name, sign } = found.groups ?? {};
    if (quoted !== undefined) tokens.push({ kind: 'text', text: unquoted(quoted), line });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, line });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, line });
    else line += found[0].split('\n').length - 1;
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Octal escapes are bytes of UTF-8; they are left as they are written. */
function unquoted(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\([^0-9x])/g, (_whole, sign: string) => escapes[sign] ?? sign);
}

function fieldsUntil(reader: Reader, end: string | null, depth: number): readonly ProtoField[] | null {
  const fields: ProtoField[] = [];
  while (reader.at < reader.tokens.length && !isSign(reader, end)) {
    const next = fieldAt(reader, depth);
    if (next === null) return null;
    fields.push(...next);
    while (isSign(reader, ';') || isSign(reader, ',')) reader.at += 1;
  }
  return end === null || isSign(reader, end) ? fields : null;
}

function isSign({ tokens, at }: Reader, sign: string | null): boolean {
  const token = tokens[at];
  return sign !== null && token?.kind === 'sign' && token.text === sign;
}

/** `name: value`, `name { … }`, `name: [a, b]`, `[type.url] { … }`; a list gives a field for each of its values. */
function fieldAt(reader: Reader, depth: number): readonly ProtoField[] | null {
  const name = nameAt(reader);
  if (name === null || depth > deepest) return null;
  const colon = isSign(reader, ':');
  if (colon) reader.at += 1;
  if (isSign(reader, '{') || isSign(reader, '<')) return one(messageAt(reader, name, depth));
  if (!colon) return null;
  return isSign(reader, '[') ? listAt(reader, name, depth) : one(scalarAt(reader, name));
}

function one(field: ProtoField | null): readonly ProtoField[] | null {
  return field === null ? null : [field];
}

function nameAt(reader: Reader): Token | null {
  const bracketed = isSign(reader, '[');
  if (bracketed) reader.at += 1;
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'name') return null;
  reader.at += 1;
  if (!bracketed) return token;
  if (!isSign(reader, ']')) return null;
  reader.at += 1;
  return token;
}

function messageAt(reader: Reader, name: Token, depth: number): ProtoField | null {
  const end = isSign(reader, '{') ? '}' : '>';
  reader.at += 1;
  const fields = fieldsUntil(reader, end, depth + 1);
  if (fields === null) return null;
  const last = reader.tokens[reader.at]?.line ?? name.line;
  reader.at += 1;
  return { name: name.text, text: null, fields, lines: [name.line, last] };
}

/** Texts beside each other are one text. */
function scalarAt(reader: Reader, name: Token): ProtoField | null {
  const first = reader.tokens[reader.at];
  if (first === undefined || first.kind === 'sign') return null;
  const parts: string[] = [];
  let last = first.line;
  for (let token: Token | undefined = first; token !== undefined && token.kind !== 'sign' && (parts.length === 0 || (token.kind === 'text' && first.kind === 'text')); token = reader.tokens[reader.at]) {
    parts.push(token.text);
    last = token.line;
    reader.at += 1;
  }
  return { name: name.text, text: parts.join(''), fields: [], lines: [name.line, last] };
}

function listAt(reader: Reader, name: Token, depth: number): readonly ProtoField[] | null {
  reader.at += 1;
  const fields: ProtoField[] = [];
  while (!isSign(reader, ']')) {
    const next = isSign(reader, '{') || isSign(reader, '<') ? messageAt(reader, name, depth) : scalarAt(reader, name);
    if (next === null) return null;
    fields.push(next);
    if (isSign(reader, ',')) reader.at += 1;
  }
  reader.at += 1;
  return fields;
}
