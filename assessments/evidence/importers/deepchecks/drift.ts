import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, items, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedDrift } from '../../unstated-records.ts';

type Drift = FactOf<'drift.report'>;

/** One fact for a check of drift; its verdict is that of its conditions, and none where it has none. */
export function driftFacts(check: Spot): readonly Drift[] {
  const header = textAt(check, 'header') ?? '';
  if (!/\bdrift\b/i.test(header)) return [];
  const value = at(check, 'value');
  const features = members(value).filter(([, feature]) => isMapping(feature.value) && at(feature, 'Drift score').value !== undefined);
  const statuses = items(at(check, 'conditions_results')).map((condition) => textAt(condition, 'Status') ?? '');
  const methods = [textAt(value, 'Method'), ...features.map(([, feature]) => textAt(feature, 'Method'))].filter((method) => method !== null);
  return [{
    type: 'drift.report', place: placeOf(check), ...unstatedDrift, name: header, system: 'deepchecks', of: sideOf(header),
    columns: features.length > 0 ? features.length : null,
    score: numberAt(value, 'Drift score') ?? numberAt(value, 'domain_classifier_drift_score'),
    threshold: thresholdOf(check), method: methods.length === 0 ? null : [...new Set(methods)].slice(0, 5).join(', ').slice(0, 200).toWellFormed(),
    detected: verdictOf(statuses),
  }];
}

function sideOf(header: string): Drift['of'] {
  if (/label/i.test(header)) return 'target';
  return /prediction/i.test(header) ? 'prediction' : 'data';
}

/** A warning is no verdict. */
function verdictOf(statuses: readonly string[]): boolean | null {
  if (statuses.includes('FAIL')) return true;
  return statuses.length > 0 && statuses.every((status) => status === 'PASS') ? false : null;
}

/** The number its conditions name, where it is one and the same: `drift score < 0.15`. */
function thresholdOf(check: Spot): number | null {
  const written = items(at(check, 'conditions_results')).flatMap((condition) => (textAt(condition, 'Condition') ?? '').slice(0, 500).match(/[<>]=? *[0-9]+(?:\.[0-9]+)?/g) ?? []);
  const numbers = [...new Set(written.map((text) => Number(text.replace(/^[<>]=? */, ''))))];
  return numbers.length === 1 ? numbers[0] ?? null : null;
}
