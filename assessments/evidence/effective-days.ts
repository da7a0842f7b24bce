import type { Fact } from './facts.ts';

/** The first and the last day that the content of a file speaks of, as it writes them: ISO 8601, only the day. */
export type EffectiveDays = { readonly first: string; readonly last: string };

/** The fields that say when a thing was so; when it is to be looked at again, or expires, says nothing of that. */
const fields = ['at', 'decidedAt', 'updatedAt', 'createdAt', 'startedAt', 'resolvedAt'] as const;

/** The day a fact is effective for, by what its file says; null where it says none. The time of the file itself never counts. */
export function effectiveDayOf(fact: Fact): string | null {
  const said: Readonly<Record<string, unknown>> = fact;
  const day = fields.map((field) => said[field]).find((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value));
  return typeof day === 'string' ? day.slice(0, 10) : null;
}

/** The days of each file that states any, by its path; facts of several files count for every one of them. */
export function effectiveDays(facts: readonly Fact[]): ReadonlyMap<string, EffectiveDays> {
  const days = new Map<string, EffectiveDays>();
  for (const fact of facts) {
    const day = effectiveDayOf(fact);
    if (day === null) continue;
    for (const { file } of [fact.place, ...fact.also]) {
      const known = days.get(file);
      days.set(file, known === undefined ? { first: day, last: day } : { first: day < known.first ? day : known.first, last: day > known.last ? day : known.last });
    }
  }
  return days;
}

/** Whether any of the days lies between two days, both included; null = no bound on that side. */
export function liesWithin({ first, last }: EffectiveDays, { from, to }: { readonly from: string | null; readonly to: string | null }): boolean {
  return (from === null || last >= from.slice(0, 10)) && (to === null || first <= to.slice(0, 10));
}
