import type { FactOf } from '../facts.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { metricKind } from '../metric-kind.ts';
import type { Place } from '../place.ts';

type Metric = FactOf<'eval.metric'>;
/** A value that a card states; `slice` says of what part or under which condition. */
export type CardMetric = Pick<Metric, 'metric' | 'value' | 'place'> & Partial<Pick<Metric, 'task' | 'slice' | 'unit' | 'dataset' | 'datasetVersion' | 'threshold'>>;
export type CardSubject = Pick<Metric, 'evaluation' | 'release' | 'model' | 'modelVersion'>;

/** The facts of the values in a card; a metric that is only named is none. A card repeats what somebody measured, so there is no run behind it. */
export function cardMetricFacts(subject: CardSubject, measured: readonly CardMetric[]): readonly Metric[] {
  return measured.filter(({ metric, value }) => metric !== '' && value !== null).map((one) => metricFact(subject, one));
}

function metricFact(subject: CardSubject, { metric, value, place, ...more }: CardMetric): Metric {
  return {
    type: 'eval.metric', place, also: [], ...subject, modelHash: null, datasetHash: null, run: null, metric, value,
    task: more.task ?? null, slice: more.slice ?? null, unit: more.unit ?? null, dataset: more.dataset ?? null, datasetVersion: more.datasetVersion ?? null,
    threshold: more.threshold ?? null, comparison: 'unstated', passed: null, standardError: null, baseline: null, instances: null, kind: metricKind(metric), live: null,
  };
}

/** Headings that mean the whole model; any other names the part or condition that a table is about. */
const general = /^(?:model )?(?:performance|evaluation|quality|metrics?|results?|test(?:ing)? results?|性能|评估|评估结果|指标)(?: (?:metrics?|results?|summary))?$/i;

/** Rows of tables whose first column is headed metric, with the number in the second. */
export function tableMetrics({ tables }: MarkdownDocument, file: string): readonly CardMetric[] {
  const measured = tables.filter(({ header }) => /^(?:evaluation )?(?:metrics?|measures?|指标|评估指标|评价指标)(?: names?)?$/i.test(header[0] ?? ''));
  return measured.flatMap(({ heading, rows }) => rows.flatMap(({ cells, line }): readonly CardMetric[] => {
    const [, number, percent] = /^([-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*(%?)$/.exec(cells[1] ?? '') ?? [];
    const metric = (cells[0] ?? '').slice(0, 200).toWellFormed();
    if (number === undefined || metric === '') return [];
    const place: Place = { file, lines: [line, line] };
    return [{ metric, value: Number(number), place, unit: percent === '%' ? '%' : null, slice: heading === '' || general.test(heading) ? null : heading }];
  }));
}
