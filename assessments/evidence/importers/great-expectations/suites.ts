import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, items, placeOf, textAt } from '../../spot.ts';
import { checkKind, columnsOf, distinct, expectationType } from './expectations.ts';

/** Expectations by their type; an empty suite still carries a name and the tool's own words beside it. */
export function isSuite(root: Spot): boolean {
  const list = at(root, 'expectations');
  if (!Array.isArray(list.value) || isWritten(at(root, 'statistics'))) return false;
  const expectations = items(list);
  if (expectations.length === 0) return textAt(root, 'expectation_suite_name') !== null || isWritten(at(root, 'meta', 'great_expectations_version'));
  return expectations.every((one) => isMapping(one.value) && /^expect_/.test(expectationType(one) ?? ''));
}

export function suiteFacts(root: Spot): readonly Fact[] {
  const expectations = items(at(root, 'expectations'));
  const suite: FactOf<'data.validation'> = {
    type: 'data.validation', place: placeOf(root), also: [], release: null, run: null,
    dataset: textAt(root, 'data_asset_name'), datasetVersion: null, datasetHash: null,
    suite: textAt(root, 'expectation_suite_name') ?? textAt(root, 'name') ?? root.file,
    system: 'great-expectations', kind: 'expectations',
    success: null, evaluated: expectations.length, passed: null, failed: null, listed: 0, failedChecks: [],
    columns: new Set(expectations.flatMap(columnsOf)).size,
    kinds: distinct(expectations.map((one) => checkKind(expectationType(one) ?? ''))),
    gating: null, decision: null, owner: null, at: null,
  };
  return [suite];
}
