import type { FactOf } from '../../facts.ts';
import { plainAddress } from '../../plain-address.ts';
import { type Spot, at, isGiven, isMapping, members, placeOf, textAt } from '../../spot.ts';

const own = new Set(['project', 'project_description', 'registry', 'provider', 'online_store', 'offline_store', 'batch_engine', 'entity_key_serialization_version', 'auth', 'auth_config', 'flags', 'feature_server', 'materialization', 'openlineage', 'mlflow', 'coerce_tz_aware', 'repo_path', 'go_feature_serving']);

/** A project with its registry and a provider or a store, and nothing that Feast does not know. */
export function isStore(root: Spot): boolean {
  const stored = textAt(root, 'provider') !== null || isGiven(at(root, 'online_store')) || isGiven(at(root, 'offline_store'));
  return textAt(root, 'project') !== null && isGiven(at(root, 'registry')) && stored && members(root).every(([key]) => own.has(key));
}

/** The store; one that the provider adds by itself is not declared, and neither is one that is null. */
export function storeFacts(root: Spot): readonly FactOf<'feature.definition'>[] {
  const registry = isMapping(at(root, 'registry').value) ? textAt(root, 'registry', 'path') ?? textAt(root, 'registry', 'registry_type') : textAt(root, 'registry');
  return [{
    type: 'feature.definition', place: placeOf(root), also: [], release: null, feature: textAt(root, 'project') ?? '', featureVersion: null, featureHash: null, system: 'feast', kind: 'store',
    columns: [], columnCount: null, typed: false, bounded: false, entities: [], online: isGiven(at(root, 'online_store')), offline: isGiven(at(root, 'offline_store')),
    freshnessSeconds: null, registry: registry === null ? null : plainAddress(registry), owner: null,
  }];
}
