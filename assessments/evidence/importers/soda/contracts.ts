import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, items, members, placeOf, textAt } from '../../spot.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { sodaKind } from './check-kind.ts';

/** A dataset with named columns, of which one or the whole has checks. */
export function isContract(root: Spot): boolean {
  const columns = items(at(root, 'columns'));
  const checked = [root, ...columns].filter((spot) => Array.isArray(at(spot, 'checks').value));
  return textAt(root, 'dataset') !== null && columns.length > 0 && columns.every((column) => textAt(column, 'name') !== null) && checked.length > 0 && checked.every((spot) => items(at(spot, 'checks')).every(isCheck));
}

/** `- type: no_missing` up to 3, `- missing:` from 4. */
function isCheck(check: Spot): boolean {
  return isMapping(check.value) && checkName(check) !== '';
}

function checkName(check: Spot): string {
  return textAt(check, 'type') ?? members(check)[0]?.[0] ?? '';
}

/** The columns with their types are checks of the schema; what is listed under `checks` comes on top. */
export function contractFacts(root: Spot): readonly FactOf<'data.validation'>[] {
  const columns = items(at(root, 'columns'));
  const checks = [...items(at(root, 'checks')), ...columns.flatMap((column) => items(at(column, 'checks')))];
  const typed = columns.filter((column) => isWritten(at(column, 'data_type'))).length;
  return [{
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, suite: textAt(root, 'dataset') ?? root.file, system: 'soda', kind: 'expectations', dataset: textAt(root, 'dataset'),
    evaluated: checks.length + typed, columns: columns.length,
    kinds: [...new Set([...(typed > 0 ? ['type'] : []), ...checks.map((check) => (isWritten(at(check, 'valid_values')) ? 'in_set' : sodaKind(checkName(check))))])],
    owner: textAt(root, 'owner'),
  }];
}
