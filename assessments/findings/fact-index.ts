import type { Fact, FactType } from '../evidence/facts.ts';
import { valueAt } from './field-path.ts';

export type Path = readonly string[];
export type Key = string | number | boolean | null;

/** The facts by type, and within a type by the values joins look for; built when first asked for. */
export type FactIndex = {
  readonly facts: readonly Fact[];
  ofType(type: FactType): readonly number[];
  /** Those with these values at these paths, as `keyAt` tells them. */
  ofKey(type: FactType, paths: readonly Path[], key: Key): readonly number[];
};

/** An index of facts; facts of a type stay in their order. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const byType = new Map<FactType, number[]>();
  facts.forEach(({ type }, index) => {
    const list = byType.get(type);
    if (list === undefined) byType.set(type, [index]);
    else list.push(index);
  });
  const ofType = (type: FactType) => byType.get(type) ?? [];
  const byKey = new Map<string, ReadonlyMap<Key, readonly number[]>>();
  return {
    facts, ofType,
    ofKey: (type, paths, key) => {
      const name = [type, ...paths.map((path) => path.join('/'))].join(' ');
      const known = byKey.get(name) ?? Map.groupBy(ofType(type), (index) => keyAt(facts[index], paths));
      byKey.set(name, known);
      return key === null ? [] : (known.get(key) ?? []);
    },
  };
}

/** One value that stands for those at the paths, the same only where all of them are; null where one is not stated. */
export function keyAt(fact: unknown, paths: readonly Path[]): Key {
  const [first = null, ...others] = paths.map((path) => statedAt(fact, path));
  if (others.length === 0) return first;
  return first === null || others.includes(null) ? null : JSON.stringify([first, ...others]);
}

function statedAt(fact: unknown, path: Path): Key {
  const value = valueAt(fact, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
