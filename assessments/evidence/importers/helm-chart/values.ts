import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { memoryWritten, processorsWritten } from '../../resource-quantity.ts';
import { type Spot, at, isGiven, isMapping, isWritten, members, numberAt, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { stageOfName } from '../../stage-of-name.ts';
import { unstatedEnvironment } from '../../unstated-delivery.ts';

const deepest = 6;
/** Keys that values of charts have, and that other settings do not have together. */
const telling = ['replicaCount', 'replicas', 'resources', 'autoscaling', 'nodeSelector', 'tolerations', 'affinity', 'serviceAccount', 'podSecurityContext', 'ingress', 'imagePullSecrets', 'nameOverride', 'fullnameOverride', 'image'];

/** Named as values; then either the usual keys of a chart or images that are set in it. */
export function isValues(root: Spot): boolean {
  if (!/(?:^|[/._-])values[^/]*\.ya?ml$/i.test(root.file) || isWritten(at(root, 'kind'))) return false;
  return members(root).some(([key, value]) => telling.includes(key) && isGiven(value)) || imagesIn(root, 0).length > 0;
}

/** The images, the room that is asked for, and whether it grows; each as far as the values say it. */
export function valuesFacts(root: Spot): readonly Fact[] {
  const components = componentsIn(root, 0);
  return [environmentFact(root, components), ...imagesIn(root, 0), ...components.flatMap(scalingFacts)];
}

type Component = { readonly name: string; readonly spot: Spot };

/** The values themselves, and every part that sets replicas, resources or autoscaling of its own. */
function componentsIn(root: Spot, depth: number, name = ''): readonly Component[] {
  const own = ['replicaCount', 'replicas', 'resources', 'autoscaling'].some((key) => isGiven(at(root, key)));
  const inner = depth >= deepest ? [] : members(root).filter(([key, value]) => isMapping(value.value) && !['resources', 'autoscaling', 'image'].includes(key));
  return [...(own ? [{ name, spot: root }] : []), ...inner.flatMap(([key, value]) => componentsIn(value, depth + 1, name === '' ? key : `${name}.${key}`))];
}

function environmentFact(root: Spot, components: readonly Component[]): FactOf<'environment.definition'> {
  const file = /([^/]+)\.ya?ml$/i.exec(root.file)?.[1] ?? root.file;
  const stage = stageOfName(file.replace(/values/i, ' '));
  const asked = components.map(({ spot }) => at(spot, 'resources', isGiven(at(spot, 'resources', 'requests')) ? 'requests' : 'limits')).find((resources) => isGiven(resources));
  const replicas = components.map(({ spot }) => wholeAt(spot, 'replicaCount') ?? wholeAt(spot, 'replicas')).find((count) => count !== null) ?? null;
  const accelerators = components.flatMap(({ spot }) => members(at(spot, 'resources', 'limits'))).find(([key]) => /(?:gpu|npu|ascend)/i.test(key));
  return {
    type: 'environment.definition', place: placeOf(root), ...unstatedEnvironment, name: file, kind: stage === 'unstated' ? 'other' : 'stage', system: 'helm', stage,
    cpus: asked === undefined ? null : processorsWritten(textAt(asked, 'cpu')), memoryBytes: asked === undefined ? null : memoryWritten(textAt(asked, 'memory')), gpus: accelerators === undefined ? null : numberAt(accelerators[1]),
    nodes: replicas, hardware: selectedHardware(root), autoscaled: components.some(({ spot }) => saysTrue(spot, 'autoscaling', 'enabled')),
  };
}

/** A label of nodes that names their hardware. */
function selectedHardware(root: Spot): string | null {
  const found = members(at(root, 'nodeSelector')).find(([key]) => /(?:instance-type|accelerator|gpu|machine)/i.test(key));
  return found === undefined ? null : textAt(found[1]);
}

/** `{repository, tag}`, `{registry, repository, digest}` or `{image: name, tag}`; an empty tag stands for whatever the chart takes. */
function imagesIn(spot: Spot, depth: number): readonly FactOf<'image.digest'>[] {
  const named = textAt(spot, 'repository') ?? (isWritten(at(spot, 'tag')) ? textAt(spot, 'image') : null);
  const isImage = named !== null && named !== '' && !/^(?:https?|oci|git):/.test(named) && (isWritten(at(spot, 'tag')) || isWritten(at(spot, 'digest')) || isWritten(at(spot, 'pullPolicy')));
  const inner = depth >= deepest ? [] : members(spot).filter(([, value]) => isMapping(value.value)).flatMap(([, value]) => imagesIn(value, depth + 1));
  return isImage ? [imageFact(spot, named), ...inner] : inner;
}

function imageFact(spot: Spot, name: string): FactOf<'image.digest'> {
  const registry = textAt(spot, 'registry');
  const [tag, digest] = [textAt(spot, 'tag'), textAt(spot, 'digest')];
  const written = `${registry === null || registry === '' ? '' : `${registry}/`}${name}${tag === null || tag === '' ? '' : `:${tag}`}${digest === null || digest === '' ? '' : `@${digest}`}`;
  const parts = imageReference(written);
  return { type: 'image.digest', place: placeOf(spot), also: [], release: null, image: parts.image, imageDigest: parts.digest, imageTag: parts.tag, pinned: parts.digest !== null, moving: parts.moving, role: 'unstated', stage: null };
}

function scalingFacts({ name, spot }: Component): readonly FactOf<'scaling.rule'>[] {
  const scaling = at(spot, 'autoscaling');
  if (!saysTrue(scaling, 'enabled')) return [];
  const metrics = members(scaling).flatMap(([key]) => /^target(\w+?)(?:UtilizationPercentage|Utilization|Percentage)$/.exec(key)?.[1]?.toLowerCase() ?? []);
  return [{ type: 'scaling.rule', place: placeOf(scaling), also: [], subject: name === '' ? spot.file : name, mechanism: 'helm values', minimum: wholeAt(scaling, 'minReplicas'), maximum: wholeAt(scaling, 'maxReplicas'), metrics }];
}
