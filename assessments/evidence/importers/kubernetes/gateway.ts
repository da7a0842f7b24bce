import type { Fact } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, items, members, numberAt, saysTrue, settingAt, textAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';
import { scalingFact } from './scaling.ts';
import { type Policy, policyFact, splitFact } from './strategy.ts';
import { containerTargets, scrapeAnnotation, watchingFacts } from './workload.ts';

/** Service: it only joins names and pods; session affinity and scraping are what it can say. */
export function serviceFacts(object: KubernetesObject): readonly Fact[] {
  const affinity = at(object.spot, 'spec', 'sessionAffinity');
  const sticky = textAt(affinity) === 'ClientIP';
  return [
    ...scrapeAnnotation(object, object.spot),
    ...(sticky ? [policyFact(affinity, { subject: object.name, tool: 'kubernetes', kind: 'session-affinity', value: 'ClientIP' })] : []),
  ];
}

/** Settings of the nginx ingress controller by annotation; the others are left to their own documents. */
const ingressPolicies: readonly (readonly [RegExp, Policy['kind']])[] = [
  [/\/proxy-(?:read|send|connect)-timeout$/, 'timeout'],
  [/\/proxy-next-upstream(?:-tries)?$/, 'retry'],
  [/\/limit-(?:rps|rpm|connections)$/, 'rate-limit'],
  [/\/affinity$/, 'session-affinity'],
  [/\/(?:load-balance|upstream-hash-by)$/, 'load-balancing'],
  [/\/(?:auth-url|auth-type|auth-tls-secret)$/, 'authentication'],
];

/** Ingress with nginx annotations: canary by weight, header or cookie, mirroring, and the policies above. */
export function ingressFacts(object: KubernetesObject): readonly Fact[] {
  const annotations = at(object.spot, 'metadata', 'annotations');
  const policies = members(annotations).flatMap(([key, value]) => {
    const kind = key.startsWith('nginx.ingress.kubernetes.io/') ? ingressPolicies.find(([name]) => name.test(key))?.[1] : undefined;
    return kind === undefined ? [] : [policyFact(value, { subject: object.name, tool: 'nginx', kind, value: textAt(value) })];
  });
  return [...ingressSplit(object, annotations), ...policies];
}

function ingressSplit(object: KubernetesObject, annotations: Spot): readonly Fact[] {
  const setting = (name: string) => at(annotations, `nginx.ingress.kubernetes.io/${name}`);
  const canary = saysTrue(setting('canary'));
  const mirrored = isGiven(setting('mirror-target'));
  if (!canary && !mirrored) return [];
  const weight = canary ? numberAt(setting('canary-weight')) : null;
  const spot = canary ? setting('canary') : setting('mirror-target');
  return [splitFact(spot, {
    subject: object.name, tool: 'nginx',
    destinations: canary ? ['stable', 'canary'] : ['stable', 'mirror'],
    weights: weight === null ? [] : [100 - weight, weight],
  }, { mirrored, matched: isGiven(setting('canary-by-header')) || isGiven(setting('canary-by-cookie')) })];
}

/** Gateway API HTTPRoute and GRPCRoute. Weights there are proportions, given here in percent; timeouts and retries per rule. */
export function gatewayRouteFacts(object: KubernetesObject): readonly Fact[] {
  return items(at(object.spot, 'spec', 'rules')).filter(({ value }) => isMapping(value)).flatMap((rule) => {
    const backends = items(at(rule, 'backendRefs'));
    const mirrored = items(at(rule, 'filters')).some((filter) => textAt(filter, 'type') === 'RequestMirror');
    const matched = items(at(rule, 'matches')).some((match) => isGiven(at(match, 'headers')) || isGiven(at(match, 'queryParams')));
    const settings = [['timeout', at(rule, 'timeouts')], ['retry', at(rule, 'retry')], ['session-affinity', at(rule, 'sessionPersistence')]] as const;
    return [
      ...(backends.length > 1 || mirrored || matched ? [splitFact(rule, { subject: object.name, tool: 'gateway-api', destinations: backends.map((backend) => textAt(backend, 'name') ?? ''), weights: inPercent(backends) }, { mirrored, matched })] : []),
      ...settings.filter(([, setting]) => isGiven(setting)).map(([kind, setting]) => policyFact(setting, { subject: object.name, tool: 'gateway-api', kind, value: settingAt(setting) })),
    ];
  });
}

/** A backend without a weight weighs 1. */
function inPercent(backends: readonly Spot[]): readonly number[] {
  const weights = backends.map((backend) => numberAt(backend, 'weight') ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return backends.length < 2 || total <= 0 ? [] : weights.map((weight) => Math.round((weight / total) * 10_000) / 100);
}

/** Knative Service: a target per container, the split between revisions, the scaling annotations. */
export function knativeServiceFacts(object: KubernetesObject): readonly Fact[] {
  const template = at(object.spot, 'spec', 'template');
  const annotation = (name: string) => textAt(template, 'metadata', 'annotations', `autoscaling.knative.dev/${name}`);
  const bounds = { minimum: wholeOf(annotation('min-scale') ?? annotation('minScale')), maximum: wholeOf(annotation('max-scale') ?? annotation('maxScale')) };
  const metric = annotation('metric');
  const autoscaled = bounds.minimum !== null || bounds.maximum !== null || metric !== null || annotation('target') !== null;
  const targets = containerTargets(object, template).map((target) => ({ ...target, replicasMin: bounds.minimum, replicasMax: bounds.maximum, autoscaled, timeoutSeconds: numberAt(template, 'spec', 'timeoutSeconds') }));
  return [
    ...targets,
    ...watchingFacts(object, template),
    ...(autoscaled ? [scalingFact(template, { subject: object.name, mechanism: 'knative', ...bounds, metrics: metric === null ? [] : [metric] })] : []),
    ...revisionSplit(object),
  ];
}

function revisionSplit(object: KubernetesObject): readonly Fact[] {
  const traffic = at(object.spot, 'spec', 'traffic');
  const parts = items(traffic);
  if (parts.length < 2) return [];
  return [splitFact(traffic, {
    subject: object.name, tool: 'knative',
    destinations: parts.map((part) => textAt(part, 'revisionName') ?? textAt(part, 'tag') ?? 'latest'),
    weights: parts.map((part) => numberAt(part, 'percent') ?? 0),
  })];
}

function wholeOf(text: string | null): number | null {
  return text !== null && /^[0-9]{1,9}$/.test(text) ? Number(text) : null;
}
