import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { isArtifact, shortName } from './artifact.ts';

export function isSourceFreshness(root: Spot): boolean {
  return isArtifact(root, 'sources');
}

/** How old the sources were, held against what they may be. */
export function sourceFreshnessFacts(root: Spot): readonly FactOf<'data.validation'>[] {
  const results = items(at(root, 'results'));
  const having = (statuses: RegExp) => results.filter((result) => statuses.test((textAt(result, 'status') ?? '').toLowerCase()));
  const failed = having(/^(?:error|fail|runtime error)$/);
  return [{
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, run: textAt(root, 'metadata', 'invocation_id'), suite: root.file, system: 'dbt', kind: 'result',
    evaluated: results.length, passed: having(/^pass$/).length, failed: failed.length, listed: results.length,
    failedChecks: failed.map((result) => `freshness ${shortName(textAt(result, 'unique_id') ?? '')}`.slice(0, 200).toWellFormed()).slice(0, 50),
    kinds: results.length > 0 ? ['freshness'] : [], at: instantOf(textAt(root, 'metadata', 'generated_at')),
  }];
}
