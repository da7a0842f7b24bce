import type { Fact } from '../../facts.ts';
import { type Spot, at, isMapping, items, placeOf, saysTrue, settingAt, textAt, wholeAt } from '../../spot.ts';
import { type Target, argumentValue, containerPart, emptyTarget, environmentValue } from './container.ts';
import type { FileContext } from './context.ts';
import { labelledVersion, runtimeOf, versionIn } from './model.ts';
import type { KubernetesObject } from './object.ts';
import { type Rollback, type Strategy, rollbackFact, strategyFact } from './strategy.ts';

/** Deployment, StatefulSet, DaemonSet: a target per container, the update strategy (also the platform's default), kept revisions. */
export function workloadFacts(object: KubernetesObject, context: FileContext): readonly Fact[] {
  return [
    ...targetsOf(object, context),
    ...watchingFacts(object, at(object.spot, 'spec', 'template')),
    workloadStrategy(object),
    ...keptRevisions(object, 'kubernetes'),
  ];
}

/** A single pod, or a job's: targets only; nothing updates it. */
export function podFacts(object: KubernetesObject): readonly Fact[] {
  return [...containerTargets(object, object.spot), ...watchingFacts(object, object.spot)];
}

/** A target per container of the pod template, with replicas and autoscaler. */
export function targetsOf(object: KubernetesObject, context: FileContext): readonly Target[] {
  const scaling = context.scaling(object.kind, object.name);
  const replicas = wholeAt(object.spot, 'spec', 'replicas');
  const counts = {
    replicasMin: scaling === null ? replicas : scaling.minimum ?? replicas,
    replicasMax: scaling === null ? replicas : scaling.maximum,
    autoscaled: scaling !== null,
  };
  return containerTargets(object, at(object.spot, 'spec', 'template')).map((target) => ({ ...target, ...counts }));
}

/** One target per container of a pod (template); init containers do not serve. */
export function containerTargets(object: KubernetesObject, template: Spot): readonly Target[] {
  const containers = items(at(template, 'spec', 'containers')).filter(({ value }) => isMapping(value));
  const labelled = labelledVersion(object, template);
  return containers.map((container) => ({
    ...emptyTarget(object, container, textAt(container, 'name') ?? ''),
    ...containerPart(container),
    ...modelPart(container, labelled, containers.length === 1),
  }));
}

/**
 * The model a plain container serves, where its image, its environment or its arguments name one. A version label is on
 * the whole pod: alone, it speaks for the container only where there is no other.
 */
function modelPart(container: Spot, labelled: string | null, single: boolean): Pick<Target, 'serves' | 'framework' | 'modelUri' | 'modelVersion'> {
  const framework = runtimeOf(textAt(container, 'image'));
  const modelUri = environmentValue(container, uriVariable) ?? (framework === null ? null : argumentValue(container, modelOption));
  const named = framework ?? modelUri ?? environmentValue(container, nameVariable) ?? (single ? labelled : null);
  if (named === null) return { serves: 'service', framework, modelUri, modelVersion: null };
  return { serves: 'model', framework, modelUri, modelVersion: environmentValue(container, /^MODEL_VERSION$/) ?? labelled ?? versionIn(modelUri) };
}

const uriVariable = /^(?:STORAGE_URI|MODEL_(?:URI|URL|PATH|BASE_PATH|LOCATION|DIR)|MLFLOW_MODEL_URI|MODEL_S3_PATH)$/;
const nameVariable = /^(?:MODEL_NAME|MODEL_ID|MODEL_VERSION|SERVED_MODEL_NAME)$/;
const modelOption = /^--?(?:model|model[-_]base[-_]path|model[-_]dir|model[-_]repository|model[-_]store|model[-_]path|model[-_]id)$/;

const strategyKinds: Readonly<Record<string, Strategy['kind']>> = { RollingUpdate: 'rolling', Recreate: 'recreate', OnDelete: 'on-delete' };

/** Without a written strategy, Kubernetes rolls; that is a default, not a decision. */
function workloadStrategy({ spot, kind, name }: KubernetesObject): Strategy {
  const strategy = at(spot, 'spec', kind === 'Deployment' ? 'strategy' : 'updateStrategy');
  const type = textAt(strategy, 'type') ?? 'RollingUpdate';
  const declared = isMapping(strategy.value) && Object.keys(strategy.value).length > 0;
  return strategyFact(declared ? strategy : at(spot, 'spec'), {
    subject: name, tool: 'kubernetes', declared,
    kind: Object.hasOwn(strategyKinds, type) ? strategyKinds[type] ?? 'rolling' : 'rolling',
  }, {
    maxUnavailable: settingAt(strategy, 'rollingUpdate', 'maxUnavailable'),
    maxSurge: settingAt(strategy, 'rollingUpdate', 'maxSurge'),
  });
}

/** Earlier revisions that a person can go back to, where the object says how many are kept (0 says: none). */
export function keptRevisions({ spot, name }: KubernetesObject, tool: string): readonly Rollback[] {
  const kept = at(spot, 'spec', 'revisionHistoryLimit');
  const revisionsKept = wholeAt(kept);
  if (revisionsKept === null) return [];
  return [rollbackFact(kept, { subject: name, tool, mechanism: 'revision-history', automatic: false, revisionsKept })];
}

/** What a pod (template) says about being watched, or about watching a model. */
export function watchingFacts(object: KubernetesObject, template: Spot): readonly Fact[] {
  return [...scrapeAnnotation(object, template), ...detectorFacts(object, template)];
}

/** A container that is a drift or outlier detector and nothing else. */
function detectorFacts(object: KubernetesObject, template: Spot): readonly Fact[] {
  const detectors = items(at(template, 'spec', 'containers')).filter((container) => /alibi-detect-server/.test(textAt(container, 'image') ?? ''));
  return detectors.map((container) => ({
    type: 'monitor.metric', place: placeOf(container), also: [],
    name: object.name, source: 'detector', area: 'data-drift', expression: null, threshold: null, intervalSeconds: null,
  }));
}

/** Pods or services that ask to be scraped by the usual annotation. */
export function scrapeAnnotation(object: KubernetesObject, annotated: Spot): readonly Fact[] {
  const annotations = at(annotated, 'metadata', 'annotations');
  const asked = ['prometheus.io/scrape', 'serving.kserve.io/enable-prometheus-scraping'].find((key) => saysTrue(annotations, key));
  if (asked === undefined) return [];
  return [{
    type: 'monitor.metric', place: placeOf(at(annotations, asked)), also: [],
    name: object.name, source: 'scrape-annotation', area: 'other', expression: null, threshold: null, intervalSeconds: null,
  }];
}
