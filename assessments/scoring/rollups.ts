import type { Rollup } from '../journal/event.ts';
import type { ScoringRules } from './rules.ts';

/** A child that has a level, and what it weighs among its siblings. */
export type Child = { readonly level: number; readonly weight: number };

/**
 * The level of a node from its children (at least one; children without a level are left out before). These are rules
 * of this product, not CAICT's, which are not public.
 *
 * | roll-up | level of the node |
 * |---|---|
 * | minimum | the lowest child: a chain is as strong as its weakest link |
 * | quota | the highest k (0..5) with at least q percent of the children at k or above and none below k − 1 |
 * | mean | the weighted mean of the children rounded down, then lowered until no child is below the result − 1 |
 */
const rollupRules: Readonly<Record<Rollup, (children: readonly Child[], rules: Pick<ScoringRules, 'quotaPercent'>) => number>> = {
  minimum: lowest,
  quota: (children, { quotaPercent }) => [5, 4, 3, 2, 1].find((level) => children.filter((child) => child.level >= level).length >= quotaOf(children.length, quotaPercent) && lowest(children) >= level - 1) ?? 0,
  mean: (children) => Math.min(Math.floor(sumOf(children, ({ level, weight }) => level * weight) / sumOf(children, ({ weight }) => weight)), lowest(children) + 1),
};

/** The rolled-up level; null where no child has one. */
export function rollUp(children: readonly { readonly level: number | null; readonly weight: number }[], rules: Pick<ScoringRules, 'rollup' | 'quotaPercent'>): number | null {
  const known = children.filter((child): child is Child => child.level !== null);
  return known.length === 0 ? null : rollupRules[rules.rollup](known, rules);
}

/** How many of the children must be at a level under `quota`: the least whole number that is at least the quota. */
export function quotaOf(children: number, quotaPercent: number): number {
  return Math.ceil(quotaPercent * children / 100);
}

function lowest(children: readonly Child[]): number {
  return Math.min(...children.map(({ level }) => level));
}

function sumOf(children: readonly Child[], of: (child: Child) => number): number {
  return children.reduce((sum, child) => sum + of(child), 0);
}
