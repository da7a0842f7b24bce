import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, isMapping, isWritten, items, members, placeOf, textAt } from '../../spot.ts';
import { unstatedArtifact } from '../../unstated-delivery.ts';
import { environmentFact, modelEdges } from './bentofile.ts';

type Version = FactOf<'model.version'>;

/** `bento.yaml` of a built bento. */
export function isBento(root: Spot): boolean {
  return ['service', 'name', 'version', 'bentoml_version', 'creation_time'].every((key) => textAt(root, key) !== null);
}

/** What was built, by which version of the tool, with which models and environment. */
export function bentoFacts(root: Spot): readonly Fact[] {
  const [name, version] = [textAt(root, 'name') ?? '', textAt(root, 'version')];
  const commit = members(at(root, 'labels')).find(([key]) => /(?:git|commit|revision)/i.test(key));
  const artifact: FactOf<'build.artifact'> = {
    type: 'build.artifact', place: placeOf(root), ...unstatedArtifact, commit: commit === undefined ? null : textAt(commit[1]), artifact: name, artifactVersion: version, kind: 'package', system: 'bentoml',
    builder: `bentoml ${textAt(root, 'bentoml_version') ?? ''}`, at: instantOf(textAt(root, 'creation_time')),
  };
  const models = items(at(root, 'models')).filter((model) => textAt(model, 'tag') !== null);
  const tag = `${name}:${version ?? ''}`;
  const environment = isMapping(at(root, 'docker').value) || isMapping(at(root, 'python').value) ? [{ ...environmentFact(root, tag), runtimeVersion: textAt(root, 'docker', 'python_version') ?? textAt(root, 'image', 'python_version') }] : [];
  return [artifact, ...environment, ...models.map(packedModel), ...modelEdges(models, tag, true)];
}

function packedModel(model: Spot): Version {
  const [name = '', version = null] = (textAt(model, 'tag') ?? '').split(':');
  return { ...unstatedVersion(model), model: name, modelVersion: version, frameworks: frameworkOf(textAt(model, 'module')), createdAt: instantOf(textAt(model, 'creation_time')) };
}

/** `bentoml.sklearn` → sklearn. */
function frameworkOf(module: string | null): readonly string[] {
  const name = /^bentoml\.(?:_internal\.frameworks\.)?(\w+)/.exec(module ?? '')?.[1];
  return name === undefined || name === 'models' ? [] : [name];
}

/** `model.yaml` of the model store. */
export function isStoredModel(root: Spot): boolean {
  return textAt(root, 'name') !== null && textAt(root, 'version') !== null && textAt(root, 'context', 'bentoml_version') !== null && isWritten(at(root, 'module'));
}

/** A model of the store; the signatures are the methods that may be called, an empty list declares none. */
export function storedModelFacts(root: Spot): readonly Version[] {
  const versions = members(at(root, 'context', 'framework_versions'));
  const framework = textAt(root, 'context', 'framework_name');
  return [{
    ...unstatedVersion(root), model: textAt(root, 'name'), modelVersion: textAt(root, 'version'), frameworks: framework === null || framework === '' ? frameworkOf(textAt(root, 'module')) : [framework],
    frameworkVersion: versions.map(([, version]) => textAt(version))[0] ?? null, runtimeVersion: textAt(root, 'context', 'python_version'), signature: members(at(root, 'signatures')).length > 0,
    described: members(at(root, 'metadata')).length > 0, createdAt: instantOf(textAt(root, 'creation_time')),
  }];
}

function unstatedVersion(spot: Spot): Version {
  return {
    type: 'model.version', place: placeOf(spot), also: [], release: null, model: null, modelVersion: null, modelHash: null, run: null, repository: null, commit: null, dataset: null, datasetVersion: null, datasetHash: null,
    system: 'other', stage: null, aliases: [], status: null, uri: null, frameworks: [], frameworkVersion: null, runtimeVersion: null, signature: false, inputExample: false, environment: false, bytes: null, signed: false,
    described: false, deleted: false, owner: null, approvalConditions: null, rollbackTarget: null, evaluation: null, dashboard: null, reviewAt: null, reviewStated: false, createdAt: null, updatedAt: null,
  };
}
