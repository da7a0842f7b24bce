import type { Effort, EffortRange } from './plan.ts';

const runs = 10_000;

/**
 * The total effort of actions whose own effort is uncertain: each is drawn from a triangle (low, likely, high) by
 * itself, so many times over, and the totals that 10, 50 and 90 percent of the draws stay below are told, in person-days
 * rounded to tenths. The same seed and efforts always give the same numbers. Null where there is nothing to do.
 */
export function effortRange(efforts: readonly Effort[], seed: string): EffortRange | null {
  if (efforts.length === 0) return null;
  const next = generator(seedOf(seed));
  const totals = Float64Array.from({ length: runs }, () => efforts.reduce((sum, effort) => sum + triangular(effort, next()), 0)).sort();
  const at = (percent: number): number => Math.round(10 * (totals[Math.ceil(runs * percent / 100) - 1] ?? 0)) / 10;
  return { p10: at(10), p50: at(50), p90: at(90), runs };
}

/** Where a share of the triangle's area lies to the left of. */
function triangular({ low, likely, high }: Effort, share: number): number {
  if (high === low) return low;
  const turn = (likely - low) / (high - low);
  return share < turn ? low + Math.sqrt(share * (high - low) * (likely - low)) : high - Math.sqrt((1 - share) * (high - low) * (high - likely));
}

/** FNV-1a over the characters: 32 bits of the text. */
function seedOf(text: string): number {
  return [...text].reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>> 0;
}

/** Mulberry32, a small generator with a full period of 2^32: numbers from 0 up to, not including, 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
