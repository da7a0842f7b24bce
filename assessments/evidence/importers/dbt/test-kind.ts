import { checkKind } from '../great-expectations/expectations.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['not_null', /^not_null|not_null_proportion|not_empty/],
  ['unique', /unique/],
  ['in_set', /accepted_values|not_accepted_values/],
  ['comparison', /relationships|equality|equal_rowcount|cardinality/],
  ['range', /accepted_range|between/],
  ['freshness', /recency|freshness/],
  ['row_count', /row_?count/],
  ['format', /regex|not_constant/],
];

/** What a test checks, in the words of the fact types; its own name where none is known. `package.test` is known by its test. */
export function dbtTestKind(name: string): string {
  const own = name.slice(name.lastIndexOf('.') + 1);
  if (own.startsWith('expect_')) return checkKind(own);
  return kinds.find(([, pattern]) => pattern.test(own))?.[0] ?? own.slice(0, 100);
}
