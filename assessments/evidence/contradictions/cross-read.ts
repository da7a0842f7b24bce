import type { Fact, FactOf, FactType } from '../facts.ts';
import type { Place } from '../place.ts';
import { placeKey, placeOrder } from '../place-order.ts';
import { subjectsOf } from '../subjects.ts';
import { contradictionRules } from './index.ts';
import { type Contradiction, type Evidence, contradictionFact } from './rule.ts';

/**
 * The contradictions between all facts of an assessment, sorted; the order of the facts changes nothing. One that is
 * found in several copies of the same files is one, with all its places. Contradictions among the given facts are passed over.
 */
export function crossRead(facts: readonly Fact[]): readonly Contradiction[] {
  const evidence = evidenceOf(sorted(facts.filter(({ type }) => type !== 'contradiction')));
  const found = contradictionRules.flatMap(({ kind, find }) => find(evidence).map((claim) => contradictionFact(kind, claim)));
  const byClaim = [...Map.groupBy(found, claimKey)].sort(([one], [other]) => (one < other ? -1 : 1));
  return byClaim.flatMap(([, copies]) => merged(copies));
}

/** By place; facts of one place by type and content. Rules see facts in this order only. */
function sorted(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((one, other) => placeOrder(one.place, other.place) || compared(one.type, other.type) || compared(JSON.stringify(one), JSON.stringify(other)));
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function evidenceOf(facts: readonly Fact[]): Evidence {
  const byType = Map.groupBy(facts, ({ type }) => type);
  return { facts, subjects: subjectsOf(facts), ofType: <Type extends FactType>(type: Type) => (byType.get(type) ?? []) as unknown as readonly FactOf<Type>[] };
}

function claimKey({ kind, about, left, right, en }: Contradiction): string {
  return JSON.stringify([kind, about, left, right, en]);
}

/** The first copy, with the places of the others. */
function merged(copies: readonly Contradiction[]): readonly Contradiction[] {
  const [first, ...others] = copies.toSorted((one, other) => placeOrder(one.place, other.place));
  if (first === undefined) return [];
  const places = new Map<string, Place>([...first.also, ...others.flatMap(({ place, also }) => [place, ...also])].map((place) => [placeKey(place), place]));
  places.delete(placeKey(first.place));
  return [{ ...first, also: [...places.values()].sort(placeOrder) }];
}
