import type { Fact, FactOf, FactType } from '../facts.ts';
import { placeKey } from '../place-order.ts';
import type { Subject } from '../subjects.ts';

export type Contradiction = FactOf<'contradiction'>;
export type ContradictionKind = Contradiction['kind'];

/** Everything a rule may look at. */
export type Evidence = {
  readonly facts: readonly Fact[];
  readonly subjects: readonly Subject[];
  readonly ofType: <Type extends FactType>(type: Type) => readonly FactOf<Type>[];
};

/** Finds one kind of contradiction. Pure; the order of the facts must not matter. */
export type ContradictionRule = { readonly kind: ContradictionKind; readonly find: (evidence: Evidence) => readonly Claim[] };

/** Two claims that do not go together; `facts` are those that make them, the first claim first. */
export type Claim = {
  readonly about: string; readonly left: string; readonly right: string;
  readonly facts: readonly [Fact, ...Fact[]];
  readonly zh: string; readonly en: string;
};

/** The contradiction as a fact: its place is the first claim, `also` holds every further place once. */
export function contradictionFact(kind: ContradictionKind, { facts, ...said }: Claim): Contradiction {
  const [place, ...others] = facts.flatMap((fact) => [fact.place, ...fact.also]);
  const seen = new Set(place === undefined ? [] : [placeKey(place)]);
  const also = others.filter((one) => {
    const known = seen.has(placeKey(one));
    seen.add(placeKey(one));
    return !known;
  });
  return { type: 'contradiction', place: facts[0].place, also, kind, ...said };
}

/** What facts are about, as one says it: the release, else model and version, else run, else the file. */
export function nameOf(fact: Fact): string {
  const { release = null, model = null, modelVersion = null, run = null } = fact as Partial<Record<'release' | 'model' | 'modelVersion' | 'run', string | null>>;
  if (release !== null) return release;
  if (model !== null) return modelVersion === null ? model : `${model} ${modelVersion}`;
  return run ?? fact.place.file;
}

type Named = { readonly release?: string | null; readonly model?: string | null; readonly modelVersion?: string | null; readonly run?: string | null };

/** Both speak of one release; where neither names one, of one run, else of one version of a model. */
export function sameDelivery(one: Named, other: Named): boolean {
  if (isText(one.release) || isText(other.release)) return one.release === other.release;
  if (isText(one.run) && isText(other.run)) return one.run === other.run;
  return isText(one.model) && isText(one.modelVersion) && one.model === other.model && one.modelVersion === other.modelVersion;
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}

/** All pairs of different facts, each once, in an order that only the facts decide. */
export function pairsOf<Item extends Fact>(facts: readonly Item[]): readonly (readonly [Item, Item])[] {
  const sorted = facts.toSorted((one, other) => (factKey(one) < factKey(other) ? -1 : 1));
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => [one, other] as const));
}

function factKey(fact: Fact): string {
  return `${placeKey(fact.place)}\n${fact.type}\n${JSON.stringify(fact)}`;
}
