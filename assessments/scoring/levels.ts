import type { Group } from '../catalogue/pack.ts';
import type { RatingValue } from '../journal/event.ts';
import { type PolicyRule, type Raise, type Thirds, type Valued, policyRules } from './policies.ts';
import type { ScoringRules } from './rules.ts';

export const thirds: Readonly<Record<Exclude<RatingValue, 'NA'>, Thirds>> = { N: 0, P: 1, L: 2, F: 3 };

/** An applicable requirement: rated N to F, or unassessed (null). NA is as if it were not in the pack, so it is not here. */
type Applicable = { readonly id: string; readonly level: number; readonly mandatory: boolean; readonly value: Thirds | null };
/** The applicable requirements of a sub-item and the levels it can reach, lowest first. */
export type Ladder = { readonly applicable: readonly Applicable[]; readonly attainable: readonly number[] };

/** What a policy needs to know of the rules. */
type PolicyChoice = Pick<ScoringRules, 'policy' | 'thresholdPercent'>;

/** The ladder of a sub-item; `valueOf` gives the rating that counts for a requirement, null where it is unassessed. */
export function ladderOf(group: Group, valueOf: (requirement: string) => RatingValue | null): Ladder {
  const applicable = group.requirements.flatMap(({ id, level, mandatory }): readonly Applicable[] => {
    const value = valueOf(id);
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
export function levelOf({ applicable, attainable }: Ladder, rules: PolicyChoice, unassessed: Thirds): number | null {
  if (applicable.length === 0) return null;
  const filled = filledWith(applicable, unassessed);
  const missed = attainable.findIndex((level) => !ruleOf(rules).reaches(filled.filter((requirement) => requirement.level <= level)));
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
  const clean = levelOf(ladder, strictly, thirds.N);
  if (clean === null) return null;
  const next = nextLevel(ladder, clean);
  const begun = ladder.applicable.some(({ level, value }) => level === next && (value === thirds.L || value === thirds.F));
  return begun ? `${next}\u2212` : String(clean);
}

/** The next level a sub-item can reach; undefined at its ceiling. */
function nextAttainable({ attainable }: Ladder, level: number | null): number | undefined {
  return level === null ? undefined : attainable.find((one) => one > level);
}

/** Requirements that keep a sub-item from the next level it can reach, with the least value each needs; none at its ceiling. */
export function blockingOf(ladder: Ladder, rules: PolicyChoice): ReturnType<PolicyRule['blocking']> {
  const next = nextAttainable(ladder, levelOf(ladder, rules, thirds.N));
  return next === undefined ? [] : ruleOf(rules).blocking(upTo(ladder, next));
}

/** The fewest requirements to raise so that a sub-item reaches a level it can reach (unassessed = N), none where it has it; in document order. */
export function fewestRaises(ladder: Ladder, rules: PolicyChoice, level: number): readonly Raise[] {
  const raises = new Map(ruleOf(rules).fewest(upTo(ladder, level)).map((raise) => [raise.id, raise]));
  return ladder.applicable.flatMap(({ id }) => raises.get(id) ?? []);
}

const strictly: PolicyChoice = { policy: 'strict', thresholdPercent: 100 };

function ruleOf(rules: PolicyChoice): PolicyRule {
  return policyRules[rules.policy](rules);
}

function upTo({ applicable }: Ladder, level: number): readonly Valued[] {
  return filledWith(applicable.filter((requirement) => requirement.level <= level), thirds.N);
}

function filledWith(applicable: readonly Applicable[], unassessed: Thirds): readonly Valued[] {
  return applicable.map((requirement) => ({ ...requirement, value: requirement.value ?? unassessed }));
}
