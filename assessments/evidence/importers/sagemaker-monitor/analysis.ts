import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, items, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';

const parts = ['pre_training_bias_metrics', 'post_training_bias_metrics'] as const;

/** Bias by facet, or what explains the predictions. */
export function isAnalysis(root: Spot): boolean {
  return isWritten(at(root, 'version')) && (parts.some((part) => isMapping(at(root, part, 'facets').value)) || (isMapping(at(root, 'explanations').value) && members(at(root, 'explanations')).some(([, one]) => isMapping(one.value))));
}

/** One evaluation with a value for each facet and metric; explanations alone measure nothing that has a name of its own here. */
export function analysisFacts(root: Spot): readonly Fact[] {
  const values = parts.flatMap((part) => members(at(root, part, 'facets')).flatMap(([facet, groups]) => items(groups).flatMap((group) => metricFacts(group, facet, part))));
  const run: FactOf<'eval.run'> = {
    type: 'eval.run', place: placeOf(root), ...unstatedEvaluation, evaluation: root.file, system: 'sagemaker', metrics: values.filter(({ value }) => value !== null).length,
    protectedAttributes: [...new Set(parts.flatMap((part) => members(at(root, part, 'facets')).map(([facet]) => facet)))],
    tasks: [...parts.filter((part) => isWritten(at(root, part))), ...(isWritten(at(root, 'explanations')) ? ['explanations'] : [])],
    slices: [...new Set(values.map(({ slice }) => slice).filter((slice) => slice !== null))].slice(0, 200), empty: values.length === 0 && !isWritten(at(root, 'explanations')),
  };
  return [run, ...values];
}

function metricFacts(group: Spot, facet: string, task: string): readonly FactOf<'eval.metric'>[] {
  const slice = [facet, textAt(group, 'value_or_threshold')].filter((text) => text !== null).join('=');
  return items(at(group, 'metrics')).flatMap((metric) => {
    const name = textAt(metric, 'name');
    return name === null ? [] : [{ type: 'eval.metric', place: placeOf(metric), ...unstatedMetric, evaluation: group.file, metric: name, task, slice, value: numberAt(metric, 'value'), kind: 'fairness' }];
  });
}
