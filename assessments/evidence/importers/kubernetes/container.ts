import type { FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, items, members, numberAt, placeOf, textAt, textsAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';

export type Target = FactOf<'deployment.target'>;
type ContainerPart = Pick<Target, 'image' | 'imagePinned' | 'imageTag' | 'readinessProbe' | 'livenessProbe' | 'startupProbe' | 'cpuRequested' | 'memoryRequested' | 'limited' | 'gpus'>;

/** What a container, or a KServe model block (which is one), says about image, probes and resources. */
export function containerPart(container: Spot): ContainerPart {
  const image = textAt(container, 'image');
  const probed = (name: string) => isGiven(at(container, name));
  return {
    image, ...imagePart(image),
    readinessProbe: probed('readinessProbe'), livenessProbe: probed('livenessProbe'), startupProbe: probed('startupProbe'),
    ...resourcePart(at(container, 'resources')),
  };
}

function imagePart(image: string | null): Pick<Target, 'imagePinned' | 'imageTag'> {
  const [name = '', digest] = (image ?? '').split('@');
  // A colon before the last slash belongs to a registry's port.
  return { imagePinned: digest?.startsWith('sha256:') ?? false, imageTag: /:([^:/]+)$/.exec(name)?.[1] ?? null };
}

/** Kubernetes takes a limit as the request where none is written, so a limit counts as asking. */
function resourcePart(resources: Spot): Pick<Target, 'cpuRequested' | 'memoryRequested' | 'limited' | 'gpus'> {
  const stated = (name: string) => isGiven(at(resources, 'requests', name)) || isGiven(at(resources, 'limits', name));
  return {
    cpuRequested: stated('cpu'), memoryRequested: stated('memory'),
    limited: isGiven(at(resources, 'limits', 'cpu')) || isGiven(at(resources, 'limits', 'memory')),
    gpus: acceleratorsIn(at(resources, 'limits')) ?? acceleratorsIn(at(resources, 'requests')),
  };
}

/** Extended resources of GPU, NPU and TPU vendors: nvidia.com/gpu, amd.com/gpu, huawei.com/Ascend910, google.com/tpu … */
const accelerator = /(?:^|[/.-])(?:gpu|npu|tpu|xpu|mlu|dcu|neuron|neuroncore|gaudi|vgpu)(?:$|[-.])|\/(?:ascend|mig-|gpu)|^habana\.ai\//i;

function acceleratorsIn(amounts: Spot): number | null {
  const asked = members(amounts).filter(([name]) => accelerator.test(name)).map(([, amount]) => numberAt(amount)).filter((amount) => amount !== null);
  return asked.length === 0 ? null : asked.reduce((sum, amount) => sum + amount, 0);
}

/** A target that says nothing yet: every importer of a kind fills in what its object states. */
export function emptyTarget(object: KubernetesObject, spot: Spot, component: string): Target {
  return {
    type: 'deployment.target', place: placeOf(spot), also: [],
    kind: object.kind, name: object.name, namespace: object.namespace,
    platform: 'kubernetes', serves: 'service', component,
    framework: null, modelUri: null, modelVersion: null,
    image: null, imagePinned: false, imageTag: null,
    replicasMin: null, replicasMax: null, autoscaled: false,
    readinessProbe: false, livenessProbe: false, startupProbe: false,
    cpuRequested: false, memoryRequested: false, limited: false, gpus: null,
    timeoutSeconds: null, logger: false,
  };
}

/** The value of an environment variable written out in a container. */
export function environmentValue(container: Spot, names: RegExp): string | null {
  const variable = items(at(container, 'env')).find((entry) => names.test(textAt(entry, 'name') ?? '') && textAt(entry, 'value') !== null);
  return variable === undefined ? null : textAt(variable, 'value');
}

/** The value of a command-line option: `--name=value`, or `--name` and the next argument. */
export function argumentValue(container: Spot, names: RegExp): string | null {
  const words = [...textsAt(container, 'command'), ...textsAt(container, 'args')].flatMap((word) => word.slice(0, 10_000).split(/\s+/));
  for (const [index, word] of words.entries()) {
    const [name = '', value] = word.split(/=(.*)/s);
    if (names.test(name)) return value ?? words[index + 1] ?? null;
  }
  return null;
}
