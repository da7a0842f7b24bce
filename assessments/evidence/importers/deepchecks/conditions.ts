import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import { type ListedCase, listedReportFacts } from '../../test-report/listed.ts';
import { unstatedValidation } from '../../unstated-records.ts';

const outcomes: Readonly<Record<string, ListedCase['outcome']>> = { PASS: 'passed', FAIL: 'failed', WARN: 'failed', ERROR: 'error' };

/** Checks that need a model or its predictions; the others look at data alone. */
const ofModel = /performance|prediction|model|confusion|\broc\b|calibration|overfit|weak segments|unused features|boosting|inference|regression error|error distribution/i;

/** The conditions as a run of tests, and those over data as a validation. A check without conditions tests nothing. */
export function conditionFacts(root: Spot, checks: readonly Spot[]): readonly Fact[] {
  const cases = checks.flatMap(casesOf);
  const name = textAt(root, 'name') ?? textAt(root, 'header') ?? root.file;
  const run = listedReportFacts({ system: 'deepchecks', name, declared: null, seconds: null, at: null, commit: null, repository: null, run: null, place: placeOf(root) }, cases).map(layered);
  const overData = checks.filter((check) => !ofModel.test(headerOf(check)));
  return overData.length === 0 ? run : [...run, validationFact(root, name, overData)];
}

/** The tool tests data and models and nothing else, whatever a check is called. */
function layered(fact: Fact): Fact {
  return fact.type === 'test.case.group' ? { ...fact, layer: ofModel.test(fact.suite) ? 'model' : 'data' } : fact;
}

/** One that broke before it had a result is a case in error. */
function casesOf(check: Spot): readonly ListedCase[] {
  const group = headerOf(check);
  const conditions = items(at(check, 'conditions_results'));
  if (conditions.length === 0) return isFailure(check) ? [{ group, name: group, outcome: 'error', seconds: null, place: placeOf(check) }] : [];
  return conditions.map((condition) => ({ group, name: textAt(condition, 'Condition') ?? group, outcome: outcomes[textAt(condition, 'Status') ?? ''] ?? 'error', seconds: null, place: placeOf(condition) }));
}

function isFailure(check: Spot): boolean {
  return textAt(check, 'type') === 'CheckFailure' || !Array.isArray(at(check, 'conditions_results').value);
}

function headerOf(check: Spot): string {
  return textAt(check, 'header') ?? '';
}

/** It gives no verdict on the whole, so the fact has none. */
function validationFact(root: Spot, suite: string, checks: readonly Spot[]): FactOf<'data.validation'> {
  const cases = checks.flatMap(casesOf);
  const failed = cases.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  return {
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, suite, system: 'deepchecks', kind: 'result',
    evaluated: cases.length, passed: cases.length - failed.length, failed: failed.length, listed: cases.length,
    failedChecks: failed.map(({ group }) => group.slice(0, 200).toWellFormed()).slice(0, 50),
    kinds: [...new Set(checks.map((check) => kindOf(headerOf(check))).filter((kind) => kind !== null))],
  };
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['distribution', /drift|distribution/i],
  ['not_null', /null|missing|empty/i],
  ['unique', /duplicate|single value/i],
  ['comparison', /leakage|mix|correlation|new (?:category|label)|conflicting|overlap/i],
  ['type', /data ?types?|mixed/i],
  ['format', /special characters|string|length/i],
  ['range', /outlier|out of bounds/i],
  ['row_count', /size|samples/i],
];

function kindOf(header: string): string | null {
  return kinds.find(([, pattern]) => pattern.test(header))?.[0] ?? null;
}
