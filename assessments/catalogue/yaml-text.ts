import { EVENT_ID, type Event, YAMLException, getScalarValue, load, parseEvents } from 'js-yaml';
import { type Result, fail, ok } from '../result.ts';

/** A parsed YAML document and the 1-based line of a place in it (of its nearest known ancestor where it has none). */
export type YamlText = { readonly value: unknown; readonly lineOf: (pointer: string) => number | null };
export type YamlFault = { readonly reason: string; readonly line: number | null };

/**
 * Parses one YAML document of plain values. Packs may come from strangers: own tags and aliases are refused, since a
 * few nested aliases expand to billions of nodes.
 */
export function parseYaml(text: string): Result<YamlText, YamlFault> {
  try {
    const value = load(text, { maxAliases: 0 });
    let lines: ReadonlyMap<string, number> | undefined;
    return ok({ value, lineOf: (pointer) => nearestLine(lines ??= linesByPointer(text), pointer) });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return fail({ reason: error.reason, line: error.mark === undefined ? null : error.mark.line + 1 });
  }
}

/** Joins path segments to a JSON pointer (RFC 6901). */
export function pointerOf(segments: readonly PropertyKey[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function nearestLine(lines: ReadonlyMap<string, number>, pointer: string): number | null {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = lines.get(at);
    if (line !== undefined) return line;
    if (at === '') return null;
  }
}

type Frame = { readonly kind: 'document' | 'mapping' | 'sequence'; readonly pointer: string; key: string | null; index: number };

function linesByPointer(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const lineAt = lineCounter(text);
  const frames: Frame[] = [];
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) { frames.pop(); continue; }
    const parent = frames.at(-1);
    if (parent?.kind === 'mapping' && parent.key === null) {
      parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
      lines.set(parent.pointer + pointerOf([parent.key]), lineAt(startOf(event)));
      continue;
    }
    const pointer = parent === undefined ? '' : nextChild(parent);
    if (!lines.has(pointer)) lines.set(pointer, lineAt(startOf(event)));
    const kind = collections[event.type];
    if (kind !== undefined) frames.push({ kind, pointer, key: null, index: 0 });
  }
  return lines;
}

const collections: Readonly<Record<number, Frame['kind']>> = { [EVENT_ID.DOCUMENT]: 'document', [EVENT_ID.MAPPING]: 'mapping', [EVENT_ID.SEQUENCE]: 'sequence' };

function startOf(event: Event): number {
  if ('valueStart' in event) return event.valueStart;
  if ('start' in event) return event.start;
  return 'anchorStart' in event ? event.anchorStart : 0;
}

function nextChild(parent: Frame): string {
  if (parent.kind === 'document') return '';
  if (parent.kind === 'sequence') return parent.pointer + pointerOf([parent.index++]);
  const pointer = parent.pointer + pointerOf([parent.key ?? '']);
  parent.key = null;
  return pointer;
}

/** The 1-based line of offsets that are asked for in rising order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) { line += 1; next = text.indexOf('\n', next + 1); }
    return line;
  };
}
