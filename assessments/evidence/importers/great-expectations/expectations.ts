import { type Spot, at, textAt, textsAt } from '../../spot.ts';

/** An expectation: `expectation_type` up to 0.18, `type` from 1.0; null where neither names one. */
export function expectationType(expectation: Spot): string | null {
  return textAt(expectation, 'expectation_type') ?? textAt(expectation, 'type');
}

/** The columns an expectation speaks of, in the order of its arguments; none for a table. */
export function columnsOf(expectation: Spot): readonly string[] {
  const given = at(expectation, 'kwargs');
  return ['column', 'column_A', 'column_B', 'column_list', 'column_set'].flatMap((key) => textsAt(given, key));
}

const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['not_null', /to_not_be_null|not_be_null_proportion/],
  ['null', /to_be_null/],
  ['unique', /to_be_unique|unique_within_record|select_column_values_to_be_unique|compound_columns_to_be_unique/],
  ['not_in_set', /not_be_in_set/],
  ['in_set', /in_set|equal_set|contain_set/],
  ['type', /of_type|in_type_list/],
  ['row_count', /row_count/],
  ['column_count', /column_count/],
  ['column_order', /match_ordered_list/],
  ['column_exists', /column_to_exist|columns_to_match_set/],
  ['freshness', /freshness|dateutil|max_timestamp/],
  ['format', /regex|like_pattern|strftime|json|value_lengths/],
  ['distribution', /kl_divergence|chisquare|ks_test|quantile|distribution|bootstrapped/],
  ['uniqueness', /unique_value_count|proportion_of_unique/],
  ['order', /increasing|decreasing/],
  ['comparison', /pair_values|pair_cramers|multicolumn_sum|table_row_count_to_equal_other/],
  ['statistic', /(?:mean|median|stdev|sum|most_common_value)_to_be/],
  ['range', /to_be_between|z_scores|(?:max|min)_to_be/],
];

/** What an expectation checks, in the words of the fact types; its own name without `expect_` where none is known. */
export function checkKind(type: string): string {
  return kinds.find(([, pattern]) => pattern.test(type))?.[0] ?? type.replace(/^expect_/, '').slice(0, 100);
}

/** Each text once, in the order of first appearance, at most `most`. */
export function distinct(texts: readonly string[], most = 200): readonly string[] {
  return [...new Set(texts)].slice(0, most);
}
