import type { Fact } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, items, members, placeOf, saysTrue, textAt, wholeAt, numberAt } from '../../spot.ts';
import { type Target, containerPart, emptyTarget } from './container.ts';
import { labelledVersion, runtimeOf, versionIn } from './model.ts';
import type { KubernetesObject } from './object.ts';
import { scalingFact } from './scaling.ts';
import { type Strategy, policyFact, rollbackFact, splitFact, strategyFact } from './strategy.ts';

/** Model formats that a component may be keyed by (`sklearn: {storageUri}`), before the `model` block existed. */
const formats = new Set(['sklearn', 'xgboost', 'tensorflow', 'pytorch', 'triton', 'tensorrt', 'onnx', 'pmml', 'lightgbm', 'paddle', 'mlflow', 'huggingface', 'predictive', 'alibi', 'art', 'aix', 'feast']);

/** InferenceService v1beta1: predictor, transformer, explainer; canary by `canaryTrafficPercent` on the predictor. */
export function inferenceServiceFacts(object: KubernetesObject): readonly Fact[] {
  const spec = at(object.spot, 'spec');
  if (isMapping(at(spec, 'default').value)) return olderInferenceServiceFacts(object);
  const parts = (['predictor', 'transformer', 'explainer'] as const).map((name) => [name, at(spec, name)] as const).filter(([, part]) => isMapping(part.value));
  return [
    ...parts.flatMap(([name, part]) => componentFacts(object, part, name)),
    ...canaryFacts(object, at(spec, 'predictor')),
    ...scrapeAsked(object),
  ];
}

/** v1alpha2: two whole endpoints side by side, `default` and `canary`; the percentage stands above them. */
function olderInferenceServiceFacts(object: KubernetesObject): readonly Fact[] {
  const spec = at(object.spot, 'spec');
  const parts = ['default', 'canary'].flatMap((endpoint) => members(at(spec, endpoint)).filter(([, part]) => isMapping(part.value)).map(([name, part]) => [`${endpoint}/${name}`, part] as const));
  const percent = at(spec, 'canaryTrafficPercent');
  const share = numberAt(percent);
  const canary = at(spec, 'canary');
  const weights = share === null ? [] : [share];
  return [
    ...parts.flatMap(([name, part]) => componentFacts(object, part, name)),
    ...(isMapping(canary.value) ? [strategyFact(canary, { subject: object.name, tool: 'kserve', kind: 'canary', declared: true }, { steps: weights.length, weights })] : []),
    ...(share === null ? [] : [splitFact(percent, { subject: object.name, tool: 'kserve', destinations: ['default', 'canary'], weights: [100 - share, share] })]),
  ];
}

/** Absent: every new revision takes all traffic once it is ready. 0: the new one gets none, the service is pinned to the earlier revision. */
function canaryFacts(object: KubernetesObject, predictor: Spot): readonly Fact[] {
  const percent = at(predictor, 'canaryTrafficPercent');
  const share = numberAt(percent);
  if (share === null) return isMapping(predictor.value) ? [plainStrategy(object, predictor)] : [];
  return [
    strategyFact(percent, { subject: object.name, tool: 'kserve', kind: 'canary', declared: true }, { steps: 1, weights: [share] }),
    splitFact(percent, { subject: object.name, tool: 'kserve', destinations: ['latest', 'previous'], weights: [share, 100 - share] }),
    ...(share === 0 ? [rollbackFact(percent, { subject: object.name, tool: 'kserve', mechanism: 'previous-revision', automatic: false, revisionsKept: null })] : []),
  ];
}

function plainStrategy(object: KubernetesObject, predictor: Spot): Strategy {
  const written = at(predictor, 'deploymentStrategy');
  const declared = isMapping(written.value);
  return strategyFact(declared ? written : predictor, {
    subject: object.name, tool: 'kserve', declared, kind: textAt(written, 'type') === 'Recreate' ? 'recreate' : 'rolling',
  }, { maxUnavailable: textAt(written, 'rollingUpdate', 'maxUnavailable'), maxSurge: textAt(written, 'rollingUpdate', 'maxSurge') });
}

function componentFacts(object: KubernetesObject, part: Spot, component: string): readonly Fact[] {
  const target = componentTarget(object, part, component);
  return [target, ...scalingFacts(object, part, target), ...limitFacts(object, part), ...loggerFacts(object, part)];
}

function componentTarget(object: KubernetesObject, part: Spot, component: string): Target {
  const { engine, framework } = engineOf(part);
  const modelUri = textAt(engine, 'storageUri') ?? textAt(engine, 'storage', 'path') ?? textAt(engine, 'modelUri') ?? storageVariable(engine);
  const least = wholeAt(part, 'minReplicas');
  return {
    ...emptyTarget(object, part, component),
    platform: 'kserve', serves: 'model',
    ...containerPart(engine),
    framework, modelUri,
    modelVersion: labelledVersion(object) ?? versionIn(modelUri),
    replicasMin: least, replicasMax: wholeAt(part, 'maxReplicas'),
    autoscaled: isAutoscaled(object, part),
    timeoutSeconds: numberAt(part, 'timeout'),
    logger: isGiven(at(part, 'logger')),
  };
}

/** The block that is the model server: `model` with a format, a block keyed by its format, or a container of one's own. */
function engineOf(part: Spot): { readonly engine: Spot; readonly framework: string | null } {
  const model = at(part, 'model');
  if (isMapping(model.value)) return { engine: model, framework: textAt(model, 'modelFormat', 'name') ?? textAt(model, 'runtime') };
  const keyed = members(part).find(([key, value]) => formats.has(key) && isMapping(value.value));
  if (keyed !== undefined) return { engine: keyed[1], framework: keyed[0] };
  const container = items(at(part, 'containers'))[0] ?? at(part, 'custom', 'container');
  return { engine: container, framework: runtimeOf(textAt(container, 'image')) };
}

function storageVariable(engine: Spot): string | null {
  const variable = items(at(engine, 'env')).find((entry) => textAt(entry, 'name') === 'STORAGE_URI');
  return variable === undefined ? null : textAt(variable, 'value');
}

/** Declared where the object states a target, a metric, a ceiling above the floor, or that it may go to zero. */
function isAutoscaled(object: KubernetesObject, part: Spot): boolean {
  const most = wholeAt(part, 'maxReplicas');
  const least = wholeAt(part, 'minReplicas');
  return ['scaleTarget', 'scaleMetric', 'autoScaling'].some((key) => isGiven(at(part, key)))
    || (most !== null && most !== least) || least === 0 || scalingAnnotations(object).length > 0;
}

function scalingAnnotations(object: KubernetesObject): readonly (readonly [string, Spot])[] {
  return members(at(object.spot, 'metadata', 'annotations')).filter(([key]) => /^autoscaling\.knative\.dev\/(?:target|metric|class|(?:min|max)-?scale)|^serving\.kserve\.io\/(?:autoscalerClass|metric|targetUtilizationPercentage)$/i.test(key));
}

function scalingFacts(object: KubernetesObject, part: Spot, target: Target): readonly Fact[] {
  if (!target.autoscaled) return [];
  const annotated = scalingAnnotations(object).filter(([key]) => /metric$/i.test(key)).map(([, value]) => textAt(value));
  const listed = items(at(part, 'autoScaling', 'metrics')).map((metric) => textAt(metric, 'resource', 'name') ?? textAt(metric, 'external', 'metric', 'backend') ?? textAt(metric, 'type'));
  return [scalingFact(part, {
    subject: object.name, mechanism: 'kserve', minimum: target.replicasMin, maximum: target.replicasMax,
    metrics: [textAt(part, 'scaleMetric'), ...annotated, ...listed].filter((metric) => metric !== null),
  })];
}

function limitFacts(object: KubernetesObject, part: Spot): readonly Fact[] {
  const settings = [['timeout', 'timeout'], ['containerConcurrency', 'connection-limit']] as const;
  return settings.flatMap(([key, kind]) => {
    const setting = at(part, key);
    return isGiven(setting) ? [policyFact(setting, { subject: object.name, tool: 'kserve', kind, value: textAt(setting) })] : [];
  });
}

/** The logger copies payloads to a sink; it is what drift and quality are later computed from, not a verdict on them. */
function loggerFacts(object: KubernetesObject, part: Spot): readonly Fact[] {
  const logger = at(part, 'logger');
  if (!isGiven(logger)) return [];
  return [{
    type: 'monitor.metric', place: placeOf(logger), also: [],
    name: object.name, source: 'kserve-logger', area: 'other', expression: textAt(logger, 'mode'), threshold: null, intervalSeconds: null,
  }];
}

function scrapeAsked(object: KubernetesObject): readonly Fact[] {
  const annotations = at(object.spot, 'metadata', 'annotations');
  const key = ['serving.kserve.io/enable-prometheus-scraping', 'serving.kserve.io/enable-metric-aggregation'].find((name) => saysTrue(annotations, name));
  if (key === undefined) return [];
  return [{
    type: 'monitor.metric', place: placeOf(at(annotations, key)), also: [],
    name: object.name, source: 'scrape-annotation', area: 'service', expression: null, threshold: null, intervalSeconds: null,
  }];
}
