import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, settingAt, textAt, wholeAt } from '../../spot.ts';
import { stageOfName } from '../../stage-of-name.ts';
import { unstatedEnvironment } from '../../unstated-delivery.ts';
import { plainAddress } from '../../plain-address.ts';
import { environmentFacts } from '../dependencies/environments.ts';

export type AssetReader = (root: Spot) => readonly Fact[];
type Environment = FactOf<'environment.definition'>;

/** What is registered in a workspace: environments, models, data, compute, the workspace itself. */
export const assetReaders: Readonly<Record<string, AssetReader>> = {
  environment: (root) => environmentAsset(root, textAt(root, 'name') ?? root.file),
  model: modelAsset,
  data: dataAsset, dataset: dataAsset,
  amlCompute: computeAsset, computeInstance: computeAsset, kubernetesCompute: computeAsset, vmCompute: computeAsset, compute: computeAsset,
  workspace: workspaceAsset, registry: workspaceAsset,
};

/** An environment that is defined here: image, build or packages. One that is only named is told where it is used. */
export function environmentAsset(root: Spot, name: string): readonly Fact[] {
  const written = textAt(root, 'image');
  const { image, digest } = imageReference(written ?? '');
  const inline = at(root, 'conda_file');
  const packages = isMapping(inline.value) ? environmentFacts(inline) ?? [] : [];
  const { runtimeVersion, packages: listed, unpinned, pinned } = packages.find((fact) => fact.type === 'environment.definition') ?? { runtimeVersion: null, packages: 0, unpinned: 0, pinned: !isWritten(inline) };
  const environment: Environment = {
    type: 'environment.definition', place: placeOf(root), ...unstatedEnvironment, name, kind: 'container', system: 'azure-ml', image: written === null ? null : image, imageDigest: digest,
    runtimeVersion, packages: listed, unpinned, pinned: digest !== null && !isWritten(at(root, 'build')) && pinned,
  };
  return [environment, ...baseImage(at(root, 'image')), ...packages.filter(({ type }) => type === 'dependency.lock')];
}

function baseImage(spot: Spot): readonly Fact[] {
  const written = textAt(spot);
  if (written === null) return [];
  const { image, tag, digest, moving } = imageReference(written);
  return [{ type: 'image.digest', place: placeOf(spot), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'base', stage: null }];
}

function modelAsset(root: Spot): readonly Fact[] {
  const type = textAt(root, 'type');
  const flavours = members(at(root, 'flavors')).map(([name]) => name);
  return [{
    type: 'model.version', place: placeOf(root), also: [], release: null, model: textAt(root, 'name'), modelVersion: textAt(root, 'version'), modelHash: null, run: null, repository: null, commit: null,
    dataset: null, datasetVersion: null, datasetHash: null, system: 'azure-ml', stage: textAt(root, 'stage'), aliases: [], status: null, uri: addressOf(root), frameworks: flavours.length > 0 ? flavours : type === null ? [] : [type],
    frameworkVersion: null, runtimeVersion: null, signature: false, inputExample: false, environment: false, bytes: null, signed: false, described: (textAt(root, 'description') ?? '') !== '', deleted: false, owner: null,
    approvalConditions: null, rollbackTarget: null, evaluation: null, dashboard: null, reviewAt: null, reviewStated: false, createdAt: null, updatedAt: null,
  }];
}

function dataAsset(root: Spot): readonly Fact[] {
  return [{
    type: 'data.snapshot', place: placeOf(root), also: [], dataset: textAt(root, 'name'), datasetVersion: textAt(root, 'version'), datasetHash: null, release: null, run: null, system: 'azure-ml', role: 'unstated',
    path: addressOf(root), stage: null, bytes: null, files: null, records: null, empty: false, hashAlgorithm: null, hashed: false, storage: textAt(root, 'datastore'), sources: [], licence: null, frozen: false, at: null,
  }];
}

function addressOf(root: Spot): string | null {
  const path = textAt(root, 'path') ?? textAt(root, 'local_path');
  return path === null ? null : plainAddress(path);
}

/** Machines that are there for jobs; with other numbers of fewest and most instances they come and go. */
function computeAsset(root: Spot): readonly Fact[] {
  const [least, most] = [wholeAt(root, 'min_instances') ?? 0, wholeAt(root, 'max_instances')];
  return [{
    type: 'environment.definition', place: placeOf(root), ...unstatedEnvironment, name: textAt(root, 'name') ?? root.file, kind: textAt(root, 'type') === 'computeinstance' ? 'compute' : 'cluster', system: 'azure-ml',
    stage: stageOfName(textAt(root, 'name')), nodes: most, hardware: textAt(root, 'size'), autoscaled: most !== null && most > least, location: textAt(root, 'location'),
  }];
}

function workspaceAsset(root: Spot): readonly Fact[] {
  return [{ type: 'environment.definition', place: placeOf(root), ...unstatedEnvironment, name: textAt(root, 'name') ?? root.file, kind: 'workspace', system: 'azure-ml', stage: stageOfName(textAt(root, 'name')), location: textAt(root, 'location') ?? settingAt(root, 'replication_locations') }];
}
