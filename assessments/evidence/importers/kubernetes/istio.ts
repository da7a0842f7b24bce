import type { Fact } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, items, numberAt, oneOrMany, settingAt, textAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';
import { type Policy, policyFact, splitFact } from './strategy.ts';

const tool = 'istio';

/** VirtualService: per route its split (weights, matches, mirrors) and its timeout, retries and injected faults. */
export function virtualServiceFacts(object: KubernetesObject): readonly Fact[] {
  const routes = ['http', 'tcp', 'tls'].flatMap((protocol) => items(at(object.spot, 'spec', protocol)));
  return routes.filter(({ value }) => isMapping(value)).flatMap((route) => [...routeSplit(object, route), ...routePolicies(object, route)]);
}

/** A route with one destination, no match and no mirror divides nothing. */
function routeSplit(object: KubernetesObject, route: Spot): readonly Fact[] {
  const live = items(at(route, 'route'));
  const mirrors = [...oneOrMany(at(route, 'mirror')), ...items(at(route, 'mirrors')).map((mirror) => at(mirror, 'destination'))];
  const matched = items(at(route, 'match')).length > 0;
  if (live.length < 2 && mirrors.length === 0 && !matched) return [];
  return [splitFact(route, {
    subject: object.name, tool,
    destinations: [...live.map((entry) => destinationName(at(entry, 'destination'))), ...mirrors.map(destinationName)],
    weights: live.map((entry) => numberAt(entry, 'weight')).filter((weight) => weight !== null),
  }, { mirrored: mirrors.length > 0, matched })];
}

function destinationName(destination: Spot): string {
  const host = textAt(destination, 'host') ?? '';
  const subset = textAt(destination, 'subset');
  return subset === null ? host : `${host}/${subset}`;
}

function routePolicies(object: KubernetesObject, route: Spot): readonly Fact[] {
  return stated(object, [['timeout', at(route, 'timeout')], ['retry', at(route, 'retries')], ['fault-injection', at(route, 'fault')]]);
}

/** DestinationRule: policies of the host, of its ports and of each subset. */
export function destinationRuleFacts(object: KubernetesObject): readonly Fact[] {
  const spec = at(object.spot, 'spec');
  const whole = at(spec, 'trafficPolicy');
  const policies = [whole, ...items(at(whole, 'portLevelSettings')), ...items(at(spec, 'subsets')).map((subset) => at(subset, 'trafficPolicy'))];
  return policies.filter(({ value }) => isMapping(value)).flatMap((policy) => stated(object, [
    ['load-balancing', at(policy, 'loadBalancer', 'simple')],
    ['session-affinity', at(policy, 'loadBalancer', 'consistentHash')],
    ['connection-limit', at(policy, 'connectionPool')],
    ['circuit-breaker', at(policy, 'outlierDetection')],
  ]));
}

/** RequestAuthentication, AuthorizationPolicy, PeerAuthentication: who may call. */
export function authenticationFacts(object: KubernetesObject): readonly Fact[] {
  return [policyFact(object.spot, { subject: object.name, tool, kind: 'authentication', value: object.kind })];
}

function stated(object: KubernetesObject, settings: readonly (readonly [Policy['kind'], Spot])[]): readonly Policy[] {
  return settings.filter(([, setting]) => isGiven(setting)).map(([kind, setting]) => policyFact(setting, { subject: object.name, tool, kind, value: settingAt(setting) }));
}
