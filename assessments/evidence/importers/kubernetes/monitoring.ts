import { durationSeconds } from '../../duration.ts';
import type { Fact } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { type Spot, at, embeddedIn, isMapping, items, members, placeOf, rootSpots, textAt } from '../../spot.ts';
import { parseDocuments } from '../../parse-documents.ts';
import { isPrometheus, prometheusFacts } from '../prometheus.ts';
import { receiverFacts } from '../prometheus/receivers.ts';
import { ruleFacts } from '../prometheus/rules.ts';
import type { KubernetesObject } from './object.ts';

/** PrometheusRule: rule groups under `spec`. */
export function prometheusRuleFacts({ spot }: KubernetesObject): readonly Fact[] {
  return ruleFacts(at(spot, 'spec'));
}

/** ServiceMonitor and PodMonitor: one fact per endpoint that is scraped. */
export function monitorFacts({ spot, kind, name }: KubernetesObject): readonly Fact[] {
  const pods = kind === 'PodMonitor';
  return items(at(spot, 'spec', pods ? 'podMetricsEndpoints' : 'endpoints')).filter(({ value }) => isMapping(value)).map((endpoint) => ({
    type: 'monitor.metric', place: placeOf(endpoint), also: [],
    name, source: pods ? 'pod-monitor' : 'service-monitor',
    area: monitoredArea([], name),
    expression: null, threshold: null,
    intervalSeconds: durationSeconds(textAt(endpoint, 'interval')),
  }));
}

/** AlertmanagerConfig: receivers under `spec`. */
export function alertmanagerConfigFacts({ spot }: KubernetesObject): readonly Fact[] {
  return receiverFacts(at(spot, 'spec', 'receivers'));
}

/** ConfigMaps (and secrets written out as text) that carry rules or configuration as text; the place is the entry that holds it. */
export function configurationFacts({ spot, kind }: KubernetesObject): readonly Fact[] {
  const entries = members(at(spot, kind === 'Secret' ? 'stringData' : 'data'));
  return entries.filter(([key]) => /\.ya?ml$|rules|alert|prometheus/i.test(key)).flatMap(([key, entry]) => insideFacts(key, entry));
}

function insideFacts(key: string, entry: Spot): readonly Fact[] {
  if (typeof entry.value !== 'string') return [];
  const inside = parseDocuments({ path: /\.json$/i.test(key) ? key : `${key}.yaml`, artefact: '', size: entry.value.length, mediaType: 'text/plain', encoding: 'utf-8', text: entry.value, decoded: null });
  return rootSpots(entry.file, inside).map(({ value }) => embeddedIn(entry, value)).filter(isPrometheus).flatMap(prometheusFacts);
}
