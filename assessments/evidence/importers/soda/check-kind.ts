const kinds: readonly (readonly [string, RegExp])[] = [
  ['not_null', /^(?:no_)?missing/],
  ['unique', /^(?:no_)?duplicate/],
  ['freshness', /^freshness/],
  ['distribution', /^(?:anomaly|distribution|change|.*\bz_score\b)|\banomaly (?:score|detection)\b/],
  ['in_set', /valid values|valid_values/],
  ['format', /^(?:no_)?invalid/],
  ['row_count', /^row_count/],
  ['column_exists', /^schema/],
  ['comparison', /^values in\b|must (?:not )?exist in|^reconciliation|same as/],
  ['range', /^(?:min|max)\b/],
  ['statistic', /^(?:avg|sum|stddev|variance|percentile|aggregate)/],
  ['custom', /^(?:failed[ _]rows|user[ _]defined|metric)/],
];

/** What a Soda check looks at, in the words of the fact types, by its own opening; `custom` where it is somebody's own metric. */
export function sodaKind(check: string): string {
  return kinds.find(([, pattern]) => pattern.test(check.trim()))?.[0] ?? 'custom';
}

/** Columns between the brackets of a check: `missing_count(a)`, `duplicate_count(a, b)`, `values in (a, b) must exist in …`. */
export function sodaColumns(check: string): readonly string[] {
  const named = /^[^()]{0,60}\(([^()]{1,500})\)/.exec(check)?.[1];
  return named === undefined ? [] : named.split(',').map((name) => name.trim()).filter((name) => name !== '');
}
