import type { Fact, FactOf } from '../../facts.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { type Message, all, featureName, first, numberIn, textIn } from './message.ts';

const own = new Set([
  'feature', 'sparse_feature', 'weighted_feature', 'string_domain', 'float_domain', 'int_domain', 'default_environment', 'annotation', 'dataset_constraints',
  'tensor_representation_group', 'represent_variable_length_as_ragged', 'generate_legacy_feature_spec',
]);
const types = /^(?:TYPE_UNKNOWN|BYTES|INT|FLOAT|STRUCT|[0-4])$/;

/** Features with a type of TensorFlow metadata, and nothing beside them that a schema does not have. */
export function isSchema(root: Message): boolean {
  const fields = root.fields();
  const features = all(root, 'feature');
  return features.length > 0 && fields.every(({ name }) => own.has(name)) && features.every((feature) => featureName(feature) !== null)
    && features.some((feature) => types.test(textIn(feature, 'type') ?? ''));
}

/** The features as they are declared, and the same declaration as checks that data can be held against. */
export function schemaFacts(root: Message): readonly Fact[] {
  const features = all(root, 'feature');
  const constraints = features.map((feature) => constraintsOf(feature));
  const names = features.map((feature) => featureName(feature) ?? '');
  const { place } = root;
  const file = 'file' in place ? place.file : '';
  const definition: FactOf<'feature.definition'> = {
    type: 'feature.definition', place, also: [], release: null, feature: file, featureVersion: null, featureHash: null, system: 'tfdv', kind: 'schema',
    columns: names.slice(0, 200), columnCount: names.length, typed: features.every((feature) => isTyped(feature)), bounded: constraints.some((kinds) => kinds.some((kind) => kind !== 'type')),
    entities: [], online: false, offline: false, freshnessSeconds: null, registry: null, owner: null,
  };
  const checks: FactOf<'data.validation'> = {
    type: 'data.validation', place, ...unstatedValidation, suite: file, system: 'tfdv', kind: 'expectations',
    evaluated: constraints.flat().length, columns: constraints.filter((kinds) => kinds.length > 0).length, kinds: [...new Set(constraints.flat())],
  };
  return [definition, checks];
}

function isTyped(feature: Message): boolean {
  const type = textIn(feature, 'type') ?? '';
  return types.test(type) && type !== 'TYPE_UNKNOWN' && type !== '0';
}

/** What the schema holds a feature against; presence of any amount, or none, is no constraint. */
function constraintsOf(feature: Message): readonly string[] {
  const has = (...names: readonly string[]) => names.some((name) => first(feature, name) !== null);
  return [
    ...(isTyped(feature) ? ['type'] : []),
    ...presenceOf(feature),
    ...(has('domain', 'string_domain', 'bool_domain', 'natural_language_domain') ? ['in_set'] : []),
    ...(has('int_domain', 'float_domain', 'time_domain', 'time_of_day_domain') ? ['range'] : []),
    ...(has('value_count', 'value_counts', 'shape', 'group_presence') ? ['format'] : []),
    ...(has('unique_constraints') ? ['uniqueness'] : []),
    ...(has('distribution_constraints', 'skew_comparator', 'drift_comparator') ? ['distribution'] : []),
  ];
}

function presenceOf(feature: Message): readonly string[] {
  if ((numberIn(feature, 'presence', 'min_fraction') ?? 0) > 0) return ['not_null'];
  return (numberIn(feature, 'presence', 'min_count') ?? 0) > 0 ? ['column_exists'] : [];
}
