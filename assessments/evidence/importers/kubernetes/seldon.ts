import type { Fact } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, items, numberAt, saysTrue, textAt, textsAt, wholeAt } from '../../spot.ts';
import { type Target, containerPart, emptyTarget } from './container.ts';
import { labelledVersion, runtimeOf, versionIn } from './model.ts';
import type { KubernetesObject } from './object.ts';
import { scalingFact } from './scaling.ts';
import { type Strategy, splitFact, strategyFact } from './strategy.ts';

/** SeldonDeployment: a target per model of every predictor's graph, the split between predictors, shadows. Also written in JSON. */
export function seldonDeploymentFacts(object: KubernetesObject): readonly Fact[] {
  const predictors = items(at(object.spot, 'spec', 'predictors')).filter(({ value }) => isMapping(value));
  return [
    ...predictors.flatMap((predictor) => predictorFacts(object, predictor)),
    ...divisionFacts(object, predictors),
    ...predictors.flatMap((predictor) => testFacts(object, at(predictor, 'graph'))),
    ...predictors.flatMap((predictor) => graphFacts(object, predictor)),
  ];
}

function predictorFacts(object: KubernetesObject, predictor: Spot): readonly Fact[] {
  const pods = items(at(predictor, 'componentSpecs'));
  const scaling = pods.map(podScaling).find((spec) => isGiven(spec));
  const replicas = wholeAt(predictor, 'replicas') ?? wholeAt(object.spot, 'spec', 'replicas');
  const bounds = scaling === undefined
    ? { minimum: replicas, maximum: replicas }
    : { minimum: wholeAt(scaling, 'minReplicas') ?? wholeAt(scaling, 'minReplicaCount'), maximum: wholeAt(scaling, 'maxReplicas') ?? wholeAt(scaling, 'maxReplicaCount') };
  const containers = new Map(pods.flatMap((pod) => items(at(pod, 'spec', 'containers'))).map((container) => [nameOf(container), container] as const));
  const targets = graphNodes(at(predictor, 'graph')).flatMap((node) => nodeTarget(object, predictor, node, containers))
    .map((target) => ({ ...target, replicasMin: bounds.minimum, replicasMax: bounds.maximum, autoscaled: scaling !== undefined }));
  const rule = scaling === undefined ? [] : [scalingFact(scaling, { subject: textAt(predictor, 'name') ?? object.name, mechanism: 'seldon', ...bounds, metrics: scalingMetrics(scaling) })];
  return [...targets, ...rule];
}

function podScaling(pod: Spot): Spot {
  const horizontal = at(pod, 'hpaSpec');
  return isGiven(horizontal) ? horizontal : at(pod, 'kedaSpec');
}

function scalingMetrics(scaling: Spot): readonly string[] {
  return [...items(at(scaling, 'metrics')), ...items(at(scaling, 'metricsv2')), ...items(at(scaling, 'triggers'))]
    .map((metric) => textAt(metric, 'resource', 'name') ?? textAt(metric, 'metadata', 'metricName') ?? textAt(metric, 'type')).filter((name) => name !== null);
}

/** A graph is a tree; its nodes in document order. */
function graphNodes(node: Spot): readonly Spot[] {
  return isMapping(node.value) ? [node, ...items(at(node, 'children')).flatMap(graphNodes)] : [];
}

/** A node is served by a prepackaged server (`implementation`) or by the container of the same name; a bare router is neither. */
function nodeTarget(object: KubernetesObject, predictor: Spot, node: Spot, containers: ReadonlyMap<string, Spot>): readonly Target[] {
  const name = nameOf(node);
  const container = containers.get(name) ?? { ...node, value: undefined };
  const server = serverOf(node);
  const modelUri = textAt(node, 'modelUri');
  if (server === null && modelUri === null && !isGiven(container)) return [];
  return [{
    ...emptyTarget(object, node, `${nameOf(predictor)}/${name}`),
    platform: 'seldon', serves: 'model',
    ...containerPart(container),
    framework: server ?? runtimeOf(textAt(container, 'image')),
    modelUri, modelVersion: labelledVersion(object) ?? versionIn(modelUri),
    logger: isGiven(at(node, 'logger')),
  }];
}

/** `SKLEARN_SERVER` → sklearn. */
function serverOf(node: Spot): string | null {
  return /^(.+?)_SERVER$/.exec(textAt(node, 'implementation') ?? '')?.[1]?.toLowerCase() ?? null;
}

function nameOf(spot: Spot): string {
  return textAt(spot, 'name') ?? '';
}

/** Traffic between predictors. Equal shares are a comparison, unequal ones a canary; a shadow gets a copy and no answer of it is used. */
function divisionFacts(object: KubernetesObject, predictors: readonly Spot[]): readonly Fact[] {
  const shadows = predictors.filter((predictor) => saysTrue(predictor, 'shadow'));
  const live = predictors.filter((predictor) => !saysTrue(predictor, 'shadow'));
  const weights = live.map((predictor) => numberAt(predictor, 'traffic')).filter((weight) => weight !== null);
  if (predictors.length < 2 || (weights.length === 0 && shadows.length === 0)) return [];
  const spot = at(object.spot, 'spec', 'predictors');
  const names = [...live, ...shadows].map(nameOf);
  return [
    strategyFact(spot, { subject: object.name, tool: 'seldon', kind: divisionKind(weights, shadows.length), declared: true }, { steps: 1, weights: weights.length > 1 ? [Math.min(...weights)] : [] }),
    splitFact(spot, { subject: object.name, tool: 'seldon', destinations: names, weights }, { mirrored: shadows.length > 0 }),
  ];
}

function divisionKind(weights: readonly number[], shadows: number): Strategy['kind'] {
  if (weights.length < 2) return shadows > 0 ? 'shadow' : 'canary';
  return weights.every((weight) => weight === weights[0]) ? 'ab-test' : 'canary';
}

/** A router that divides at random inside one predictor. */
function testFacts(object: KubernetesObject, graph: Spot): readonly Fact[] {
  return graphNodes(graph).filter((node) => textAt(node, 'implementation') === 'RANDOM_ABTEST').flatMap((node) => {
    const ratio = items(at(node, 'parameters')).find((parameter) => textAt(parameter, 'name') === 'ratioA');
    const first = ratio === undefined ? null : numberAt(ratio, 'value');
    const destinations = items(at(node, 'children')).map(nameOf);
    const weights = first === null ? [] : [Math.round(first * 10_000) / 100, Math.round((1 - first) * 10_000) / 100];
    return [
      strategyFact(node, { subject: object.name, tool: 'seldon', kind: 'ab-test', declared: true }, { steps: 1, weights: weights.slice(0, 1) }),
      splitFact(node, { subject: object.name, tool: 'seldon', destinations, weights }),
    ];
  });
}

/** A node hands on to its children: one after another, to all of them, or to one a router chooses. Nothing is divided by weight. */
function graphFacts(object: KubernetesObject, predictor: Spot): readonly Fact[] {
  const nodes = graphNodes(at(predictor, 'graph')).filter((node) => items(at(node, 'children')).length > 0 && textAt(node, 'implementation') !== 'RANDOM_ABTEST');
  return nodes.map((node) => splitFact(node, { subject: `${object.name}/${nameOf(predictor)}/${nameOf(node)}`, tool: 'seldon', destinations: items(at(node, 'children')).map(nameOf), weights: [] }));
}

/** Seldon Core 2: a pipeline of models; each step that takes its input from another is where that one hands on to. */
export function seldonPipelineFacts(object: KubernetesObject): readonly Fact[] {
  const steps = items(at(object.spot, 'spec', 'steps'));
  return steps.flatMap((step) => {
    const next = steps.filter((other) => textsAt(other, 'inputs').some((input) => input.split('.')[0] === nameOf(step))).map(nameOf);
    return next.length === 0 ? [] : [splitFact(step, { subject: `${object.name}/${nameOf(step)}`, tool: 'seldon', destinations: next, weights: [] }, { matched: steps.some((other) => textsAt(other, 'triggers').some((trigger) => trigger.split('.')[0] === nameOf(step))) })];
  });
}

/** Seldon Core 2: a model by its location. */
export function seldonModelFacts(object: KubernetesObject): readonly Fact[] {
  const modelUri = textAt(object.spot, 'spec', 'storageUri');
  const least = wholeAt(object.spot, 'spec', 'minReplicas');
  const most = wholeAt(object.spot, 'spec', 'maxReplicas');
  const replicas = wholeAt(object.spot, 'spec', 'replicas');
  return [{
    ...emptyTarget(object, at(object.spot, 'spec'), 'model'), platform: 'seldon', serves: 'model',
    framework: textAt(items(at(object.spot, 'spec', 'requirements'))[0] ?? { ...object.spot, value: undefined }),
    modelUri, modelVersion: labelledVersion(object) ?? versionIn(modelUri),
    replicasMin: least ?? replicas, replicasMax: most ?? replicas, autoscaled: most !== null && most !== least,
    memoryRequested: isGiven(at(object.spot, 'spec', 'memory')),
  } satisfies Target];
}

/** Seldon Core 2: candidates by weight, and a mirror. */
export function seldonExperimentFacts(object: KubernetesObject): readonly Fact[] {
  const candidates = items(at(object.spot, 'spec', 'candidates'));
  const mirror = at(object.spot, 'spec', 'mirror');
  const weights = candidates.map((candidate) => numberAt(candidate, 'weight')).filter((weight) => weight !== null);
  const names = candidates.map(nameOf);
  const spot = at(object.spot, 'spec');
  return [
    strategyFact(spot, { subject: object.name, tool: 'seldon', kind: isGiven(mirror) ? 'shadow' : 'ab-test', declared: true }, { steps: 1, weights }),
    splitFact(spot, { subject: object.name, tool: 'seldon', destinations: isGiven(mirror) ? [...names, nameOf(mirror)] : names, weights }, { mirrored: isGiven(mirror) }),
  ];
}
