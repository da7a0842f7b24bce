import { durationSeconds } from '../../duration.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, items, placeOf, saysTrue, textAt, textsAt } from '../../spot.ts';

const views = ['featureViews', 'onDemandFeatureViews', 'streamFeatureViews'] as const;
const others = ['entities', 'featureServices', 'dataSources', 'savedDatasets', 'validationReferences', 'infra', 'project', 'projectMetadata', 'permissions', 'projects'] as const;

/** Lists of views whose entries have a specification, as `feast registry-dump` writes them; with no view, two more of a registry's lists. */
export function isRegistry(root: Spot): boolean {
  const listed = views.flatMap((list) => items(at(root, list)));
  if (listed.length > 0) return listed.every((view) => textAt(view, 'spec', 'name') !== null) && listed.some((view) => Array.isArray(at(view, 'spec', 'features').value));
  return views.some((list) => Array.isArray(at(root, list).value)) && others.filter((key) => at(root, key).value !== undefined).length >= 2;
}

/** The registry as a store, its views, and the sources they are made of as they are declared. */
export function registryFacts(root: Spot): readonly Fact[] {
  const listed = views.flatMap((list) => items(at(root, list)));
  const store: FactOf<'feature.definition'> = {
    ...definition(root, textAt(root, 'project') ?? root.file), kind: 'store', columnCount: listed.reduce((sum, view) => sum + items(at(view, 'spec', 'features')).length, 0),
    entities: items(at(root, 'entities')).map((entity) => textAt(entity, 'spec', 'name')).filter((name) => name !== null).slice(0, 200),
    online: listed.some(isOnline), offline: items(at(root, 'dataSources')).length > 0, registry: root.file,
  };
  return [store, ...listed.flatMap((view) => [viewFact(view), ...sourceEdges(view)])];
}

function definition(spot: Spot, feature: string): FactOf<'feature.definition'> {
  return {
    type: 'feature.definition', place: placeOf(spot), also: [], release: null, feature, featureVersion: null, featureHash: null, system: 'feast', kind: 'view',
    columns: [], columnCount: null, typed: false, bounded: false, entities: [], online: false, offline: false, freshnessSeconds: null, registry: null, owner: null,
  };
}

function isOnline(view: Spot): boolean {
  return saysTrue(view, 'spec', 'online');
}

/** A time to live of nothing means that values never grow too old: none is stated. */
function viewFact(view: Spot): FactOf<'feature.definition'> {
  const spec = at(view, 'spec');
  const features = items(at(spec, 'features'));
  const age = durationSeconds(textAt(spec, 'ttl'));
  const owner = textAt(spec, 'owner');
  return {
    ...definition(view, textAt(spec, 'name') ?? ''), columns: features.map((feature) => textAt(feature, 'name')).filter((name) => name !== null).slice(0, 200), columnCount: features.length,
    typed: features.length > 0 && features.every((feature) => !/^(?:|INVALID|0)$/.test(textAt(feature, 'valueType') ?? '')), entities: textsAt(spec, 'entities').filter((name) => name !== '__dummy').slice(0, 200),
    online: isOnline(view), offline: isMapping(at(spec, 'batchSource').value), freshnessSeconds: age === 0 ? null : age, owner: owner === '' ? null : owner,
  };
}

function sourceEdges(view: Spot): readonly FactOf<'lineage.edge'>[] {
  const to = textAt(view, 'spec', 'name') ?? '';
  const sources = [textAt(view, 'spec', 'batchSource', 'name'), textAt(view, 'spec', 'streamSource', 'name')].filter((name) => name !== null && name !== '');
  return sources.map((from) => ({ type: 'lineage.edge', place: placeOf(view), also: [], run: null, from: from ?? '', fromKind: 'data', fromHash: null, to, toKind: 'feature', toHash: null, by: null, system: 'feast', recorded: false }));
}
