import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, items, placeOf, textAt } from '../../spot.ts';

/** Data sources with a type, or providers of dashboards with their options, under version 1 of Grafana's own. */
export function isProvisioning(root: Spot): boolean {
  if (textAt(root, 'apiVersion') !== '1') return false;
  const [sources, providers] = [items(at(root, 'datasources')), items(at(root, 'providers'))];
  return sources.length + providers.length > 0 && sources.every((source) => textAt(source, 'name') !== null && textAt(source, 'type') !== null) && providers.every((provider) => textAt(provider, 'name') !== null && isMapping(at(provider, 'options').value));
}

/** What the dashboards read from and where they come from; never an address or an account. */
export function provisioningFacts(root: Spot): readonly FactOf<'environment.definition'>[] {
  return [
    ...items(at(root, 'datasources')).map((source) => environment(source, textAt(source, 'type'))),
    ...items(at(root, 'providers')).map((provider) => environment(provider, textAt(provider, 'options', 'path'))),
  ];
}

function environment(spot: Spot, location: string | null): FactOf<'environment.definition'> {
  return {
    type: 'environment.definition', place: placeOf(spot), also: [], image: null, imageDigest: null, name: textAt(spot, 'name') ?? '', kind: 'other', system: 'grafana', stage: 'unstated',
    runtimeVersion: null, pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false, cpus: null, memoryBytes: null, gpus: null, nodes: null,
    hardware: null, autoscaled: false, protected: false, location,
  };
}
