import { wholeDigest } from '../../digest.ts';
import type { FactOf } from '../../facts.ts';
import type { Place } from '../../place.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, at, items, textAt, textsAt } from '../../spot.ts';
import { type Named, subjectsOf } from './subjects.ts';

/** The files that a model signature lists: subjects in version 0, resources of the predicate since version 1. */
export function signedFiles(statement: Spot): readonly Named[] {
  const resources = items(at(statement, 'predicate', 'resources'));
  return resources.length === 0 ? subjectsOf(statement) : resources.map((resource) => ({ name: textAt(resource, 'name') ?? '', hash: wholeDigest(textAt(resource, 'digest')) }));
}

/** What the signer left out on purpose. */
export function unsignedPaths(statement: Spot): readonly string[] {
  return textsAt(statement, 'predicate', 'serialization', 'ignore_paths').slice(0, 200);
}

/** The model that is signed, by the digest over all its files; version 0 has none for the whole. */
export function signatureFacts(signature: FactOf<'provenance.statement'>, statement: Spot, place: Place): readonly FactOf<'model.version'>[] {
  const [root, ...others] = subjectsOf(statement);
  const whole = others.length === 0 && items(at(statement, 'predicate', 'resources')).length > 0 ? root : undefined;
  const model = whole === undefined || isPlaceholder(whole.name) ? null : whole.name;
  return [{
    type: 'model.version', place, also: [], release: signature.release, model, modelVersion: null, modelHash: whole?.hash ?? null,
    run: null, repository: null, commit: null, dataset: null, datasetVersion: null, datasetHash: null,
    system: 'signature', stage: null, aliases: [], status: null, uri: null, frameworks: [], frameworkVersion: null, runtimeVersion: null,
    signature: false, inputExample: false, environment: false, bytes: null, signed: signature.signed, described: false, deleted: false, owner: null,
    approvalConditions: null, rollbackTarget: null, evaluation: null, dashboard: null, reviewAt: null, reviewStated: false, createdAt: signature.at, updatedAt: null,
  }];
}
