import { type Document, LineCounter, type Node, type Pair, isAlias, isMap, isNode, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Documents } from './documents.ts';
import type { SourceFile } from './file.ts';
import type { MarkdownDocument } from './markdown-document.ts';
import { parseDocuments } from './parse-documents.ts';
import type { Place } from './place.ts';
import { pointerTokens } from './pointer.ts';
import { resolvePlace } from './resolve-place.ts';
import { linesOf } from './text-lines.ts';
import { tomlLines } from './toml-lines.ts';

export type LineRange = readonly [first: number, last: number];

/** The parser that keeps positions slows down with the square of the text; beyond this a place is shown without lines. */
const longestText = 300_000;

/**
 * The 1-based lines to show for a place, key and value together; for display only. Lines pass through; a pointer gives
 * null in a large file and wherever it does not resolve. A value behind an alias or a merge key is shown where it is written.
 */
export function placeLines(file: SourceFile, place: Place, documents?: Documents): LineRange | null {
  if (!('pointer' in place)) return 'lines' in place && resolvePlace(file, place).found ? place.lines : null;
  const { text } = file;
  if (text === null || isLong(file)) return null;
  const parsed = documents ?? documentsOf(file);
  const tokens = pointerTokens(place.pointer);
  if (tokens === null || !resolvePlace(file, place, parsed).found) return null;
  return linesUnder(file, text, parsed, tokens);
}

/** The whole of a document has no lines of its own. */
function isLong({ text, decoded }: SourceFile): boolean {
  return decoded?.kind === 'document' || (text ?? '').length > longestText;
}

/** A file may be cited at thousands of places: it is parsed for the first of them. */
const documentsBefore = new WeakMap<SourceFile, Documents>();
const nodesBefore = new WeakMap<SourceFile, Positioned>();

function documentsOf(file: SourceFile): Documents {
  const documents = documentsBefore.get(file) ?? parseDocuments(file);
  documentsBefore.set(file, documents);
  return documents;
}

function linesUnder(file: SourceFile, text: string, documents: Documents, tokens: readonly string[]): LineRange | null {
  const [index = '0', ...inside] = tokens;
  const nodes = (read: string): Positioned => {
    const known = nodesBefore.get(file) ?? positioned(read);
    nodesBefore.set(file, known);
    return known;
  };
  switch (documents.kind) {
    case 'yaml': return linesIn(nodes(text), Number(index), inside);
    case 'toml': return tomlLines(text, tokens);
    case 'ndjson': return lineOfDocument(text, Number(index));
    case 'markdown': return linesIn(nodes(frontMatterText(text, documents.markdown)), 0, inside);
    default: return linesIn(nodes(text), 0, tokens);
  }
}

/** With its opening mark, so that lines count from the start of the file. */
function frontMatterText(text: string, { frontMatterLines }: MarkdownDocument): string {
  return linesOf(text).slice(0, (frontMatterLines?.[1] ?? 1) - 1).join('\n');
}

/** One JSON value a line: the line of the document, whatever the pointer says inside it. */
function lineOfDocument(text: string, index: number): LineRange | null {
  const filled = linesOf(text).flatMap((line, at) => (line.trim() === '' ? [] : [at + 1]));
  const line = filled[index];
  return line === undefined ? null : [line, line];
}

type Positioned = { readonly text: string; readonly lines: LineCounter; readonly all: readonly Document.Parsed[] };

/** JSON is read as YAML here: only positions matter, and both parsers have accepted the text by now. */
function positioned(text: string): Positioned {
  const lines = new LineCounter();
  // Scalars stay as written, so that keys compare with pointer tokens; duplicates were refused before.
  const all = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, lineCounter: lines, logLevel: 'silent' });
  return { text, lines, all: 'empty' in all ? [] : all };
}

function linesIn({ text, lines, all }: Positioned, index: number, tokens: readonly string[]): LineRange | null {
  const document = all[index];
  const found = document === undefined ? null : offsetsAt(document, tokens);
  if (found === null) return null;
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
  // The end of a block value is the start of the line after it.
  return [lineOf(found[0]), Math.max(lineOf(found[0]), lineOf(lastContent(text, found)))];
}

function lastContent(text: string, [start, end]: Offsets): number {
  let last = Math.min(end, text.length) - 1;
  while (last > start && /\s/.test(text[last] ?? '')) last -= 1;
  return last;
}

type Offsets = readonly [start: number, end: number];
type Step = { readonly node: Node | null; readonly offsets: Offsets };

function offsetsAt(document: Document.Parsed, tokens: readonly string[]): Offsets | null {
  const root = document.contents;
  let step: Step | null = root?.range ? { node: root, offsets: [root.range[0], root.range[1]] } : null;
  for (const token of tokens) {
    const next = step === null ? null : memberAt(document, resolved(document, step.node), token, 0);
    if (next === null) return step?.offsets ?? null;
    step = next;
  }
  return step?.offsets ?? null;
}

function memberAt(document: Document.Parsed, node: Node | null, token: string, depth: number): Step | null {
  if (isSeq(node)) return stepTo(null, node.items[Number(token)]);
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => keyText(key) === token);
  if (pair !== undefined) return stepTo(pair.key, pair.value);
  return depth > 20 ? null : mergedMember(document, node.items, token, depth);
}

/** Members that come in by `<<`: the first source that has the key wins. */
function mergedMember(document: Document.Parsed, pairs: readonly Pair[], token: string, depth: number): Step | null {
  const merges = pairs.filter(({ key }) => keyText(key) === '<<').map(({ value }) => resolved(document, isNode(value) ? value : null));
  const sources = merges.flatMap((source) => (isSeq(source) ? source.items.map((item) => resolved(document, isNode(item) ? item : null)) : [source]));
  for (const source of sources) {
    const found = memberAt(document, source, token, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function resolved(document: Document.Parsed, node: Node | null): Node | null {
  return isAlias(node) ? node.resolve(document) ?? null : node;
}

function stepTo(key: unknown, value: unknown): Step | null {
  const node = isNode(value) ? value : null;
  const from = isNode(key) ? key.range : node?.range;
  const to = node?.range ?? from;
  return from && to ? { node, offsets: [from[0], to[1]] } : null;
}

/** The text a key has in a pointer: null and boolean keys are spelled in one way there. */
function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  const written = typeof key.value === 'string' ? key.value : '';
  if (key.type !== 'PLAIN') return written;
  if (/^(?:~|null|Null|NULL|)$/.test(written)) return 'null';
  return /^(?:true|false)$/i.test(written) && /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(written) ? written.toLowerCase() : written;
}
