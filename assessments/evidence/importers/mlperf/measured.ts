import type { Fact, FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';

/** A value on a line, in its own unit. */
export type Measured = { readonly metric: string; readonly value: number; readonly unit: string | null; readonly line: number };
type Run = Partial<Omit<FactOf<'eval.run'>, 'type' | 'place' | 'also' | 'system'>>;

/** The evaluation of a text of so many lines, and its values. */
export function measuredFacts(file: string, lines: number, system: string, said: Run, values: readonly Measured[]): readonly Fact[] {
  const evaluation = said.evaluation ?? file;
  const run: FactOf<'eval.run'> = { type: 'eval.run', place: { file, lines: [1, Math.max(1, lines)] }, ...unstatedEvaluation, evaluation, system, metrics: values.length, empty: values.length === 0, ...said };
  const [task = null] = run.tasks;
  return [run, ...values.map(({ metric, value, unit, line }): FactOf<'eval.metric'> => ({ type: 'eval.metric', place: { file, lines: [line, line] }, ...unstatedMetric, evaluation, model: run.model, task, metric, value, unit, kind: kindOf(metric, unit) }))];
}

function kindOf(metric: string, unit: string | null): FactOf<'eval.metric'>['kind'] {
  const kind = metricKind(metric);
  if (kind !== 'unstated') return kind;
  if (unit !== null && /J|Wh/.test(unit)) return 'cost';
  return /top-?[0-9]|acc|auc|map|wer|loss/i.test(metric) ? 'quality' : /second|sample|quer|time|duration|runtime/i.test(metric) ? 'performance' : 'unstated';
}

/** A plain decimal number; null for anything else. */
export function plainNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?(?:[0-9]{1,18}(?:\.[0-9]{0,25})?|\.[0-9]{1,25})(?:[eE][-+]?[0-9]{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}
