import type { Fact, FactOf } from '../../facts.ts';
import { jsonDocument } from '../../json-document.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, embeddedIn, items, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';

/** The rows of the performance check: one value for each dataset, class and metric. */
export function performanceFacts(root: Spot, checks: readonly Spot[]): readonly Fact[] {
  const rows = checks.filter((check) => /performance/i.test(textAt(check, 'header') ?? '')).flatMap(rowsOf);
  const evaluation = textAt(root, 'name') ?? textAt(root, 'header') ?? root.file;
  const values = rows.flatMap((row) => metricFact(row, evaluation));
  if (values.length === 0) return [];
  const run: FactOf<'eval.run'> = {
    type: 'eval.run', place: placeOf(root), ...unstatedEvaluation, evaluation, system: 'deepchecks', metrics: values.length,
    datasets: [...new Set(values.map(({ dataset }) => dataset).filter((dataset) => dataset !== null))],
    slices: [...new Set(values.map(({ slice }) => slice).filter((slice) => slice !== null))].slice(0, 200),
  };
  return [run, ...values];
}

/** A table is written as JSON inside a text. */
function rowsOf(check: Spot): readonly Spot[] {
  const value = at(check, 'value');
  if (typeof value.value !== 'string') return items(value);
  const parsed = jsonDocument(value.value);
  return parsed.ok ? items(embeddedIn(value, parsed.document)) : [];
}

function metricFact(row: Spot, evaluation: string): readonly FactOf<'eval.metric'>[] {
  const metric = textAt(row, 'Metric');
  const value = numberAt(row, 'Value');
  if (metric === null || value === null) return [];
  const kind = metricKind(metric);
  return [{
    type: 'eval.metric', place: placeOf(row), ...unstatedMetric, evaluation, metric, value, dataset: textAt(row, 'Dataset'),
    slice: textAt(row, 'Class Name') ?? textAt(row, 'Class'), instances: wholeAt(row, 'Number of samples'), kind: kind === 'unstated' ? 'quality' : kind,
  }];
}
