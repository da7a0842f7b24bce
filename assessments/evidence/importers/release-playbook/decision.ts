import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { modelNamed } from './bundle-parts.ts';
import { fieldIn, placeholdersOf, saidIn } from './lookup.ts';
import { decisionOf, riskTierOf } from './wording.ts';
import type { WrittenRecord } from './written-record.ts';

export type Criterion = { readonly name: string; readonly passed: boolean | null };
type Own = 'criteriaWithThreshold' | 'conditions' | 'rollbackTriggers' | 'approvingRoles' | 'fromStage' | 'toStage';
type DecisionParts = Pick<FactOf<'gate.decision'>, 'id' | 'gate' | 'kind'> & Partial<Pick<FactOf<'gate.decision'>, Own>> & { readonly criteria?: readonly Criterion[] };

/** What a kind of form does not have. */
const without = { criteriaWithThreshold: 0, conditions: [], rollbackTriggers: 0, approvingRoles: [], fromStage: null, toStage: null } as const;

/** The decision that a form states, with what its kind adds. Criteria are met only where every one is said to be. */
export function decisionFact(record: WrittenRecord, { criteria = [], ...parts }: DecisionParts): FactOf<'gate.decision'> {
  const written = saidIn(record, 'decision/decision', 'decision') ?? '';
  const failedCriteria = criteria.filter(({ passed }) => passed === false).map(({ name }) => name);
  const expiry = saidIn(record, 'expiry', 'expires', 'expires at', 'valid until');
  return {
    type: 'gate.decision', place: fieldIn(record, 'decision/decision', 'decision')?.place ?? record.place, also: [], release: releaseNamed(record), ...modelNamed(record), run: null,
    ...without, ...parts, decision: decisionOf(written), written, automated: /^(?:automated|automatic|auto|自动)/i.test(saidIn(record, 'decision mode', 'decided by') ?? ''),
    criteria: criteria.length, failedCriteria, criteriaMet: metBy(criteria, failedCriteria), rollbackTarget: saidIn(record, 'rollback target'), baseline: saidIn(record, 'baseline'),
    riskTier: riskTierOf(saidIn(record, 'risk tier')), decidedAt: instantOf(saidIn(record, 'decision date', 'decided at', 'date')), expiresAt: instantOf(expiry), expiryStated: expiry !== null, placeholders: placeholdersOf(record),
  };
}

function metBy(criteria: readonly Criterion[], failed: readonly string[]): boolean | null {
  if (failed.length > 0) return false;
  return criteria.length > 0 && criteria.every(({ passed }) => passed === true) ? true : null;
}

/** The release id, also where a card calls it the release bundle, the title names it, or the folder it lies in. */
export function releaseNamed(record: WrittenRecord): string | null {
  return saidIn(record, 'release id', 'release bundle', 'release') ?? /\bAIREL-[A-Z0-9-]{1,80}\b/.exec(record.title)?.[0] ?? releaseOfPath(record.file);
}
