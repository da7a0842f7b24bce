import type { Row } from '../../delimited-rows.ts';
import type { Documents } from '../../documents.ts';
import type { Fact } from '../../facts.ts';
import { jsonDocument } from '../../json-document.ts';
import { isMapping } from '../../spot.ts';
import { type Answer, answerFacts } from './answers.ts';

type Table = Extract<Documents, { readonly kind: 'rows' }>;
const cell = /^\[(PASS|FAIL|ERROR)\](?:\s*\(-?[0-9.]{1,12}\))?/;

/** A column for each prompt and provider, whose cells begin with the verdict: `[PASS] (1.00) …`. */
export function isTable(table: Table): boolean {
  const outputs = outputColumns(table.header);
  if (outputs.length === 0) return false;
  const rows = table.rows();
  return rows.length > 0 && rows.every((row) => outputs.every((index) => cell.test(row.values[index] ?? '')));
}

/** `{"raw": …, "label": …}` in old tables, `[provider] prompt` in newer ones. */
function outputColumns(header: readonly string[]): readonly number[] {
  return header.flatMap((title, index) => (/^\{"raw":/.test(title) || /^\[[^\]\n]{1,200}\] /.test(title) ? [index] : []));
}

export function tableFacts(file: string, table: Table): readonly Fact[] {
  const rows = table.rows();
  const last = rows.at(-1)?.lines[1] ?? 1;
  const answers = outputColumns(table.header).flatMap((index) => rows.map((row, number) => answerIn(file, table.header[index] ?? '', row, index, number)));
  return answerFacts({ id: file, place: { file, lines: [1, last] }, at: null, declared: null, evaluators: [] }, answers);
}

const outcomes: Readonly<Record<string, Answer['outcome']>> = { PASS: 'passed', FAIL: 'failed', ERROR: 'error' };

function answerIn(file: string, title: string, row: Row, index: number, number: number): Answer {
  const verdict = cell.exec(row.values[index] ?? '')?.[1] ?? '';
  return { ...askedIn(title, index), name: `#${number}`, outcome: outcomes[verdict] ?? 'error', seconds: null, place: { file, lines: [row.lines[0], row.lines[1]] }, scores: [] };
}

/** In old tables the prompts of several columns begin alike: their number tells them apart. */
function askedIn(title: string, index: number): Pick<Answer, 'provider' | 'prompt'> {
  const [, named, asked] = /^\[([^\]\n]{1,200})\] ([\s\S]*)$/.exec(title) ?? [];
  if (named !== undefined) return { provider: named, prompt: asked ?? '' };
  const parsed = jsonDocument(title);
  const told = (key: string) => (parsed.ok && isMapping(parsed.document) && typeof parsed.document[key] === 'string' ? parsed.document[key].slice(0, 100).toWellFormed() : null);
  return { provider: told('provider'), prompt: `${told('label') ?? told('display') ?? 'prompt'} (column ${index + 1})` };
}
