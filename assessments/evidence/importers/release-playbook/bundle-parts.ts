import { isWholeCommit, wholeDigest } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { fieldIn, listIn, placeIn, saidIn } from './lookup.ts';
import { noModel } from './unnamed.ts';
import { nameAndVersion } from './wording.ts';
import type { WrittenRecord } from './written-record.ts';

/** What a bundle, or a memo about one, names: commit, images, data, features, model, prompt, way back. */
export function bundleParts(record: WrittenRecord, release: string | null): readonly Fact[] {
  return [...codeFacts(record, release), ...imageFacts(record, release), ...dataFacts(record, release), ...featureFacts(record, release), ...modelFacts(record, release), ...promptFacts(record, release), ...wayBack(record, release)];
}

function codeFacts(record: WrittenRecord, release: string | null): readonly FactOf<'code.revision'>[] {
  const names = ['repo commit', 'code commit', 'commit'] as const;
  const commit = saidIn(record, ...names);
  if (commit === null) return [];
  return [{
    type: 'code.revision', place: placeIn(record, ...names), also: [], release, run: null, repository: saidIn(record, 'repository', 'repo'), commit, commitWhole: isWholeCommit(commit), source: 'record',
    branch: saidIn(record, 'branch'), tags: [], file: null, title: null, merge: null, signed: null, dirty: null, request: null, at: null,
  }];
}

function imageFacts(record: WrittenRecord, release: string | null): readonly FactOf<'image.digest'>[] {
  return (['pipeline', 'serving'] as const).flatMap((role): readonly FactOf<'image.digest'>[] => {
    const written = saidIn(record, `${role} image`);
    if (written === null) return [];
    const { image, tag, digest, moving } = imageReference(written);
    return [{ type: 'image.digest', place: placeIn(record, `${role} image`), also: [], release, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role, stage: null }];
  });
}

function dataFacts(record: WrittenRecord, release: string | null): readonly FactOf<'data.snapshot'>[] {
  const single = ([['training', 'training snapshot'], ['training', 'training dataset'], ['validation', 'validation snapshot'], ['unstated', 'dataset snapshot']] as const).flatMap(([role, field]) => {
    const dataset = saidIn(record, field);
    return dataset === null ? [] : [snapshot(record, release, dataset, role, field)];
  });
  return [...single, ...listIn(record, 'dataset versions').map((dataset) => snapshot(record, release, dataset, 'evaluation', 'dataset versions'))];
}

function snapshot(record: WrittenRecord, release: string | null, dataset: string, role: FactOf<'data.snapshot'>['role'], field: string): FactOf<'data.snapshot'> {
  return {
    type: 'data.snapshot', place: placeIn(record, field), also: [], dataset, datasetVersion: null, datasetHash: null, release, run: null, system: 'release-playbook', role, path: null, stage: null,
    bytes: null, files: null, records: null, empty: false, hashAlgorithm: null, hashed: false, storage: null, sources: listIn(record, 'source systems'), licence: null, frozen: false, at: null,
  };
}

function featureFacts(record: WrittenRecord, release: string | null): readonly FactOf<'feature.definition'>[] {
  const names = ['feature view', 'transaction feature view'] as const;
  const feature = saidIn(record, ...names);
  if (feature === null) return [];
  return [{
    type: 'feature.definition', place: placeIn(record, ...names), also: [], release, feature, featureVersion: null, featureHash: wholeDigest(saidIn(record, 'transform hash')),
    system: 'release-playbook', kind: 'reference', columns: [], columnCount: null, typed: false, bounded: false, entities: [], online: false, offline: false, freshnessSeconds: null, registry: null, owner: null,
  }];
}

/** `model_id` with `model_version`, or both in one text (`aml-narrative-ranker 1.8.0`). */
export function modelNamed(record: WrittenRecord): { readonly model: string | null; readonly modelVersion: string | null; readonly modelHash: string | null } {
  const modelHash = wholeDigest(saidIn(record, 'artifact hash'));
  const id = saidIn(record, 'model id', 'model name', 'model/id');
  const version = saidIn(record, 'model version', 'model/version');
  if (id !== null) return { model: id, modelVersion: version, modelHash };
  const both = nameAndVersion(saidIn(record, 'model') ?? version);
  return { model: both.name, modelVersion: both.version ?? (saidIn(record, 'model') === null ? null : version), modelHash };
}

function modelFacts(record: WrittenRecord, release: string | null): readonly FactOf<'model.version'>[] {
  const named = modelNamed(record);
  if (named.model === null) return [];
  return [{
    type: 'model.version', place: placeIn(record, 'model id', 'model version', 'model'), also: [], ...named, release, run: null, repository: null, commit: null, dataset: null, datasetVersion: null, datasetHash: null,
    system: 'release-playbook', stage: null, aliases: [], status: null, uri: null, frameworks: [], frameworkVersion: null, runtimeVersion: null, signature: false, inputExample: false, environment: false,
    bytes: null, signed: false, described: false, deleted: false, owner: null, approvalConditions: null, rollbackTarget: null, evaluation: null, dashboard: null, reviewAt: null, reviewStated: false, createdAt: null, updatedAt: null,
  }];
}

function promptFacts(record: WrittenRecord, release: string | null): readonly FactOf<'prompt.version'>[] {
  const prompt = saidIn(record, 'prompt version');
  if (prompt === null) return [];
  return [{
    type: 'prompt.version', place: placeIn(record, 'prompt version'), also: [], release, ...noModel, prompt, promptVersion: null, promptHash: wholeDigest(saidIn(record, 'prompt hash', 'prompt text hash')), system: 'release-playbook',
    aliases: [], variables: [], guardrailPolicy: saidIn(record, 'guardrail policy'), toolSchema: saidIn(record, 'tool schema', 'evidence tool schema'), tests: null, described: false, current: null, at: null,
  }];
}

/** A named release to go back to; automatic only where a trigger that needs no person is written. */
function wayBack(record: WrittenRecord, release: string | null): readonly FactOf<'rollback.target'>[] {
  if (saidIn(record, 'rollback target') === null) return [];
  const automatic = fieldIn(record, 'automatic rollback trigger', 'auto rollback') !== undefined;
  return [{ type: 'rollback.target', place: placeIn(record, 'rollback target'), also: [], subject: saidIn(record, 'route') ?? release ?? record.title, tool: 'release-playbook', mechanism: 'previous-release', automatic, revisionsKept: null }];
}
