import type { Documents } from '../../documents.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { unstatedDrift, unstatedMetric } from '../../unstated-records.ts';
import { isMeasure, isThreshold, isVerdict, methodIn, plainName } from './words.ts';

type Table = Extract<Documents, { readonly kind: 'rows' }>;

/** A column that names features beside one or more with measures of drift; a verdict alone is enough where the name of the file says drift. */
export function isDriftTable(path: string, { header }: Table): boolean {
  const measured = header.filter((title) => isMeasure(title) && !isVerdict(title));
  return featureColumn(header) !== -1 && (measured.length > 0 ? measured.length > 1 || /drift|psi/i.test(path) || header.some(isVerdict) : header.some(isVerdict) && /drift/i.test(path));
}

function featureColumn(header: readonly string[]): number {
  return header.findIndex((title) => /^(?:feature|feature_name|column|column_name|variable|特征|特征名)$/.test(plainName(title)));
}

/** The table as one report, and each measure of each feature as a number without a meaning. A threshold beside several measures is that of none of them. */
export function tableFacts(file: string, table: Table): readonly Fact[] {
  const { header } = table;
  const rows = table.rows();
  const features = featureColumn(header);
  const verdicts = header.findIndex(isVerdict);
  const thresholds = header.findIndex(isThreshold);
  const measures = header.flatMap((title, index) => (isMeasure(title) && !isVerdict(title) ? [{ title: title.trim(), index }] : []));
  const said = rows.map((row) => (verdicts === -1 ? null : flagIn(row.values[verdicts])));
  const drifted = rows.filter((_row, index) => said[index] === true).map((row) => row.values[features] ?? '');
  const report: FactOf<'drift.report'> = {
    type: 'drift.report', place: { file, lines: [1, rows.at(-1)?.lines[1] ?? 1] }, ...unstatedDrift, name: file, system: 'home-made', of: 'data',
    columns: rows.length, drifted: rows.length > 0 && said.every((flag) => flag !== null) ? drifted.length : null, driftedColumns: drifted.slice(0, 50),
    method: [...new Set(measures.map(({ title }) => methodIn(title)).filter((method) => method !== null))].slice(0, 5).join(', ') || null,
  };
  const values = rows.flatMap((row) => measures.map(({ title, index }): FactOf<'eval.metric'> => ({
    type: 'eval.metric', place: { file, lines: [row.lines[0], row.lines[1]] }, ...unstatedMetric, evaluation: file, metric: title, slice: row.values[features] ?? null,
    value: numberIn(row.values[index]), threshold: thresholds === -1 || measures.length > 1 ? null : numberIn(row.values[thresholds]), kind: 'unstated',
  })));
  return [report, ...values];
}

function flagIn(written: string | undefined): boolean | null {
  const text = (written ?? '').trim().toLowerCase();
  if (/^(?:true|yes|1|drift(?:ed)?|是)$/.test(text)) return true;
  return /^(?:false|no|0|no drift|none|否)$/.test(text) ? false : null;
}

function numberIn(written: string | undefined): number | null {
  const text = (written ?? '').trim();
  return /^-?(?:[0-9]{1,18}(?:\.[0-9]{0,25})?|\.[0-9]{1,25})(?:[eE][-+]?[0-9]{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}
