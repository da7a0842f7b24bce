import { subjectsOf, type Fact, type Place, type Subject } from '#assessments';

/** The facts of an assessment, found by what they are of. Everything is indices into the facts, rising. */
export type FactIndex = {
  readonly facts: readonly Fact[];
  readonly ofType: (type: string) => readonly number[];
  /** Facts read from a file, alone or with others. */
  readonly ofFile: (file: string) => readonly number[];
  readonly contradictions: readonly number[];
  readonly subjects: () => readonly Subject[];
  /** The contradictions between facts that name a subject. */
  readonly contradictionsOf: (subject: Subject) => readonly number[];
};

/** An index of facts; what is costly is made when first asked for. */
export function factIndex(facts: readonly Fact[]): FactIndex {
  const types = once(() => listed(facts, ({ type }) => [type]));
  const files = once(() => listed(facts, (fact) => new Set(placesOf(fact).map(({ file }) => file))));
  const subjects = once(() => subjectsOf(facts));
  const ofType = (type: string): readonly number[] => types().get(type) ?? [];
  const contradictions = ofType('contradiction');
  const byPlace = once(() => listed(contradictions.flatMap((index) => facts[index] ?? []), (fact) => new Set(placesOf(fact).map(keyOf))));
  return {
    facts, ofType, contradictions, subjects,
    ofFile: (file) => files().get(file) ?? [],
    contradictionsOf: ({ places }) => {
      const found = new Set(places.flatMap((place) => byPlace().get(keyOf(place)) ?? []));
      return [...found].sort((one, other) => one - other).flatMap((at) => contradictions[at] ?? []);
    },
  };
}

export function placesOf({ place, also }: Fact): readonly Place[] {
  return [place, ...also];
}

function keyOf(place: Place): string {
  return JSON.stringify(place);
}

function listed(facts: readonly Fact[], keysOf: (fact: Fact) => Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const [index, fact] of facts.entries()) {
    for (const key of keysOf(fact)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [index]);
      else list.push(index);
    }
  }
  return lists;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
