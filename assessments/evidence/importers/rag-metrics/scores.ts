import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import type { Place } from '../../place.ts';
import { type Spot, at, isMapping, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';
import { isRagMetric, speaksOfRetrieval } from './words.ts';

export type Score = { readonly metric: string; readonly value: number | null; readonly task: string | null; readonly place: Place };

/** Metrics of retrieval with a number, as a summary or as one record among others. */
export function isScored(root: Spot): boolean {
  return isMapping(root.value) && speaksOfRetrieval(members(root).filter(([, value]) => isScore(value)).map(([key]) => key));
}

/** A metric that could not be computed is null or NaN. */
function isScore(value: Spot): boolean {
  return numberAt(value) !== null || value.value === null || textAt(value) === 'NaN' || typeof value.value === 'boolean';
}

/** One value for each metric of a summary. */
export function summaryFacts(root: Spot): readonly Fact[] {
  return evaluationFacts({ id: textAt(root, 'name') ?? root.file, place: placeOf(root), instances: numberOf(root), at: instantOf(textAt(root, 'timestamp') ?? textAt(root, 'date')) }, scoresIn(root, null));
}

function numberOf(root: Spot): number | null {
  const count = ['num_samples', 'n_samples', 'samples', 'num_questions', 'total'].map((key) => numberAt(root, key)).find((value) => value !== null) ?? null;
  return count !== null && Number.isSafeInteger(count) ? count : null;
}

/** One value for each metric and record; a mean is left to whoever reads them. */
export function recordFacts(root: Spot, records: readonly Spot[]): readonly Fact[] {
  return evaluationFacts({ id: root.file, place: placeOf(root), instances: records.length, at: null }, records.flatMap((record, index) => scoresIn(record, `#${index}`)));
}

function scoresIn(record: Spot, task: string | null): readonly Score[] {
  return members(record).filter(([key, value]) => isRagMetric(key) && isScore(value)).map(([metric, spot]) => ({ metric, value: numberAt(spot), task, place: placeOf(at(record, metric)) }));
}

type Evaluation = { readonly id: string; readonly place: Place; readonly instances: number | null; readonly at: string | null };

/** The evaluation and its values; verdicts there are none. */
export function evaluationFacts({ id, place, instances, at: moment }: Evaluation, scores: readonly Score[]): readonly Fact[] {
  const names = [...new Set(scores.map(({ metric }) => metric))];
  const measured = scores.filter(({ value }) => value !== null);
  const run: FactOf<'eval.run'> = {
    type: 'eval.run', place, ...unstatedEvaluation, evaluation: id, system: 'rag-metrics', tasks: names.slice(0, 50), metrics: measured.length, instances,
    partial: instances !== null && instances < 10, empty: measured.length === 0 || instances === 0, at: moment,
  };
  return [run, ...measured.map((score): FactOf<'eval.metric'> => ({ type: 'eval.metric', place: score.place, ...unstatedMetric, evaluation: id, metric: score.metric, task: score.task, value: score.value, kind: 'quality' }))];
}
