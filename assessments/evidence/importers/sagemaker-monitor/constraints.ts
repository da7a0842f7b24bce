import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, items, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { unstatedDefinition, unstatedDrift, unstatedValidation } from '../../unstated-records.ts';

/** Features with a type and what must hold of them, or bounds of model metrics. */
export function isConstraints(root: Spot): boolean {
  if (!isWritten(at(root, 'version'))) return false;
  const features = items(at(root, 'features'));
  if (features.length > 0) return features.every((feature) => textAt(feature, 'name') !== null && textAt(feature, 'inferred_type') !== null) && features.some((feature) => isWritten(at(feature, 'completeness')) || isMapping(at(feature, 'num_constraints').value));
  return (Array.isArray(at(root, 'features').value) && isMapping(at(root, 'monitoring_config').value)) || boundsIn(root).length > 0;
}

/** What data must keep to, as a baseline that nothing was compared with yet; bounds of a model's quality as definitions of its metrics. */
export function constraintFacts(root: Spot): readonly Fact[] {
  const bounds = boundsIn(root);
  if (bounds.length > 0) return [...bounds.map(boundFact), baselineFact(root, 'quality')];
  const features = items(at(root, 'features'));
  const kinds = features.map(kindsOf);
  const compared = textAt(root, 'monitoring_config', 'distribution_constraints', 'perform_comparison') === 'Enabled';
  const validation: FactOf<'data.validation'> = {
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, suite: root.file, system: 'sagemaker', kind: 'expectations',
    evaluated: textAt(root, 'monitoring_config', 'evaluate_constraints') === 'Disabled' ? 0 : kinds.flat().length,
    columns: kinds.filter((own) => own.length > 0).length, kinds: [...new Set([...kinds.flat(), ...(compared ? ['distribution'] : [])])],
  };
  return [validation, baselineFact(root, 'data')];
}

function kindsOf(feature: Spot): readonly string[] {
  const type = textAt(feature, 'inferred_type');
  return [
    ...(type !== null && type !== 'Unknown' ? ['type'] : []),
    ...((numberAt(feature, 'completeness') ?? 0) > 0 ? ['not_null'] : []),
    ...(at(feature, 'num_constraints', 'is_non_negative').value === true ? ['range'] : []),
    ...(items(at(feature, 'string_constraints', 'domains')).length > 0 ? ['in_set'] : []),
  ];
}

function baselineFact(root: Spot, of: 'data' | 'quality'): FactOf<'drift.report'> {
  const distribution = at(root, 'monitoring_config', 'distribution_constraints');
  return {
    type: 'drift.report', place: placeOf(root), ...unstatedDrift, name: root.file, system: 'sagemaker', of, baselineOnly: true,
    columns: of === 'data' ? items(at(root, 'features')).length : null, threshold: numberAt(distribution, 'comparison_threshold'), method: textAt(distribution, 'comparison_method'),
  };
}

type Bound = { readonly metric: string; readonly spot: Spot };

/** `{ binary_classification_constraints: { recall: { threshold, comparison_operator: 'LessThanThreshold' } } }` */
function boundsIn(root: Spot): readonly Bound[] {
  return members(root).filter(([key]) => /^(?:binary_classification|multiclass_classification|regression)_constraints$/.test(key))
    .flatMap(([, group]) => members(group).filter(([, spot]) => numberAt(spot, 'threshold') !== null).map(([metric, spot]) => ({ metric, spot })));
}

/** The operator says what is a violation: less than the threshold is one where higher is better. */
function boundFact({ metric, spot }: Bound): FactOf<'metric.definition'> {
  const operator = textAt(spot, 'comparison_operator') ?? '';
  return {
    type: 'metric.definition', place: placeOf(spot), ...unstatedDefinition, metric, system: 'sagemaker', kind: 'model', target: numberAt(spot, 'threshold'),
    direction: operator.startsWith('Less') ? 'higher' : operator.startsWith('Greater') ? 'lower' : 'unstated',
  };
}
