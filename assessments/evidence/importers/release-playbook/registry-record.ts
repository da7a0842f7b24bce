import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { modelNamed } from './bundle-parts.ts';
import { releaseNamed } from './decision.ts';
import { placeIn, saidIn } from './lookup.ts';
import type { WrittenRecord } from './written-record.ts';

/** The minimum record of a model registry. A stage that is still a list to choose from is none. */
export function registryFacts(record: WrittenRecord): readonly FactOf<'model.version'>[] {
  const review = saidIn(record, 'review expiry', 'next review', 'review date');
  const stage = saidIn(record, 'approved stage', 'stage');
  return [{
    type: 'model.version', place: placeIn(record, 'model id'), also: [], release: releaseNamed(record), ...modelNamed(record), run: saidIn(record, 'training run id'), repository: null, commit: saidIn(record, 'code commit', 'repo commit', 'commit'),
    dataset: saidIn(record, 'training dataset'), datasetVersion: null, datasetHash: null, system: 'release-playbook', stage: isChoice(stage) ? null : stage, aliases: [], status: saidIn(record, 'status', 'approval status'), uri: saidIn(record, 'artifact uri'),
    frameworks: [], frameworkVersion: null, runtimeVersion: null, signature: saidIn(record, 'model signature') !== null, inputExample: false, environment: false, bytes: null, signed: false, described: saidIn(record, 'description') !== null, deleted: false,
    owner: saidIn(record, 'owner'), approvalConditions: saidIn(record, 'approval conditions'), rollbackTarget: saidIn(record, 'rollback target'), evaluation: saidIn(record, 'eval report'), dashboard: saidIn(record, 'monitoring dashboard'),
    reviewAt: instantOf(review), reviewStated: review !== null, createdAt: instantOf(saidIn(record, 'created at')), updatedAt: instantOf(saidIn(record, 'updated at')),
  }];
}

function isChoice(stage: string | null): boolean {
  return (stage ?? '').split(/\s+\/\s+|\s*\|\s*/).length > 2;
}
