import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, rootSpots, textAt } from '../spot.ts';
import { jobFacts } from './databricks-bundle/jobs.ts';
import { endpointFacts } from './databricks-bundle/endpoints.ts';

/** Databricks Asset Bundles: targets, jobs with their tasks and schedules, serving endpoints. Project templates of them are no YAML and no evidence. */
export const databricksBundle: Importer = {
  id: 'databricks-bundle',
  title: { zh: 'Databricks 资产包', en: 'Databricks Asset Bundle' },
  recognises: (file, documents) => factsIn(file.path, documents).length > 0,
  read: (file, documents) => ({ facts: factsIn(file.path, documents), diagnostics: [] }),
};

/** A file that only names experiments or schemas says nothing of delivery and is not claimed. */
function factsIn(path: string, documents: Documents): readonly Fact[] {
  const root = bundleIn(path, documents);
  return root === null ? [] : bundleFacts(root);
}

const kinds = ['jobs', 'pipelines', 'models', 'registered_models', 'experiments', 'model_serving_endpoints', 'quality_monitors', 'schemas', 'volumes', 'clusters', 'apps', 'dashboards'];

function bundleIn(path: string, documents: Documents): Spot | null {
  const roots = documents.kind === 'yaml' || documents.kind === 'json' ? rootSpots(path, documents).filter(({ value }) => value !== null) : [];
  const [root] = roots;
  return root !== undefined && roots.length === 1 && isMapping(root.value) && isBundle(root) ? root : null;
}

/** A named bundle; or resources of the kinds of the platform, each a mapping of mappings, which a bundle takes in. */
function isBundle(root: Spot): boolean {
  if (['apiVersion', 'kind', 'AWSTemplateFormatVersion'].some((key) => isWritten(at(root, key)))) return false;
  const resources = members(at(root, 'resources'));
  const known = resources.length > 0 && resources.every(([kind, one]) => kinds.includes(kind) && members(one).length > 0 && members(one).every(([, resource]) => isMapping(resource.value)));
  return textAt(root, 'bundle', 'name') === null ? known : known || isMapping(at(root, 'targets').value) || isWritten(at(root, 'include'));
}

function bundleFacts(root: Spot): readonly Fact[] {
  const scopes = [root, ...members(at(root, 'targets')).map(([, target]) => target)];
  return [
    ...members(at(root, 'targets')).map(([name, target]) => targetFact(name, target)),
    ...scopes.flatMap((scope) => members(at(scope, 'resources', 'jobs')).flatMap(([key, job]) => jobFacts(key, job))),
    ...scopes.flatMap((scope) => members(at(scope, 'resources', 'model_serving_endpoints')).flatMap(([key, endpoint]) => endpointFacts(key, endpoint))),
  ];
}

type Environment = FactOf<'environment.definition'>;

const stages: readonly (readonly [Environment['stage'], RegExp])[] = [['development', /^dev/i], ['test', /^(?:test|ci|qa)/i], ['staging', /^stag/i], ['production', /^prod/i]];

/** A target of a bundle: where it is deployed to, as what. */
function targetFact(name: string, target: Spot): Environment {
  const mode = textAt(target, 'mode');
  const byName = stages.find(([, pattern]) => pattern.test(name))?.[0];
  return {
    type: 'environment.definition', place: placeOf(target), also: [], image: null, imageDigest: null,
    name, kind: 'stage', system: 'databricks', stage: byName ?? (mode === 'production' || mode === 'development' ? mode : 'unstated'), runtimeVersion: null,
    pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false,
    cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false,
    location: textAt(target, 'workspace', 'host'),
  };
}
