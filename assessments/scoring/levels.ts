import type { Group } from '../catalogue/pack.ts';
import type { Policy, RatingValue } from '../journal/event.ts';
import type { FinalRating } from './result.ts';
import { policyRules } from './policies.ts';

/** A rating in thirds: scoring is done in whole numbers, a fraction would turn 85 % into 84.99. */
export type Thirds = 0 | 1 | 2 | 3;
export const thirds: Readonly<Record<Exclude<RatingValue, 'NA'>, Thirds>> = { N: 0, P: 1, L: 2, F: 3 };

/** An applicable requirement: rated N to F, or unassessed (null). NA is as if it were not in the pack, so it is not here. */
type Applicable = { readonly id: string; readonly level: number; readonly mandatory: boolean; readonly value: Thirds | null };
/** The applicable requirements of a sub-item and the levels it can reach, lowest first. */
export type Ladder = { readonly applicable: readonly Applicable[]; readonly attainable: readonly number[] };

/** The ladder of a sub-item under the given final ratings. */
export function ladderOf(group: Group, finals: ReadonlyMap<string, FinalRating>): Ladder {
  const applicable = group.requirements.flatMap(({ id, level, mandatory }): readonly Applicable[] => {
    const value = finals.get(id)?.value ?? null;
    return value === 'NA' ? [] : [{ id, level, mandatory, value: value === null ? null : thirds[value] }];
  });
  return { applicable, attainable: attainableLevels(new Set(applicable.map(({ level }) => level)), group.inherited) };
}

/**
 * A level without applicable requirements is passed through and never the result, unless it is declared as inherited
 * (同上) from a level that can itself be the result: then it is reached with it.
 */
function attainableLevels(own: ReadonlySet<number>, inherited: readonly number[]): readonly number[] {
  return [1, 2, 3, 4, 5].reduce<readonly number[]>((levels, level) =>
    (own.has(level) || (inherited.includes(level) && levels.includes(level - 1)) ? [...levels, level] : levels), []);
}

/** The level of a sub-item with every unassessed requirement taken as `unassessed`; null where nothing is applicable. */
export function levelOf({ applicable, attainable }: Ladder, policy: Policy, unassessed: Thirds): number | null {
  if (applicable.length === 0) return null;
  const filled = applicable.map((requirement) => ({ ...requirement, value: requirement.value ?? unassessed }));
  const missed = attainable.findIndex((level) => !policyRules[policy].reaches(filled.filter((requirement) => requirement.level <= level)));
  return attainable.slice(0, missed === -1 ? undefined : missed).at(-1) ?? 0;
}

/** The next level above `level` that has requirements of its own; undefined at the ceiling. */
function nextLevel({ applicable }: Ladder, level: number): number | undefined {
  const above = applicable.map((requirement) => requirement.level).filter((one) => one > level);
  return above.length === 0 ? undefined : Math.min(...above);
}

/**
 * The grade of a sub-item, the same for all policies: `3` = every requirement up to level 3 is F; `3−` (U+2212) = the
 * level below is reached and at least one requirement of level 3, the next that has any, is L or F.
 */
export function gradeOf(ladder: Ladder): string | null {
  const clean = levelOf(ladder, 'strict', thirds.N);
  if (clean === null) return null;
  const next = nextLevel(ladder, clean);
  const begun = ladder.applicable.some(({ level, value }) => level === next && (value === thirds.L || value === thirds.F));
  return begun ? `${next}\u2212` : String(clean);
}

/** Requirements that keep a sub-item from the next level it can reach; none at its ceiling. */
export function blockingOf(ladder: Ladder, policy: Policy): readonly string[] {
  const level = levelOf(ladder, policy, thirds.N);
  const next = level === null ? undefined : ladder.attainable.find((one) => one > level);
  if (next === undefined) return [];
  const upTo = ladder.applicable.filter((requirement) => requirement.level <= next).map((requirement) => ({ ...requirement, value: requirement.value ?? thirds.N }));
  return policyRules[policy].blocking(upTo).map(({ id }) => id);
}
