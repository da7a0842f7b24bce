import type { Fact, FactOf } from '../../facts.ts';
import { type ImageReference, imageReference } from '../../image-reference.ts';
import { memoryWritten, processorsWritten } from '../../resource-quantity.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, members, numberAt, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { stageOfName } from '../../stage-of-name.ts';
import { unstatedEnvironment, unstatedTarget } from '../../unstated-delivery.ts';
import { type ServedModel, servedModel } from './served-model.ts';

/**
 * A service as the environment it runs in and the image it names. It is a deployment where the file is named after
 * production or staging, the service has a `deploy` section (Compose Deploy Specification), or it serves a model.
 */
export function serviceFacts(root: Spot, name: string, service: Spot): readonly Fact[] {
  const written = withDefaults(textAt(service, 'image'));
  const built = isGiven(at(service, 'build'));
  const image = written === null || isOnlyVariable(written) ? null : imageReference(written);
  const model = servedModel(service, image?.image ?? null);
  return [
    environmentFact(root, name, service, image),
    ...(image === null ? [] : [imageFact(name, service, image, built)]),
    ...(model !== null || isDeployed(root, service) ? [targetFact(root, name, service, { written: built ? null : written, image, model })] : []),
  ];
}

/** `${TAG:-latest}` is what it falls back on; a variable without that stays as it is written. */
function withDefaults(written: string | null): string | null {
  return written === null ? null : written.slice(0, 500).replaceAll(/\$\{\w+:?-([^{}]*)\}/g, '$1').trim();
}

function isOnlyVariable(written: string): boolean {
  return written === '' || /^\$\{?[^:/]*\}?$/.test(written);
}

function stageOf({ file }: Spot): FactOf<'environment.definition'>['stage'] {
  return stageOfName(file.slice(file.lastIndexOf('/') + 1));
}

function isDeployed(root: Spot, service: Spot): boolean {
  return isMapping(at(service, 'deploy').value) || ['production', 'staging'].includes(stageOf(root));
}

function environmentFact(root: Spot, name: string, service: Spot, image: ImageReference | null): FactOf<'environment.definition'> {
  const { cpus, memory } = limitsOf(service);
  const digest = image?.digest ?? null;
  return {
    type: 'environment.definition', place: placeOf(service), ...unstatedEnvironment, image: image?.image ?? null, imageDigest: digest,
    name, kind: 'container', system: 'compose', stage: stageOf(root), pinned: digest !== null && !isGiven(at(service, 'build')),
    unprivileged: isUnprivileged(textAt(service, 'user') ?? ''), healthChecked: isHealthChecked(service), cpus, memoryBytes: memory, gpus: gpusOf(service), nodes: replicasOf(service),
  };
}

function isUnprivileged(user: string): boolean {
  return user !== '' && !/^(?:root|0)(?::|$)/.test(user) && !user.startsWith('$');
}

function replicasOf(service: Spot): number | null {
  return wholeAt(service, 'deploy', 'replicas') ?? wholeAt(service, 'scale');
}

function imageFact(name: string, service: Spot, { image, tag, digest, moving }: ImageReference, built: boolean): FactOf<'image.digest'> {
  return { type: 'image.digest', place: placeOf(at(service, 'image')), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: built ? 'built' : 'serving', stage: name };
}

/** `image` is null for a service that is built where it runs. */
type Told = { readonly written: string | null; readonly image: ImageReference | null; readonly model: ServedModel | null };

function targetFact(root: Spot, name: string, service: Spot, { written, image, model }: Told): FactOf<'deployment.target'> {
  const { cpus, memory, limited } = limitsOf(service);
  const replicas = replicasOf(service);
  const checked = isHealthChecked(service);
  return {
    type: 'deployment.target', place: placeOf(service), ...unstatedTarget, kind: 'compose service', name, platform: 'other', component: name, ...servedPart(model), ...imagePart(written, image),
    replicasMin: replicas, replicasMax: replicas, readinessProbe: checked && isWaitedFor(root, name), livenessProbe: checked,
    cpuRequested: cpus !== null, memoryRequested: memory !== null, limited, gpus: gpusOf(service),
  };
}

function servedPart(model: ServedModel | null): Pick<FactOf<'deployment.target'>, 'serves' | 'framework' | 'modelUri' | 'modelVersion'> {
  return model === null ? { serves: 'service', framework: null, modelUri: null, modelVersion: null } : { serves: 'model', framework: model.framework, modelUri: model.uri, modelVersion: model.version };
}

function imagePart(written: string | null, image: ImageReference | null): Pick<FactOf<'deployment.target'>, 'image' | 'imagePinned' | 'imageTag'> {
  return written === null || image === null ? { image: null, imagePinned: false, imageTag: null } : { image: written, imagePinned: image.digest !== null, imageTag: image.tag };
}

function isHealthChecked(service: Spot): boolean {
  const check = at(service, 'healthcheck');
  return isWritten(at(check, 'test')) && !saysTrue(check, 'disable') && textAt(check, 'test') !== 'NONE';
}

/** Another service starts only once this one is healthy. */
function isWaitedFor(root: Spot, name: string): boolean {
  return members(at(root, 'services')).some(([, other]) => textAt(other, 'depends_on', name, 'condition') === 'service_healthy');
}

/** Limits in the form of the deploy section, else in the older form of a service. */
function limitsOf(service: Spot): { readonly cpus: number | null; readonly memory: number | null; readonly limited: boolean } {
  const [limits, reserved] = [at(service, 'deploy', 'resources', 'limits'), at(service, 'deploy', 'resources', 'reservations')];
  const cpus = processorsWritten(textAt(limits, 'cpus') ?? textAt(service, 'cpus') ?? textAt(reserved, 'cpus'));
  const memory = memoryOf(textAt(limits, 'memory') ?? textAt(service, 'mem_limit') ?? textAt(reserved, 'memory') ?? textAt(service, 'mem_reservation'));
  return { cpus, memory, limited: isMapping(limits.value) || isGiven(at(service, 'mem_limit')) || isGiven(at(service, 'cpus')) };
}

/** Compose writes `512M`, `512m`, `2gb`. */
function memoryOf(written: string | null): number | null {
  return written === null ? null : memoryWritten(written.trim().toUpperCase().replace(/^([0-9.]+)\s*([KMGT])B?$/, '$1$2i'));
}

function gpusOf(service: Spot): number | null {
  const devices = items(at(service, 'deploy', 'resources', 'reservations', 'devices')).filter((device) => items(at(device, 'capabilities')).some((capability) => textAt(capability) === 'gpu'));
  const counts = devices.map((device) => numberAt(device, 'count')).filter((count) => count !== null);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
