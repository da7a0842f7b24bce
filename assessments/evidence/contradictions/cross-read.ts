import type { Fact, FactOf, FactType } from '../facts.ts';
import { placeKey } from '../place-order.ts';
import { subjectsOf } from '../subjects.ts';
import { contradictionRules } from './index.ts';
import { type Contradiction, type Evidence, contradictionFact } from './rule.ts';

/**
 * The contradictions between all facts of an assessment, each once, sorted; the order of the facts changes nothing.
 * Contradictions among the given facts are passed over.
 */
export function crossRead(facts: readonly Fact[]): readonly Contradiction[] {
  const evidence = evidenceOf(facts.filter(({ type }) => type !== 'contradiction'));
  const found = contradictionRules.flatMap(({ kind, find }) => find(evidence).map((claim) => contradictionFact(kind, claim)));
  const byKey = new Map(found.map((one) => [keyOf(one), one]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}

function evidenceOf(facts: readonly Fact[]): Evidence {
  const byType = Map.groupBy(facts, ({ type }) => type);
  return { facts, subjects: subjectsOf(facts), ofType: <Type extends FactType>(type: Type) => (byType.get(type) ?? []) as unknown as readonly FactOf<Type>[] };
}

function keyOf({ kind, about, left, right, place, also }: Contradiction): string {
  return JSON.stringify([kind, about, left, right, placeKey(place), ...also.map(placeKey)]);
}
