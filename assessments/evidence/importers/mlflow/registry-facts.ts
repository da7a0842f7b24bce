import type { Fact, FactOf } from '../../facts.ts';
import { plainAddress } from '../../plain-address.ts';
import type { Place } from '../../place.ts';
import { filled } from './run-record.ts';

/** One registered version, whichever source it comes from. */
export type VersionRecord = {
  readonly name: string;
  readonly version: string | null;
  readonly stage: string | null;
  readonly aliases: readonly string[];
  readonly status: string | null;
  readonly source: string | null;
  readonly run: string | null;
  readonly user: string | null;
  readonly described: boolean;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
};

/** A version as the registry has it, and its retirement where its stage says so. Stages and aliases are both given: which one counts is for people to say. */
export function versionFacts(record: VersionRecord, place: Place, also: readonly Place[] = []): readonly Fact[] {
  const kind = retirementOf(record.stage);
  return [versionFact(record, place, also), ...(kind === null ? [] : [retirementFact(record, kind, place)])];
}

function retirementOf(stage: string | null): 'archived' | 'deleted' | null {
  if (/^archived$/i.test(stage ?? '')) return 'archived';
  return /^deleted/i.test(stage ?? '') ? 'deleted' : null;
}

/** A model version of which nothing is known but its place and system. */
export function unstatedVersion(place: Place, system: FactOf<'model.version'>['system']): FactOf<'model.version'> {
  return {
    type: 'model.version', place, also: [], release: null, model: null, modelVersion: null, modelHash: null, run: null, repository: null, commit: null,
    dataset: null, datasetVersion: null, datasetHash: null, system, stage: null, aliases: [], status: null, uri: null,
    frameworks: [], frameworkVersion: null, runtimeVersion: null, signature: false, inputExample: false, environment: false, bytes: null, signed: false,
    described: false, deleted: false, owner: null, approvalConditions: null, rollbackTarget: null, evaluation: null, dashboard: null,
    reviewAt: null, reviewStated: false, createdAt: null, updatedAt: null,
  };
}

function versionFact(record: VersionRecord, place: Place, also: readonly Place[]): FactOf<'model.version'> {
  const source = filled(record.source);
  return {
    ...unstatedVersion(place, 'mlflow-registry'), also, model: record.name, modelVersion: record.version, run: filled(record.run),
    stage: filled(record.stage), aliases: record.aliases, status: filled(record.status), uri: source === null ? null : plainAddress(source),
    described: record.described, deleted: retirementOf(record.stage) === 'deleted', owner: filled(record.user), createdAt: record.createdAt, updatedAt: record.updatedAt,
  };
}

function retirementFact({ name, version, updatedAt }: VersionRecord, kind: 'archived' | 'deleted', place: Place): FactOf<'retirement.record'> {
  return {
    type: 'retirement.record', place, also: [], model: name, modelVersion: version, modelHash: null,
    name: version === null ? name : `${name} ${version}`, kind, system: 'mlflow', successor: null, reason: null, approved: false, dataKept: false, at: updatedAt,
  };
}
