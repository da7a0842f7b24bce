import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { plainAddress } from '../../plain-address.ts';
import { type Spot, at, isGiven, isMapping, members, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedEnvironment, unstatedTarget } from '../../unstated-delivery.ts';
import { type AssetReader, environmentAsset } from './assets.ts';
import { assetReference } from './schema-of.ts';

/** Endpoints divide traffic between deployments; a deployment serves one model on machines of one kind. */
export const deploymentReaders: Readonly<Record<string, AssetReader>> = {
  managedOnlineDeployment: (root) => deploymentFacts(root, 'managedOnlineDeployment'),
  kubernetesOnlineDeployment: (root) => deploymentFacts(root, 'kubernetesOnlineDeployment'),
  batchDeployment: (root) => deploymentFacts(root, 'batchDeployment'),
  modelBatchDeployment: (root) => deploymentFacts(root, 'batchDeployment'),
  managedOnlineEndpoint: endpointFacts, kubernetesOnlineEndpoint: endpointFacts, onlineEndpoint: endpointFacts, batchEndpoint: endpointFacts,
};

function deploymentFacts(root: Spot, kind: string): readonly Fact[] {
  const environment = at(root, 'environment');
  const inline = isMapping(environment.value);
  const name = textAt(root, 'endpoint_name') ?? '';
  const image = inline ? textAt(environment, 'image') : null;
  const target: FactOf<'deployment.target'> = {
    type: 'deployment.target', place: placeOf(root), ...unstatedTarget, kind, name, platform: 'azure-ml', serves: 'model', component: textAt(root, 'name') ?? 'deployment', ...modelOf(root),
    image, imagePinned: image !== null && imageReference(image).digest !== null, imageTag: image === null ? null : imageReference(image).tag, ...scaleOf(root),
    readinessProbe: isGiven(at(root, 'readiness_probe')), livenessProbe: isGiven(at(root, 'liveness_probe')), ...resourcesOf(root), timeoutSeconds: timeoutOf(root), logger: isGiven(at(root, 'data_collector')),
  };
  return [target, ...scalingFacts(root, target), ...hardwareFacts(root, target), ...(inline ? environmentAsset(environment, `${name}/${target.component}`) : [])];
}

/** A registered model by its name, a path otherwise. */
function modelOf(root: Spot): Pick<FactOf<'deployment.target'>, 'modelUri' | 'modelVersion' | 'framework'> {
  const written = textAt(root, 'model') ?? textAt(root, 'model', 'path') ?? textAt(root, 'model', 'local_path');
  const reference = assetReference(written);
  const version = reference?.version ?? textAt(root, 'model', 'version');
  return { modelUri: written === null ? null : plainAddress(written), modelVersion: version === 'latest' ? null : version, framework: textAt(root, 'model', 'type') };
}

function scaleOf(root: Spot): Pick<FactOf<'deployment.target'>, 'replicasMin' | 'replicasMax' | 'autoscaled'> {
  const scale = at(root, 'scale_settings');
  const count = wholeAt(root, 'instance_count') ?? wholeAt(root, 'resources', 'instance_count');
  const [least, most] = [wholeAt(scale, 'min_instances') ?? count, wholeAt(scale, 'max_instances') ?? count];
  return { replicasMin: least, replicasMax: most, autoscaled: textAt(scale, 'type') === 'target_utilization' };
}

function resourcesOf(root: Spot): Pick<FactOf<'deployment.target'>, 'cpuRequested' | 'memoryRequested' | 'limited' | 'gpus'> {
  const [requests, limits] = [at(root, 'resources', 'requests'), at(root, 'resources', 'limits')];
  return { cpuRequested: isGiven(at(requests, 'cpu')), memoryRequested: isGiven(at(requests, 'memory')), limited: isGiven(at(limits, 'cpu')) || isGiven(at(limits, 'memory')), gpus: numberAt(limits, 'nvidia.com/gpu') ?? numberAt(requests, 'nvidia.com/gpu') };
}

function timeoutOf(root: Spot): number | null {
  const milliseconds = numberAt(root, 'request_settings', 'request_timeout_ms');
  return milliseconds === null ? numberAt(root, 'retry_settings', 'timeout') : milliseconds / 1000;
}

function scalingFacts(root: Spot, target: FactOf<'deployment.target'>): readonly FactOf<'scaling.rule'>[] {
  return target.autoscaled ? [{ type: 'scaling.rule', place: placeOf(at(root, 'scale_settings')), also: [], subject: `${target.name}/${target.component}`, mechanism: 'azure-ml', minimum: target.replicasMin, maximum: target.replicasMax, metrics: ['utilization'] }] : [];
}

/** The machines; a cluster that is only named is told where it is defined. */
function hardwareFacts(root: Spot, target: FactOf<'deployment.target'>): readonly FactOf<'environment.definition'>[] {
  const hardware = textAt(root, 'instance_type');
  return hardware === null ? [] : [{
    type: 'environment.definition', place: placeOf(at(root, 'instance_type')), ...unstatedEnvironment, name: `${target.name}/${target.component}`, kind: 'compute', system: 'azure-ml',
    nodes: target.replicasMax, hardware, autoscaled: target.autoscaled,
  }];
}

/** The division of live traffic, the copy that goes to a mirror, and how callers are known. One without traffic answers nobody yet. */
function endpointFacts(root: Spot): readonly Fact[] {
  const subject = textAt(root, 'name') ?? root.file;
  const [live, mirror] = [members(at(root, 'traffic')), members(at(root, 'mirror_traffic'))];
  const weights = live.map(([, weight]) => numberAt(weight) ?? 0);
  const split: FactOf<'traffic.split'> = {
    type: 'traffic.split', place: placeOf(at(root, live.length > 0 ? 'traffic' : 'mirror_traffic')), also: [], subject, tool: 'azure-ml', destinations: [...live, ...mirror].map(([name]) => name), weights,
    total: weights.length === 0 ? 100 : weights.reduce((sum, weight) => sum + weight, 0), mirrored: mirror.length > 0, matched: false,
  };
  const authentication = textAt(root, 'auth_mode');
  return [
    ...(live.length + mirror.length === 0 ? [] : [split]),
    ...(authentication === null ? [] : [{ type: 'traffic.policy', place: placeOf(at(root, 'auth_mode')), also: [], subject, tool: 'azure-ml', kind: 'authentication', value: authentication } as const]),
  ];
}
