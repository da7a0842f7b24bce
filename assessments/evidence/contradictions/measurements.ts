import type { FactOf } from '../facts.ts';
import { type Claim, type ContradictionRule, nameOf, sameDelivery } from './rule.ts';

type Metric = FactOf<'eval.metric'>;

/** One metric of one delivery is held against two thresholds: the gate's is not the evaluation's. */
export const thresholdDiffers: ContradictionRule = {
  kind: 'threshold-differs',
  find: ({ ofType }) => perMetric(ofType('eval.metric').filter(({ threshold }) => threshold !== null), (one, other) => one.threshold !== other.threshold, (one, other) => ({
    about: `${nameOf(one)} ${one.metric}`, left: String(one.threshold), right: String(other.threshold), facts: [one, other],
    zh: `${nameOf(one)} 的指标 ${one.metric} 在“${one.evaluation}”中的阈值为 ${one.threshold}，在“${other.evaluation}”中为 ${other.threshold}。`,
    en: `The threshold of ${one.metric} for ${nameOf(one)} is ${one.threshold} in “${one.evaluation}” and ${other.threshold} in “${other.evaluation}”.`,
  })),
};

/** One metric of one delivery has two values that rounding does not explain. */
export const metricDiffers: ContradictionRule = {
  kind: 'metric-differs',
  find: ({ ofType }) => perMetric(ofType('eval.metric').filter(({ value }) => value !== null), (one, other) => !isRounded(one.value ?? 0, other.value ?? 0), (one, other) => ({
    about: `${nameOf(one)} ${one.metric}`, left: String(one.value), right: String(other.value), facts: [one, other],
    zh: `${nameOf(one)} 的指标 ${one.metric} 在“${one.evaluation}”中为 ${one.value}，在“${other.evaluation}”中为 ${other.value}。`,
    en: `${one.metric} of ${nameOf(one)} is ${one.value} in “${one.evaluation}” and ${other.value} in “${other.evaluation}”.`,
  })),
};

/** A metric is said to have passed, or failed, and its value and threshold say the opposite. */
export const passedAgainstThreshold: ContradictionRule = {
  kind: 'passed-against-threshold',
  find: ({ ofType }) => ofType('eval.metric').filter((metric) => metric.passed !== null && holds(metric) === !metric.passed).map((metric) => ({
    about: `${nameOf(metric)} ${metric.metric}`, left: metric.passed === true ? 'pass' : 'fail', right: `${metric.value} / ${metric.threshold}`, facts: [metric],
    zh: `指标 ${metric.metric} 标为${metric.passed === true ? '通过' : '未通过'}，但数值 ${metric.value} 与阈值 ${metric.threshold} 表明相反。`,
    en: `${metric.metric} is marked as ${metric.passed === true ? 'passed' : 'failed'}, but its value ${metric.value} against the threshold ${metric.threshold} says the opposite.`,
  })),
};

/** Whether the value meets the threshold; null where that cannot be said. */
function holds({ value, threshold, comparison }: Metric): boolean | null {
  if (value === null || threshold === null) return null;
  switch (comparison) {
    case 'at-least': return value >= threshold;
    case 'at-most': return value <= threshold;
    case 'equal': return value === threshold;
    case 'unstated': return null;
  }
}

/** The first pair that differs for every delivery, metric, task and slice that two different evaluations measured on the same data. */
function perMetric(metrics: readonly Metric[], differ: (one: Metric, other: Metric) => boolean, claim: (one: Metric, other: Metric) => Claim): readonly Claim[] {
  const groups = Map.groupBy(metrics, ({ metric, task, slice }) => [metricKey(metric), task ?? '', slice ?? ''].join('\n'));
  return [...groups.values()].flatMap((group) => differencesIn(group, differ).map(([one, other]) => claim(one, other)));
}

function differencesIn(metrics: readonly Metric[], differ: (one: Metric, other: Metric) => boolean): readonly (readonly [Metric, Metric])[] {
  const found = new Map<string, readonly [Metric, Metric]>();
  for (const [index, one] of metrics.slice(0, mostCompared).entries()) {
    const other = metrics.slice(index + 1, mostCompared).find((later) => isComparable(one, later) && differ(one, later));
    if (other !== undefined && !found.has(nameOf(one))) found.set(nameOf(one), [one, other]);
  }
  return [...found.values()];
}

/** A metric logged at a thousand steps is not compared with itself. */
const mostCompared = 200;

function isComparable(one: Metric, other: Metric): boolean {
  const sameData = one.dataset === null || other.dataset === null || one.dataset === other.dataset;
  return one.evaluation !== other.evaluation && sameData && one.unit === other.unit && one.live === other.live && sameDelivery(one, other);
}

/** `AUC-ROC`, `auc_roc` and `Auc roc` are one name. */
function metricKey(metric: string): string {
  return metric.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
}

/** The longer number, rounded to the places of the shorter, is the shorter. */
function isRounded(one: number, other: number): boolean {
  const places = Math.min(placesOf(one), placesOf(other));
  return Math.abs(one - other) <= 0.5 * 10 ** -places + 1e-12;
}

function placesOf(value: number): number {
  return Math.min(12, /\.([0-9]+)$/.exec(String(value))?.[1]?.length ?? 0);
}
