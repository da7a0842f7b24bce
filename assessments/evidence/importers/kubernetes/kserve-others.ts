import type { Fact } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, items, members, numberAt, textAt, wholeAt } from '../../spot.ts';
import { type Target, containerPart, emptyTarget } from './container.ts';
import { labelledVersion, runtimeOf, versionIn } from './model.ts';
import type { KubernetesObject } from './object.ts';
import { scalingFact } from './scaling.ts';
import { splitFact } from './strategy.ts';

/** ServingRuntime, ClusterServingRuntime: the servers models can run on; a target per container, without a model. */
export function servingRuntimeFacts(object: KubernetesObject): readonly Fact[] {
  const formats = items(at(object.spot, 'spec', 'supportedModelFormats')).map((format) => textAt(format, 'name')).filter((name) => name !== null);
  return items(at(object.spot, 'spec', 'containers')).filter(({ value }) => isMapping(value)).map((container): Target => ({
    ...emptyTarget(object, container, textAt(container, 'name') ?? ''),
    platform: 'kserve', serves: 'model',
    ...containerPart(container),
    framework: formats[0] ?? runtimeOf(textAt(container, 'image')),
  }));
}

/** TrainedModel: one of many models loaded into a shared InferenceService. */
export function trainedModelFacts(object: KubernetesObject): readonly Fact[] {
  const model = at(object.spot, 'spec', 'model');
  const modelUri = textAt(model, 'storageUri');
  return [{
    ...emptyTarget(object, model, textAt(object.spot, 'spec', 'inferenceService') ?? 'predictor'),
    platform: 'kserve', serves: 'model',
    framework: textAt(model, 'framework'), modelUri, modelVersion: labelledVersion(object) ?? versionIn(modelUri),
    memoryRequested: isGiven(at(model, 'memory')),
  } satisfies Target];
}

/** InferenceGraph: a Splitter divides by weight, a Switch chooses by condition; a Sequence hands on and an Ensemble asks all, so they have no weights. */
export function inferenceGraphFacts(object: KubernetesObject): readonly Fact[] {
  return members(at(object.spot, 'spec', 'nodes')).flatMap(([name, node]) => {
    const router = textAt(node, 'routerType');
    if (router === null || !['Splitter', 'Switch', 'Sequence', 'Ensemble'].includes(router)) return [];
    const steps = items(at(node, 'steps'));
    const weighed = router === 'Splitter' || router === 'Switch';
    return [splitFact(node, {
      subject: `${object.name}/${name}`, tool: 'kserve',
      destinations: steps.map((step) => textAt(step, 'serviceName') ?? textAt(step, 'nodeName') ?? textAt(step, 'serviceUrl') ?? ''),
      weights: weighed ? steps.map((step) => numberAt(step, 'weight')).filter((weight) => weight !== null) : [],
    }, { matched: steps.some((step) => isGiven(at(step, 'condition'))) })];
  });
}

/** LLMInferenceService and its shared configuration: a decode workload and, where prefill is split off, a second one. */
export function languageModelFacts(object: KubernetesObject): readonly Fact[] {
  const spec = at(object.spot, 'spec');
  const prefill = at(spec, 'prefill');
  return [
    ...languageModelPart(object, spec, 'decode'),
    ...(isMapping(prefill.value) ? languageModelPart(object, prefill, 'prefill') : []),
  ];
}

function languageModelPart(object: KubernetesObject, part: Spot, component: string): readonly Fact[] {
  const scaling = at(part, 'scaling');
  const counts = { minimum: wholeAt(scaling, 'minReplicas') ?? wholeAt(part, 'replicas'), maximum: wholeAt(scaling, 'maxReplicas') ?? wholeAt(part, 'replicas') };
  const target = { ...languageModelTarget(object, part, component), replicasMin: counts.minimum, replicasMax: counts.maximum, autoscaled: isGiven(scaling) };
  return isGiven(scaling) ? [target, scalingFact(scaling, { subject: object.name, mechanism: 'kserve', ...counts, metrics: [] })] : [target];
}

function languageModelTarget(object: KubernetesObject, part: Spot, component: string): Target {
  // The server is the container named main; others beside it only help.
  const containers = items(at(part, 'template', 'containers'));
  const container = containers.find((candidate) => textAt(candidate, 'name') === 'main') ?? containers[0] ?? { ...part, value: undefined };
  const modelUri = textAt(object.spot, 'spec', 'model', 'uri');
  return {
    ...emptyTarget(object, part, component),
    platform: 'kserve', serves: 'model',
    ...containerPart(container),
    framework: runtimeOf(textAt(container, 'image')),
    modelUri, modelVersion: labelledVersion(object) ?? versionIn(modelUri),
  };
}
