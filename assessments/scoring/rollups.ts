import type { Rollup } from '../journal/event.ts';

/** The share of the children that must be at a level or above under `quota`, in percent. */
const quotaPercent = 80;

/**
 * The level of a node from the levels of its children (at least one; children without a level are left out before).
 * These are rules of this product, not CAICT's, which are not public. `minimum` is the default: a chain is as strong as its weakest link.
 * `quota`: the highest level that 80 % of the children reach while none is more than one below it.
 * `mean`: the mean rounded down, and at most one above the lowest child.
 */
const rollupRules: Readonly<Record<Rollup, (levels: readonly number[]) => number>> = {
  minimum: (levels) => Math.min(...levels),
  quota: (levels) => [5, 4, 3, 2, 1].find((level) => 100 * levels.filter((one) => one >= level).length >= quotaPercent * levels.length && Math.min(...levels) >= level - 1) ?? 0,
  mean: (levels) => Math.min(Math.floor(levels.reduce((sum, level) => sum + level, 0) / levels.length), Math.min(...levels) + 1),
};

/** The rolled-up level; null where no child has one. */
export function rollUp(levels: readonly (number | null)[], rollup: Rollup): number | null {
  const known = levels.filter((level) => level !== null);
  return known.length === 0 ? null : rollupRules[rollup](known);
}
