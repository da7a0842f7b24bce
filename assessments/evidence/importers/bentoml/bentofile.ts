import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { pythonRequirement } from '../../package-requirement.ts';
import { type Spot, at, isMapping, isWritten, items, placeOf, textAt, textsAt } from '../../spot.ts';
import { unstatedEnvironment } from '../../unstated-delivery.ts';

const keys = ['include', 'exclude', 'python', 'docker', 'models', 'conda', 'labels', 'description', 'envs', 'args', 'name'];

/** `service` names a class in a module (`service:Scorer`); a compose file lists services, a serverless one has a plain name. */
export function isBentofile(root: Spot): boolean {
  const service = textAt(root, 'service') ?? '';
  const named = /(?:^|\/)bentofile[^/]*\.ya?ml$/.test(root.file);
  return (/^[\w./-]+(?::\w+)?$/.test(service) && (service.includes(':') || named)) && keys.some((key) => isWritten(at(root, key))) && !['provider', 'functions', 'image'].some((key) => isWritten(at(root, key)));
}

/** The environment that will be built, its base image, and the models that go into it; a model without a version is whatever is newest then. */
export function bentofileFacts(root: Spot): readonly Fact[] {
  const name = textAt(root, 'name') ?? textAt(root, 'service') ?? '';
  return [environmentFact(root, name), ...baseImageFacts(at(root, 'docker', 'base_image')), ...modelEdges(items(at(root, 'models')), name, false)];
}

/** Packages as listed; those of a requirements file stand there, so nothing is pinned for sure unless the build locks them. */
export function environmentFact(root: Spot, name: string): FactOf<'environment.definition'> {
  const listed = textsAt(root, 'python', 'packages').flatMap((written) => pythonRequirement(written) ?? []);
  const unpinned = listed.filter(({ firmness }) => firmness !== 'exact').length;
  const elsewhere = textAt(root, 'python', 'requirements_txt') !== null || isMapping(at(root, 'conda').value);
  const base = textAt(root, 'docker', 'base_image');
  const { image, digest } = imageReference(base ?? '');
  return {
    type: 'environment.definition', place: placeOf(root), ...unstatedEnvironment, image: base === null ? null : image, imageDigest: digest, name, kind: 'container', system: 'bentoml',
    runtimeVersion: textAt(root, 'docker', 'python_version'), pinned: listed.length > 0 && unpinned === 0 && !elsewhere && (base === null || digest !== null), packages: listed.length + textsAt(root, 'docker', 'system_packages').length,
    unpinned: unpinned + textsAt(root, 'docker', 'system_packages').filter((one) => !one.includes('=')).length, hardware: textAt(root, 'docker', 'cuda_version') === null ? null : `CUDA ${textAt(root, 'docker', 'cuda_version') ?? ''}`,
  };
}

function baseImageFacts(spot: Spot): readonly FactOf<'image.digest'>[] {
  const written = textAt(spot);
  if (written === null) return [];
  const { image, tag, digest, moving } = imageReference(written);
  return [{ type: 'image.digest', place: placeOf(spot), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'base', stage: null }];
}

/** Each model that goes into a bento; `recorded` where a build wrote it down. */
export function modelEdges(models: readonly Spot[], to: string, recorded: boolean): readonly FactOf<'lineage.edge'>[] {
  return models.flatMap((spot) => {
    const from = textAt(spot) ?? textAt(spot, 'tag') ?? textAt(spot, 'model_id');
    return from === null ? [] : [{ type: 'lineage.edge', place: placeOf(spot), also: [], run: null, from, fromKind: 'model', fromHash: null, to, toKind: 'artifact', toHash: null, by: null, system: 'bentoml', recorded }];
  });
}
