import type { Action, Pack } from '../catalogue/pack.ts';
import type { FinalRating, ScoreResult } from '../scoring/result.ts';
import type { ScoringRules } from '../scoring/rules.ts';
import { score } from '../scoring/score.ts';
import type { ActionWork, Effort, PlanSettings } from './plan.ts';

/** All that a plan is computed from. */
export type PlanningInput = {
  readonly pack: Pack; readonly finals: readonly FinalRating[]; readonly rules: ScoringRules;
  /** Key '' = the whole pack; otherwise a group id. */
  readonly targets: Readonly<Record<string, number>>;
  readonly settings: PlanSettings;
  readonly work: readonly ActionWork[];
  /** The time of the last entry of the journal, UTC: work starts in the quarter after it unless the settings say when. */
  readonly asOf: string;
  /** What the simulation of effort is seeded with: the id of the assessment. */
  readonly seed: string;
  /** Whether the least effort for every level is wanted, and how many next-best sets of actions. */
  readonly curve: boolean; readonly alternatives: number;
};

/** Settings that ask for nothing. */
export const openSettings: PlanSettings = { must: [], never: [], budget: null, capacity: null, roleCapacity: {}, start: null, deadline: null };

/** Levels under the rules and targets of the input, with the given final ratings instead of its own. */
export function scoreOf({ pack, rules, targets }: Pick<PlanningInput, 'pack' | 'rules' | 'targets'>, finals: readonly FinalRating[]): ScoreResult {
  return score({ pack, finals, targets, ...rules });
}

/** The final ratings once actions are done: what they satisfy and applies is F. */
export function finalsAfter(pack: Pack, finals: readonly FinalRating[], actions: ReadonlySet<string>): readonly FinalRating[] {
  const closed = new Set(pack.actions.filter(({ id }) => actions.has(id)).flatMap(({ satisfies }) => satisfies));
  return finals.map((final) => (closed.has(final.requirement) && final.value !== 'NA' ? { ...final, value: 'F', disputed: [] } : final));
}

/** Likely effort in hundredths of a person-day: whole numbers, so that 0.1 and 0.2 make 0.3. */
export function hundredths(days: number): number {
  return Math.round(100 * days);
}

/** Person-days in all; each bound added up by itself. */
export function totalEffort(actions: readonly Pick<Action, 'effort'>[]): Effort {
  const total = (bound: keyof Effort): number => actions.reduce((sum, { effort }) => sum + hundredths(effort[bound]), 0) / 100;
  return { low: total('low'), likely: total('likely'), high: total('high') };
}
