import type { Fact, FactOf } from '../../facts.ts';
import { boundIn, comparisonOf } from '../../metric-bound.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, isMapping, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';
import { namesOf, recordsOf } from './drift.ts';
import type { EvidentlyReport, EvidentlyTest } from './forms.ts';

type Metric = FactOf<'eval.metric'>;
type Tested = { readonly about: string; readonly fact: Metric };

/** How good the model was, with the reference as baseline: the evaluation and its metrics; none where the report is about data alone. */
export function qualityFacts(report: EvidentlyReport): readonly Fact[] {
  const tested = report.tests.flatMap((test) => testFact(report, test));
  const values = bounded(report.metrics.flatMap((metric) => metricFacts(report, metric)), tested);
  const empty = report.metrics.length === 0 && report.tests.length === 0 && !isMapping(report.summary.value);
  if (values.length === 0 && !empty) return [];
  return [evaluationFact(report, values, empty), ...values];
}

function evaluationFact(report: EvidentlyReport, values: readonly Metric[], empty: boolean): FactOf<'eval.run'> {
  return {
    type: 'eval.run', place: placeOf(report.root), ...unstatedEvaluation, ...namesOf(report), evaluation: report.name, system: 'evidently',
    metrics: values.filter(({ value }) => value !== null).length, thresholds: values.filter(({ threshold }) => threshold !== null).length,
    failedMetrics: values.filter(({ passed }) => passed === false).map(({ metric }) => metric), instances: recordsOf(report).currentRecords,
    slices: [...new Set(values.map(({ slice }) => slice).filter((slice) => slice !== null))].slice(0, 200),
    baseline: values.some(({ baseline }) => baseline !== null) ? 'reference' : null, empty,
  };
}

/** Metrics of a model since 0.7; those of columns and rows are about data. */
const ofModel = /^(?:Accuracy|Precision|Recall|F1Score|TPR|TNR|FPR|FNR|RocAuc|LogLoss|MAE|RMSE|MAPE|MeanError|R2Score|AbsMaxError|NDCG|MAP|MRR|HitRate|PrecisionTopK|RecallTopK|FBetaTopK|Novelty|Diversity|Serendipity|Personalization|ScoreDistribution|(?:Precision|Recall|F1|RocAuc)ByLabel)$/;

function metricFacts(report: EvidentlyReport, { type, spot, result }: EvidentlyReport['metrics'][number]): readonly Metric[] {
  if (/^(?:Regression|Classification)Quality(?:Metric)?$/.test(type)) return legacyFacts(report, result);
  if (!ofModel.test(type)) return [];
  const value = numberAt(result) ?? numberAt(result, 'mean') ?? numberAt(result, 'mean', 'value');
  if (value !== null) return [fact(report, type, spot, { value })];
  const byLabel = isMapping(at(result, 'values').value) ? at(result, 'values') : result;
  return members(byLabel).flatMap(([label, own]) => {
    const measured = numberAt(own) ?? numberAt(own, 'value');
    return measured === null ? [] : [fact(report, type, own, { value: measured, slice: label })];
  });
}

/** A test of a metric that is in the report too gives it its threshold; one of another stands for itself. */
function bounded(measured: readonly Metric[], tested: readonly Tested[]): readonly Metric[] {
  const testOf = (metric: Metric) => tested.find((test) => test.about === metric.metric && metric.slice === null && test.fact.value === null);
  const used = new Set(measured.map(testOf));
  const values = measured.map((metric) => {
    const test = testOf(metric);
    return test === undefined ? metric : { ...metric, threshold: test.fact.threshold, comparison: test.fact.comparison, passed: test.fact.passed, also: [test.fact.place] };
  });
  return [...values, ...tested.filter((test) => !used.has(test)).map((test) => test.fact)];
}

function legacyFacts(report: EvidentlyReport, result: Spot): readonly Metric[] {
  return members(at(result, 'current')).flatMap(([name, spot]) => {
    const value = numberAt(spot);
    return value === null ? [] : [fact(report, name, spot, { value, baseline: numberAt(result, 'reference', name) })];
  });
}

function testFact(report: EvidentlyReport, { name, group, about, status, spot }: EvidentlyTest): readonly Tested[] {
  if (!/^(?:regression|classification|ranking|recsys)$/.test(group) && !ofModel.test(about)) return [];
  const value = numberAt(spot, 'parameters', 'value');
  return [{ about, fact: fact(report, name, spot, { value, passed: verdicts[status] ?? null, ...(configuredBound(spot) ?? boundIn(at(spot, 'parameters', 'condition'), value)) }) }];
}

const verdicts: Readonly<Record<string, boolean>> = { SUCCESS: true, WARNING: true, FAIL: false };

/** Since 0.7: `{ type: 'evidently:test_v2:GreaterOrEqualMetricTest', threshold: 0.85 }`. */
function configuredBound(spot: Spot): Pick<Metric, 'threshold' | 'comparison'> | null {
  const threshold = numberAt(spot, 'test_config', 'threshold');
  const word = /:(Greater|Less|Equal)\w*$/.exec(textAt(spot, 'test_config', 'type') ?? '')?.[1] ?? '';
  return threshold === null ? null : { threshold, comparison: comparisonOf(word) };
}

function fact(report: EvidentlyReport, metric: string, spot: Spot, said: Partial<Metric>): Metric {
  const { model, dataset, run } = namesOf(report);
  const kind = metricKind(metric);
  return { type: 'eval.metric', place: placeOf(spot), ...unstatedMetric, model, dataset, run, evaluation: report.name, metric, kind: kind === 'unstated' ? 'quality' : kind, ...said };
}
