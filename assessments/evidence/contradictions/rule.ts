import type { Fact, FactOf, FactType } from '../facts.ts';
import type { Subject } from '../subjects.ts';

export type Contradiction = FactOf<'contradiction'>;
export type ContradictionKind = Contradiction['kind'];

/** Everything a rule may look at; facts are sorted by place, so that the order of files decides nothing. */
export type Evidence = {
  readonly facts: readonly Fact[];
  readonly subjects: readonly Subject[];
  readonly ofType: <Type extends FactType>(type: Type) => readonly FactOf<Type>[];
};

/** Finds one kind of contradiction. Pure. */
export type ContradictionRule = { readonly kind: ContradictionKind; readonly find: (evidence: Evidence) => readonly Claim[] };

/** Two claims that do not go together; `facts` are those that make them, the first claim first. */
export type Claim = {
  readonly about: string; readonly left: string; readonly right: string;
  readonly facts: readonly [Fact, ...Fact[]];
  readonly zh: string; readonly en: string;
};

/** The contradiction as a fact: its place is the first claim, `also` holds every further place. */
export function contradictionFact(kind: ContradictionKind, { facts, ...said }: Claim): Contradiction {
  const [first, ...others] = facts;
  return { type: 'contradiction', place: first.place, also: [...first.also, ...others.flatMap(({ place, also }) => [place, ...also])], kind, ...said };
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

/** More facts of one delivery are not compared with one claim: what holds for a hundred of them holds. */
const mostOfOne = 100;

/** For a fact, those of `facts` that speak of the same delivery, in their order; looked up, since there may be many of both. */
export function ofSameDelivery<Item extends Fact & Named>(facts: readonly Item[]): (one: Named) => readonly Item[] {
  const byKey = new Map<string, Item[]>();
  for (const fact of facts) {
    for (const key of deliveryKeys(fact)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [fact]);
      else if (known.length < mostOfOne) known.push(fact);
    }
  }
  return (one) => [...new Set(deliveryKeys(one).flatMap((key) => byKey.get(key) ?? []))].filter((other) => sameDelivery(one, other));
}

function deliveryKeys({ release, run, model, modelVersion }: Named): readonly string[] {
  if (isText(release)) return [`release ${release}`];
  return [...(isText(run) ? [`run ${run}`] : []), ...(isText(model) && isText(modelVersion) ? [`model ${model}\n${modelVersion}`] : [])];
}
