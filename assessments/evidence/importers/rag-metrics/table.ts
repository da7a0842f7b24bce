import type { Documents } from '../../documents.ts';
import type { Fact } from '../../facts.ts';
import { type Score, evaluationFacts } from './scores.ts';
import { isRagMetric } from './words.ts';

/** One value for each metric and row of a table. */
export function tableFacts(file: string, table: Extract<Documents, { readonly kind: 'rows' }>): readonly Fact[] {
  const columns = table.header.flatMap((title, index) => (isRagMetric(title) ? [{ metric: title.trim(), index }] : []));
  const rows = table.rows();
  const scores = rows.flatMap((row, number) => columns.map(({ metric, index }): Score => ({ metric, value: numberIn(row.values[index]), task: `#${number}`, place: { file, lines: [row.lines[0], row.lines[1]] } })));
  return evaluationFacts({ id: file, place: { file, lines: [1, rows.at(-1)?.lines[1] ?? 1] }, instances: rows.length, at: null }, scores);
}

function numberIn(written: string | undefined): number | null {
  const text = (written ?? '').trim();
  return /^-?(?:[0-9]{1,18}(?:\.[0-9]{0,25})?|\.[0-9]{1,25})(?:[eE][-+]?[0-9]{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}
