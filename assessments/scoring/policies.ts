import type { Policy } from '../journal/event.ts';
import type { ScoringRules } from './rules.ts';

/** A rating in thirds: scoring is done in whole numbers, a fraction would turn 85 % into 84.99. */
export type Thirds = 0 | 1 | 2 | 3;
export type Valued = { readonly id: string; readonly level: number; readonly mandatory: boolean; readonly value: Thirds };
/** A rating to be raised, and to what. */
export type Raise = { readonly id: string; readonly to: Thirds };

/**
 * Given the applicable requirements up to a level (values in thirds: N 0, P 1, L 2, F 3): whether the level is reached;
 * which of them keep it from being reached, with the least value each needs (null where none decides by itself); and
 * the fewest of them to raise so that it is reached. An inherited level has no requirements of its own, so the highest
 * level among those given is the one that is looked at.
 */
export type PolicyRule = {
  readonly reaches: (upTo: readonly Valued[]) => boolean;
  readonly blocking: (upTo: readonly Valued[]) => readonly { readonly id: string; readonly needs: Thirds | null }[];
  readonly fewest: (upTo: readonly Valued[]) => readonly Raise[];
};

const fully = 3;
const largely = 2;

/**
 * When a sub-item reaches a level. These are rules of this product; the official roll-up of the evaluation is not
 * public.
 *
 * | policy | level k is reached when | follows |
 * |---|---|---|
 * | strict | every requirement of levels 1..k is F | the published self-rating rule (a clean level = all of its requirements met) |
 * | iso33020 | every requirement of level k is L or F, and all of lower levels F | ISO/IEC 33020 |
 * | threshold | for level k and each lower one: mean ≥ p percent of F, no mandatory requirement at N | other schemes |
 */
export const policyRules: Readonly<Record<Policy, (rules: Pick<ScoringRules, 'thresholdPercent'>) => PolicyRule>> = {
  strict: () => byLeast(() => fully),
  iso33020: () => byLeast((requirement, top) => (requirement.level === top ? largely : fully)),
  threshold: ({ thresholdPercent }) => byMean(thresholdPercent),
};

/** A rule by which each requirement has a least value of its own, which may depend on the highest level. */
function byLeast(least: (requirement: Valued, top: number) => Thirds): PolicyRule {
  const below = (upTo: readonly Valued[]): readonly Raise[] => {
    const top = Math.max(...levelsOf(upTo));
    return upTo.map((requirement) => ({ requirement, to: least(requirement, top) })).filter(({ requirement, to }) => requirement.value < to).map(({ requirement, to }) => ({ id: requirement.id, to }));
  };
  return { reaches: (upTo) => below(upTo).length === 0, blocking: (upTo) => below(upTo).map(({ id, to }) => ({ id, needs: to })), fewest: below };
}

/** Each level by itself: a mean in percent of F, and no mandatory requirement at N. */
function byMean(percent: number): PolicyRule {
  const ownOf = (upTo: readonly Valued[]): readonly (readonly Valued[])[] => levelsOf(upTo).map((level) => upTo.filter((requirement) => requirement.level === level));
  const missed = (upTo: readonly Valued[]): readonly (readonly Valued[])[] => ownOf(upTo).filter((own) => lacking(own, percent) > 0 || barred(own).length > 0);
  return {
    reaches: (upTo) => missed(upTo).length === 0,
    blocking: (upTo) => missed(upTo).flatMap((own) => (lacking(own, percent) > 0 ? own.filter(({ value }) => value < fully) : barred(own)).map(({ id, mandatory, value }) => ({ id, needs: mandatory && value === 0 ? 1 as const : null }))),
    fewest: (upTo) => missed(upTo).flatMap((own) => fewestFor(own, lacking(own, percent))),
  };
}

function levelsOf(requirements: readonly Valued[]): readonly number[] {
  return [...new Set(requirements.map(({ level }) => level))];
}

/** The thirds that a level's requirements must have together for a mean of `percent` of F: 100 · sum ≥ percent · 3 · count. */
export function thirdsNeeded(count: number, percent: number): number {
  return Math.ceil(percent * fully * count / 100);
}

/** How many thirds a level is short of its mean; 0 where it has it. */
function lacking(own: readonly Valued[], percent: number): number {
  return Math.max(0, thirdsNeeded(own.length, percent) - own.reduce((sum, { value }) => sum + value, 0));
}

function barred(own: readonly Valued[]): readonly Valued[] {
  return own.filter(({ mandatory, value }) => mandatory && value === 0);
}

/**
 * The fewest requirements of one level to raise, and among those sets the fewest thirds; ties by document order. The
 * mandatory ones at N must be in it; each further one is needed only for the thirds it can bring.
 */
function fewestFor(own: readonly Valued[], needed: number): readonly Raise[] {
  const gain = ({ value }: Valued): number => fully - value;
  const gains = (of: readonly Valued[]): number => of.reduce((sum, one) => sum + gain(one), 0);
  const forced = barred(own);
  const free = own.filter((one) => !forced.includes(one));
  const largest = free.map(gain).sort((one, other) => other - one);
  let more = 0;
  for (let brings = gains(forced); brings < needed; brings += largest[more] ?? 0, more += 1);

  const chosen = [...forced];
  // The first in document order that leaves a set of this size still able to bring enough.
  for (const [index, one] of free.entries()) {
    const left = forced.length + more - chosen.length - 1;
    if (left < 0) break;
    const later = free.slice(index + 1).map(gain).sort((a, b) => b - a).slice(0, left);
    if (later.length === left && gains(chosen) + gain(one) + later.reduce((sum, each) => sum + each, 0) >= needed) chosen.push(one);
  }
  return spread(own.filter((one) => chosen.includes(one)), needed);
}

/** Raises each by at least one third, the earlier ones as far as they are needed. */
function spread(chosen: readonly Valued[], needed: number): readonly Raise[] {
  let left = Math.max(needed - chosen.length, 0);
  return chosen.map(({ id, value }) => {
    const more = Math.min(left, fully - value - 1);
    left -= more;
    // The value stays within N to F: it is raised by at least one and by no more than what is missing to F.
    return { id, to: value + 1 + more as Thirds };
  });
}
