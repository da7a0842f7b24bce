import type { Policy } from '../journal/event.ts';

type Valued = { readonly id: string; readonly level: number; readonly mandatory: boolean; readonly value: 0 | 1 | 2 | 3 };
/**
 * Given the applicable requirements up to a level (values in thirds: N 0, P 1, L 2, F 3): whether the level is reached,
 * and which of them keep it from being reached. An inherited level has no requirements of its own, so the highest level
 * among those given is the one that is looked at.
 */
type PolicyRule = { readonly reaches: (upTo: readonly Valued[]) => boolean; readonly blocking: (upTo: readonly Valued[]) => readonly Valued[] };

const fully = 3;
const largely = 2;
/** The mean a level needs under `threshold`, in percent of F. */
const thresholdPercent = 85;

/**
 * When a sub-item reaches a level. These are rules of this product; the official roll-up of the evaluation is not
 * public. `strict` follows the published self-rating rule (a clean level = all of its requirements met); `iso33020`
 * follows ISO/IEC 33020 (the level itself largely, all lower ones fully); `threshold` is common in other schemes.
 */
export const policyRules: Readonly<Record<Policy, PolicyRule>> = {
  strict: byLeast(() => fully),
  iso33020: byLeast((requirement, top) => (requirement.level === top ? largely : fully)),
  threshold: {
    reaches: (upTo) => levelsOf(upTo).every((level) => passesThreshold(upTo.filter((requirement) => requirement.level === level))),
    blocking: (upTo) => levelsOf(upTo).map((level) => upTo.filter((requirement) => requirement.level === level)).filter((own) => !passesThreshold(own)).flat().filter(({ value }) => value < fully),
  },
};

/** A rule by which each requirement has a least value of its own, which may depend on the highest level. */
function byLeast(least: (requirement: Valued, top: number) => number): PolicyRule {
  const blocking = (upTo: readonly Valued[]) => {
    const top = Math.max(...levelsOf(upTo));
    return upTo.filter((requirement) => requirement.value < least(requirement, top));
  };
  return { reaches: (upTo) => blocking(upTo).length === 0, blocking };
}

function levelsOf(requirements: readonly Valued[]): readonly number[] {
  return [...new Set(requirements.map(({ level }) => level))];
}

/** Mean of at least 85 % of F, and no mandatory requirement at N; in whole numbers: 100 · sum ≥ 85 · 3 · count. */
function passesThreshold(own: readonly Valued[]): boolean {
  const sum = own.reduce((total, { value }) => total + value, 0);
  return 100 * sum >= thresholdPercent * fully * own.length && !own.some(({ mandatory, value }) => mandatory && value === 0);
}
