import type { Policy, Rollup } from '../journal/event.ts';
import type { AssessmentState } from '../journal/state.ts';

/**
 * By which rules levels are computed, chosen for each assessment. Percentages and weights are whole numbers from 1 to
 * 100. `weights` counts for `mean` only: the weight of a node among its siblings, 1 where it is not named.
 */
export type ScoringRules = {
  readonly policy: Policy; readonly rollup: Rollup;
  /** What the mean of a level's ratings must reach under `threshold`, in percent of F. */
  readonly thresholdPercent: number;
  /** The share of the children that must be at a level or above under `quota`. */
  readonly quotaPercent: number;
  readonly weights: Readonly<Record<string, number>>;
};

/** What counts where the assessment says nothing (design, "Scoring"). */
export const defaultRules: ScoringRules = { policy: 'strict', rollup: 'minimum', thresholdPercent: 85, quotaPercent: 80, weights: {} };

/** The names under which the numbers are kept as parameters of the assessment: each its own setting, so that two people may set two of them at once. */
export const ruleParameters = { thresholdPercent: 'scoring.threshold-percent', quotaPercent: 'scoring.quota-percent', weight: 'scoring.weight/' } as const;

/** The rules an assessment is scored by. A parameter that is no whole number from 1 to 100 counts as not set. */
export function rulesOf({ policy, rollup, parameters }: Pick<AssessmentState, 'policy' | 'rollup' | 'parameters'>): ScoringRules {
  const weights = Object.entries(parameters).flatMap(([name, value]): readonly (readonly [string, number])[] =>
    (name.startsWith(ruleParameters.weight) && isWhole(value) ? [[name.slice(ruleParameters.weight.length), value]] : []));
  return {
    policy, rollup,
    thresholdPercent: wholeOr(parameters[ruleParameters.thresholdPercent], defaultRules.thresholdPercent),
    quotaPercent: wholeOr(parameters[ruleParameters.quotaPercent], defaultRules.quotaPercent),
    weights: Object.fromEntries(weights),
  };
}

/** The rules with what is not said filled in by default. */
export function completeRules({ policy, rollup, thresholdPercent, quotaPercent, weights }: Pick<ScoringRules, 'policy' | 'rollup'> & Partial<ScoringRules>): ScoringRules {
  return {
    policy, rollup,
    thresholdPercent: thresholdPercent ?? defaultRules.thresholdPercent, quotaPercent: quotaPercent ?? defaultRules.quotaPercent, weights: weights ?? defaultRules.weights,
  };
}

/** The weight of a node among its siblings. */
export function weightOf({ weights }: Pick<ScoringRules, 'weights'>, node: string): number {
  return Object.hasOwn(weights, node) ? (weights[node] ?? 1) : 1;
}

function wholeOr(value: unknown, otherwise: number): number {
  return isWhole(value) ? value : otherwise;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100;
}
