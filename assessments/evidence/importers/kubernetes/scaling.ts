import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, items, placeOf, textAt, wholeAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';

/** HorizontalPodAutoscaler of every version (v1 states CPU by a field of its own). */
export function horizontalScalingFacts({ spot, name }: KubernetesObject): readonly Fact[] {
  const cpu = isGiven(at(spot, 'spec', 'targetCPUUtilizationPercentage')) ? ['cpu'] : [];
  return [scalingFact(spot, {
    subject: textAt(spot, 'spec', 'scaleTargetRef', 'name') ?? name,
    mechanism: 'HorizontalPodAutoscaler',
    minimum: wholeAt(spot, 'spec', 'minReplicas'), maximum: wholeAt(spot, 'spec', 'maxReplicas'),
    metrics: [...cpu, ...items(at(spot, 'spec', 'metrics')).map(metricName).filter((metric) => metric !== null)],
  })];
}

/** KEDA: a trigger is named by its metric where it states one, else by its type. */
export function eventScalingFacts({ spot, kind, name }: KubernetesObject): readonly Fact[] {
  const triggers = items(at(spot, 'spec', 'triggers'));
  return [scalingFact(spot, {
    subject: textAt(spot, 'spec', 'scaleTargetRef', 'name') ?? name,
    mechanism: kind,
    minimum: wholeAt(spot, 'spec', 'minReplicaCount'), maximum: wholeAt(spot, 'spec', 'maxReplicaCount'),
    metrics: triggers.map((trigger) => textAt(trigger, 'metadata', 'metricName') ?? textAt(trigger, 'type')).filter((metric) => metric !== null),
  })];
}

export function scalingFact(spot: Spot, about: Pick<FactOf<'scaling.rule'>, 'subject' | 'mechanism' | 'minimum' | 'maximum' | 'metrics'>): FactOf<'scaling.rule'> {
  return { type: 'scaling.rule', place: placeOf(spot), also: [], ...about };
}

/** v2: `{type: Resource, resource: {name}}`, `{type: Pods, pods: {metric: {name}}}`; v2beta1 wrote `metricName`. */
function metricName(metric: Spot): string | null {
  const type = textAt(metric, 'type') ?? '';
  const source = at(metric, `${type.charAt(0).toLowerCase()}${type.slice(1)}`);
  return textAt(source, 'name') ?? textAt(source, 'metric', 'name') ?? textAt(source, 'metricName');
}
