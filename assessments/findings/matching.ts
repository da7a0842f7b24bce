import type { Fact, FactType } from '../evidence/facts.ts';
import type { CompiledCheck } from './compile.ts';
import { valueAt } from './field-path.ts';

/** How many facts and values a finding keeps for its trace; `count` stays exact. */
const kept = 200;
/** How many pairs one check may try (about a third of a second); a join by equality never comes near. */
const mostPairs = 1_000_000;

/** The facts by type, and within a type by the values joins look for; built when first asked for. */
export type FactIndex = {
  readonly facts: readonly Fact[];
  ofType(type: FactType): readonly number[];
  ofValue(type: FactType, segments: readonly string[], value: unknown): readonly number[];
};

/**
 * What a check found. `count` counts distinct values where the check asks for them, else matching facts; `facts` are
 * indexes, those of `f` first, then their partners. `fault` tells why some facts could not be looked at.
 */
export type Match = {
  readonly satisfied: boolean;
  readonly count: number;
  readonly facts: readonly number[];
  readonly values: readonly string[];
  readonly fault: { readonly kind: 'error'; readonly index: number; readonly reason: string; readonly count: number } | { readonly kind: 'too-many-pairs'; readonly index: number } | null;
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
  const byKey = new Map<string, ReadonlyMap<unknown, readonly number[]>>();
  return {
    facts, ofType,
    ofValue: (type, segments, value) => {
      const key = [type, ...segments].join('/');
      const known = byKey.get(key) ?? Map.groupBy(ofType(type), (index) => valueAt(facts[index], segments));
      byKey.set(key, known);
      return value === null || value === undefined ? [] : (known.get(value) ?? []);
    },
  };
}

/** Runs one check. A fact on which an expression fails does not match; beyond the bound of pairs nothing is claimed. */
export function matchCheck(compiled: CompiledCheck, index: FactIndex): Match {
  const { check, type } = compiled;
  const candidates = index.ofType(type);
  const tried = tryFacts(compiled, candidates, index);
  const { matched, partners, fault } = tried;

  const values = check.distinct === undefined ? [] : distinctValues(matched, check.distinct, index);
  const count = check.distinct === undefined ? matched.length : values.length;
  const whole = !check.every || (matched.length > 0 && matched.length === candidates.length);
  return {
    satisfied: whole && count >= check.atLeast && fault?.kind !== 'too-many-pairs',
    count,
    facts: [...new Set([...matched.slice(0, kept), ...partners])].slice(0, kept),
    values: values.slice(0, kept),
    fault,
  };
}

type Tried = { readonly matched: readonly number[]; readonly partners: ReadonlySet<number>; readonly fault: Match['fault'] };

function tryFacts(compiled: CompiledCheck, candidates: readonly number[], index: FactIndex): Tried {
  const matched: number[] = [];
  const partners = new Set<number>();
  const pairs = { left: mostPairs };
  let failed: { readonly index: number; readonly reason: string; count: number } | null = null;
  for (const candidate of candidates) {
    try {
      const partner = tryFact(compiled, candidate, index, pairs);
      if (pairs.left < 0) return { matched, partners, fault: { kind: 'too-many-pairs', index: candidate } };
      if (partner === null) continue;
      matched.push(candidate);
      if (partner !== candidate && partners.size < kept) partners.add(partner);
    } catch (error) {
      if (failed === null) failed = { index: candidate, reason: reasonOf(error), count: 1 };
      else failed.count += 1;
    }
  }
  return { matched, partners, fault: failed === null ? null : { kind: 'error', ...failed } };
}

/** The index of the first partner of a matching fact, of the fact itself where the check joins nothing; null = no match. */
function tryFact({ where, join }: CompiledCheck, candidate: number, index: FactIndex, pairs: { left: number }): number | null {
  const f = index.facts[candidate];
  if (where !== null && where({ f }) !== true) return null;
  if (join === null) return candidate;

  const others = join.keys === null ? index.ofType(join.type) : index.ofValue(join.type, join.keys.g, valueAt(f, join.keys.f));
  for (const other of others) {
    pairs.left -= 1;
    if (pairs.left < 0) return null;
    if (join.on({ f, g: index.facts[other] }) === true) return other;
  }
  return null;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'summary' in error && typeof error.summary === 'string') return error.summary;
  return error instanceof Error ? error.message : String(error);
}

/** The values of a field over the matching facts, in order of first appearance. Lists give their elements; an unstated value is none. */
function distinctValues(matched: readonly number[], field: string, { facts }: FactIndex): readonly string[] {
  const values = new Set<string>();
  const path = [field];
  for (const index of matched) {
    const value = valueAt(facts[index], path);
    if (Array.isArray(value)) value.forEach((element) => addValue(values, element));
    else addValue(values, value);
  }
  return [...values];
}

function addValue(values: Set<string>, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values.add(String(value));
}
