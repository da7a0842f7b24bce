import type { Fact, FactType } from './facts.ts';
import type { Place } from './place.ts';

/** The first and the last day that the content of a file speaks of, as it writes them: ISO 8601, only the day. */
export type EffectiveDays = { readonly first: string; readonly last: string };

/** The fields that say when a thing was so; when it is to be looked at again, or expires, says nothing of that. */
const fields = ['at', 'decidedAt', 'updatedAt', 'createdAt', 'startedAt', 'resolvedAt'] as const;

/** The day a fact is effective for, by what its file says; null where it says none. The time of the file itself never counts. */
export function effectiveDayOf(fact: Fact): string | null {
  return saidDayOf(fact)?.day ?? null;
}

/** Where a day comes from: the field of a fact, and the place it was read from. */
export type DaySource = { readonly day: string; readonly type: FactType; readonly field: string; readonly place: Place };

/** Which facts of a file state its first and its last day; null where none states any. */
export function daySources(facts: readonly Fact[], file: string): { readonly first: DaySource; readonly last: DaySource } | null {
  const stated = facts.flatMap((fact): readonly DaySource[] => {
    const said = saidDayOf(fact);
    const place = [fact.place, ...fact.also].find((one) => one.file === file);
    return said === null || place === undefined ? [] : [{ ...said, type: fact.type, place }];
  });
  const [begin] = stated;
  if (begin === undefined) return null;
  return { first: stated.reduce((one, other) => (other.day < one.day ? other : one), begin), last: stated.reduce((one, other) => (other.day > one.day ? other : one), begin) };
}

function saidDayOf(fact: Fact): { readonly day: string; readonly field: string } | null {
  const said: Readonly<Record<string, unknown>> = fact;
  for (const field of fields) {
    const value = said[field];
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)) return { day: value.slice(0, 10), field };
  }
  return null;
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
