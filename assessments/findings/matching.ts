import type { CompiledCheck } from './compile.ts';
import type { FactIndex } from './fact-index.ts';
import { valueAt } from './field-path.ts';
import { type Partners, partnersIn } from './partners.ts';

/** How many facts and values a finding keeps for its trace; `count` stays exact. */
const kept = 200;

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

/** Runs one check. A fact on which an expression fails does not match; beyond the bound of pairs nothing is claimed. */
export function matchCheck(compiled: CompiledCheck, index: FactIndex): Match {
  const { check, type, only, join } = compiled;
  const all = index.ofType(type);
  const candidates = only === null ? all : index.ofKey(type, [only.path], only.value);
  const { matched, partners, fault } = tryFacts(compiled, candidates, index, join === null ? null : partnersIn(join, index));

  const values = check.distinct === undefined ? [] : distinctValues(matched, check.distinct, index);
  const count = check.distinct === undefined ? matched.length : values.length;
  const whole = !check.every || (matched.length > 0 && matched.length === all.length);
  return {
    satisfied: whole && count >= check.atLeast && fault?.kind !== 'too-many-pairs',
    count,
    facts: [...new Set([...matched.slice(0, kept), ...partners])].slice(0, kept),
    values: values.slice(0, kept),
    fault,
  };
}

type Tried = { readonly matched: readonly number[]; readonly partners: ReadonlySet<number>; readonly fault: Match['fault'] };

function tryFacts(compiled: CompiledCheck, candidates: readonly number[], index: FactIndex, joined: Partners | null): Tried {
  const matched: number[] = [];
  const partners = new Set<number>();
  let failed: { readonly index: number; readonly reason: string; count: number } | null = null;
  for (const candidate of candidates) {
    try {
      const partner = tryFact(compiled, candidate, index, joined);
      if (joined?.isSpent() === true) return { matched, partners, fault: { kind: 'too-many-pairs', index: candidate } };
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
function tryFact({ where }: CompiledCheck, candidate: number, { facts }: FactIndex, partners: Partners | null): number | null {
  const f = facts[candidate];
  if (where !== null && !where(f)) return null;
  return partners === null ? candidate : partners.firstOf(f);
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
