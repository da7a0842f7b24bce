import type { Fact, FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, isMapping, items, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';

/** Tables with a title, a header of cells and rows of cells, the first of which names a model. */
export function isTables(root: Spot): boolean {
  const tables = Array.isArray(root.value) ? items(root) : [root];
  return tables.length > 0 && tables.every(isTable);
}

function isTable(table: Spot): boolean {
  const header = items(at(table, 'header'));
  const rows = at(table, 'rows');
  return textAt(table, 'title') !== null && header.length > 1 && header.every((cell) => isMapping(cell.value) && textAt(cell, 'value') !== null) && /^(?:model|模型)/i.test(textAt(header[0] ?? table, 'value') ?? '')
    && Array.isArray(rows.value) && items(rows).every((row) => Array.isArray(row.value) && items(row).every((cell) => isMapping(cell.value)));
}

/** An evaluation for each table and model, with a value for each other column; `# eval` is the number of instances. */
export function tableFacts(root: Spot): readonly Fact[] {
  return (Array.isArray(root.value) ? items(root) : [root]).flatMap((table) => items(at(table, 'rows')).flatMap((row) => rowFacts(table, row)));
}

function rowFacts(table: Spot, row: Spot): readonly Fact[] {
  const titles = items(at(table, 'header')).map((cell) => (textAt(cell, 'value') ?? '').trim());
  const cells = items(row);
  const evaluation = textAt(table, 'title') ?? table.file;
  const model = cells[0] === undefined ? null : textAt(cells[0], 'value');
  const counted = titles.findIndex((title) => /#\s*eval\b/i.test(title));
  const instances = wholeIn(cells[counted]);
  const values = cells.flatMap((cell, index): readonly FactOf<'eval.metric'>[] => {
    const value = numberAt(cell, 'value');
    const metric = titles[index] ?? '';
    if (index === 0 || value === null || metric === '' || /#|observed inference time/i.test(metric)) return [];
    const kind = metricKind(metric);
    return [{ type: 'eval.metric', place: placeOf(cell), ...unstatedMetric, evaluation, model, metric, value, instances, kind: kind === 'unstated' ? 'quality' : kind }];
  });
  const run: FactOf<'eval.run'> = {
    type: 'eval.run', place: placeOf(row), ...unstatedEvaluation, evaluation, system: 'helm', model, metrics: values.length, instances, partial: instances !== null && instances < 10, empty: values.length === 0 || instances === 0,
  };
  return [run, ...values];
}

function wholeIn(cell: Spot | undefined): number | null {
  const value = cell === undefined ? null : numberAt(cell, 'value');
  return value !== null && Number.isSafeInteger(value) ? value : null;
}
