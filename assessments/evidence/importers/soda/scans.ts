import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, isMapping, items, placeOf, textAt } from '../../spot.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { sodaKind } from './check-kind.ts';

/** What `soda scan` writes: checks with outcomes, and whether there were failures. */
export function isScan(root: Spot): boolean {
  const checks = at(root, 'checks');
  return Array.isArray(checks.value) && ['hasErrors', 'hasFailures', 'hasWarnings'].every((key) => typeof at(root, key).value === 'boolean')
    && (textAt(root, 'scanStartTimestamp') ?? textAt(root, 'dataTimestamp') ?? textAt(root, 'definitionName')) !== null && items(checks).every(({ value }) => isMapping(value));
}

/** One fact for each dataset that was checked; a scan without a check has one too, which says so. */
export function scanFacts(root: Spot): readonly FactOf<'data.validation'>[] {
  const checks = items(at(root, 'checks'));
  const tables = [...Map.groupBy(checks, (check) => textAt(check, 'table'))];
  if (tables.length === 0) return [tableFact(root, root, null, [], false)];
  return tables.map(([table, own]) => tableFact(root, own[0] ?? root, table, own, tables.length > 1));
}

function tableFact(root: Spot, first: Spot, table: string | null, checks: readonly Spot[], oneOfSeveral: boolean): FactOf<'data.validation'> {
  const having = (outcome: string) => checks.filter((check) => textAt(check, 'outcome') === outcome);
  const evaluated = checks.filter((check) => textAt(check, 'outcome') !== null);
  const failed = [...having('fail'), ...checks.filter((check) => textAt(check, 'outcome') === null)];
  const last = checks.at(-1);
  return {
    type: 'data.validation', place: placeOf(oneOfSeveral ? first : root), ...unstatedValidation, also: oneOfSeveral && last !== undefined && last !== first ? [placeOf(last)] : [],
    suite: textAt(root, 'definitionName') ?? root.file, system: 'soda', kind: 'result', dataset: table,
    success: verdictOf(root, oneOfSeveral), evaluated: evaluated.length, passed: having('pass').length, failed: failed.length, listed: checks.length,
    failedChecks: failed.map((check) => (textAt(check, 'name') ?? '').slice(0, 200).toWellFormed()).slice(0, 50),
    columns: new Set(checks.map((check) => textAt(check, 'column')).filter((column) => column !== null)).size,
    kinds: [...new Set(checks.map((check) => sodaKind(definitionOf(check))))],
    at: instantOf(textAt(root, 'scanEndTimestamp')) ?? instantOf(textAt(root, 'scanStartTimestamp')) ?? instantOf(textAt(root, 'dataTimestamp')),
  };
}

/** The scan speaks of all its datasets together: a failure may be another's. */
function verdictOf(root: Spot, oneOfSeveral: boolean): boolean | null {
  const clean = at(root, 'hasFailures').value === false && at(root, 'hasErrors').value === false;
  return clean || !oneOfSeveral ? clean : null;
}

/** The line of the check behind its heading: `checks for orders:` and `  - row_count > 0`. */
function definitionOf(check: Spot): string {
  const lines = (textAt(check, 'definition') ?? '').split('\n');
  return (lines.slice(1).join(' ') || (textAt(check, 'name') ?? '')).replace(/^[\s-]+/, '');
}
