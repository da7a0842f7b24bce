import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isMapping, items, rootSpots } from '../spot.ts';
import { receiverFacts } from './prometheus/receivers.ts';
import { holdsRules, ruleFacts } from './prometheus/rules.ts';
import { scrapeFacts } from './prometheus/scrapes.ts';

/** Prometheus rule files (Thanos, Loki, VictoriaMetrics too), Prometheus configuration and Alertmanager configuration. */
export const prometheus: Importer = {
  id: 'prometheus',
  title: { zh: 'Prometheus 告警与采集配置', en: 'Prometheus rules and configuration' },
  recognises: (file, documents) => rootSpots(file.path, documents).some((root) => isPrometheus(root)),
  read: (file, documents) => ({ facts: rootSpots(file.path, documents).filter(isPrometheus).flatMap(prometheusFacts), diagnostics: [] }),
};

/** Told by the set of top-level keys: rule groups, scrape jobs, or a route with receivers. Kubernetes objects are another importer's. */
export function isPrometheus(root: Spot): boolean {
  if (!isMapping(root.value) || (Object.hasOwn(root.value, 'kind') && Object.hasOwn(root.value, 'apiVersion'))) return false;
  return holdsRules(root) || holdsReceivers(root) || items(at(root, 'scrape_configs')).some(({ value }) => isMapping(value));
}

/** Facts of one document that `isPrometheus` has accepted. */
export function prometheusFacts(root: Spot): readonly Fact[] {
  return [...ruleFacts(root), ...scrapeFacts(root), ...(holdsReceivers(root) ? receiverFacts(at(root, 'receivers')) : [])];
}

function holdsReceivers(root: Spot): boolean {
  return isMapping(at(root, 'route').value) && items(at(root, 'receivers')).some(({ value }) => isMapping(value));
}
