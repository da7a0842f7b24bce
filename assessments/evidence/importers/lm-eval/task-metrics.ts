import type { FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, members, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedMetric } from '../../unstated-records.ts';

type Metric = FactOf<'eval.metric'>;
type Subject = Pick<FactOf<'eval.run'>, 'evaluation' | 'model' | 'modelVersion'>;

/** One fact per task and metric. `acc,none` (since 0.4: metric and filter) is `acc`; another filter stays in the name. */
export function taskMetrics(root: Spot, { evaluation, model, modelVersion }: Subject): readonly Metric[] {
  return members(at(root, 'results')).flatMap(([task, results]) => {
    const dataset = textAt(root, 'configs', task, 'dataset_path');
    return members(results).flatMap(([name, spot]): readonly Metric[] => {
      const [metric = name, filter = 'none'] = name.split(',');
      const value = numberAt(spot);
      if (value === null || metric === 'alias' || /_stderr$/.test(metric)) return [];
      const error = numberAt(results, name.includes(',') ? `${metric}_stderr,${filter}` : `${metric}_stderr`);
      return [{
        type: 'eval.metric', place: placeOf(spot), ...unstatedMetric, evaluation, model, modelVersion, dataset,
        metric: filter === 'none' ? metric : name, task, value, standardError: error,
        instances: wholeAt(root, 'n-samples', task, 'effective'), kind: kindOf(metric, task),
      }];
    });
  });
}

/** Benchmarks of bias and harm measure these whatever their metric is called. */
function kindOf(metric: string, task: string): Metric['kind'] {
  if (/crows_pairs|bbq|winogender|stereo|cooccurrence_bias/i.test(task)) return 'fairness';
  if (/toxi|harm|jailbreak|advbench/i.test(task)) return 'safety';
  const kind = metricKind(metric);
  return kind === 'unstated' ? 'quality' : kind;
}
